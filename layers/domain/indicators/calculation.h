// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/domain/indicators/inputs.h"

#include <map>
#include <memory>
#include <vector>

namespace loci::indicators {

/// One input as it went into a value.
struct UsedInput
{
    QString name;
    Quantity value;
    QString unit;
    QString source, version;
    int rows = 0, unknownRows = 0;
    QStringList ids, unknownIds; ///< of rows, for the way down; only at the level of the input
};

enum class Quality { Complete, Partial, Unknown };
QString toText(Quality quality); ///< "complete", "partial", "unknown"

/// A calculated value with its provenance.
struct Calculated
{
    QString code;
    int area = 0;
    QString period; ///< "2026"; empty when the inputs hold for every period
    Quantity value;
    Quality quality = Quality::Unknown;
    int have = 0, need = 0; ///< parts of the smallest level that are known, of all
    bool nothing = false;   ///< every input is known and the formula has no result: no homes, no share of homes
    bool estimated = false; ///< rows without a value were passed over, as the binding allows
    std::vector<UsedInput> inputs;
    std::vector<int> parts; ///< areas of the level of the definition that it rests on
    QString written;        ///< the formula with its numbers
    QString reason;         ///< translated: why it is unknown or partial; empty when complete
    QString id;             ///< "calc-" and a hash of definition, inputs, versions, area and period
    QDateTime computedAt;   ///< UTC

    QString coverage() const; ///< translated: "partial (3 of 5)", "complete", "unknown"
};

/// Everything that one run computed.
class Results
{
public:
    explicit Results(std::shared_ptr<const AreaTree> areas) : m_areas(std::move(areas)) {}
    void add(Calculated value);
    void addDefinition(std::shared_ptr<const Definition> definition);

    const AreaTree &areas() const { return *m_areas; }
    const std::vector<Calculated> &values() const { return m_values; }
    const std::vector<std::shared_ptr<const Definition>> &definitions() const { return m_definitions; }
    const Definition *definition(const QString &code) const;
    const Calculated *find(const QString &code, int area, const QString &period) const;
    QStringList periods(const QString &code) const; ///< ascending
    /// The newest period of the area that has a value, else the newest one.
    const Calculated *latest(const QString &code, int area) const;
    std::vector<const Calculated *> series(const QString &code, int area) const; ///< by period, unknown ones included

    Findings findings; ///< of inputs, and indicators left out

private:
    std::shared_ptr<const AreaTree> m_areas;
    std::vector<std::shared_ptr<const Definition>> m_definitions;
    std::vector<Calculated> m_values;
    std::map<std::tuple<QString, int, QString>, std::size_t> m_index;
};

/// Order in which every indicator comes after those it uses. A circle is an error that names it; an input that is no
/// indicator of the list is left to the calculation (unknown).
Result<std::vector<std::shared_ptr<const Definition>>>
inOrder(const std::vector<std::shared_ptr<const Definition>> &definitions);

/// Computes all definitions for all areas and periods. An indicator whose input cannot be read is unknown everywhere,
/// with a finding; it stops nothing else.
Result<Results> compute(const std::vector<std::shared_ptr<const Definition>> &definitions,
                        std::shared_ptr<const AreaTree> areas, InputReader &reader, const QDateTime &nowUtc,
                        const CancelToken &cancel = {}, const ProgressFunction &progress = {});

/// "2026" -> 2026.5 (the middle), "2026-03" -> its middle, "" -> the year of `now`.
double decimalYear(const QString &period, const QDateTime &now);

} // namespace loci::indicators
