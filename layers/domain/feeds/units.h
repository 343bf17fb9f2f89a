// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>
#include <memory>

namespace loci::feeds {

/// From one unit to another: value * factor + offset.
struct UnitConversion
{
    double factor = 1;
    double offset = 0;
    double operator()(double value) const { return value * factor + offset; }
};

/// The units of UDUNITS-2, with the codes of UN/CEFACT and UCUM that city feeds use. Any thread.
class Units
{
public:
    /// Fails when the table of units is not installed.
    static Result<Units> load();
    /// Refuses a clash (a length for a temperature) and a unit that nobody knows, unless both are the same word.
    Result<UnitConversion> conversion(const QString &from, const QString &to) const;
    bool knows(const QString &unit) const;

private:
    struct Table;
    explicit Units(std::shared_ptr<Table> table) : m_table(std::move(table)) {}
    std::shared_ptr<Table> m_table;
};

} // namespace loci::feeds
