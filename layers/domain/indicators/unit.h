// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>
#include <map>

namespace loci::indicators {

/// A unit of measure as powers of base units with a factor: "m2/person", "µg/m³", "kWh", "%", "1/100000 person". Words
/// that are no physical unit (person, home, 座) are base units of their own; an English plural is its singular.
class Unit
{
public:
    Unit() = default; ///< a plain number
    static Result<Unit> parse(const QString &text);

    double scale() const { return m_scale; } ///< of one unit, in base units; % is 0.01
    bool isPlain() const { return m_powers.empty(); }
    bool isShare() const;                          ///< no unit left, and not counted in ones: %, ‰
    bool isRate() const;                           ///< per something, or a share: never to be summed over areas
    bool sameKind(const Unit &other) const;        ///< can be converted into each other
    bool operator==(const Unit &other) const;      ///< same kind and same size
    Unit times(const Unit &other, int sign) const; ///< sign -1: divided by
    Unit power(int exponent) const;
    QString text() const; ///< base units, for messages

private:
    friend class UnitParser;
    double m_scale = 1;
    std::map<QString, int> m_powers;
};

} // namespace loci::indicators
