// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/calculation.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <numeric>
#include <set>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Calculation)
};

using DefinitionPtr = std::shared_ptr<const Definition>;

void dropFolder(QJsonObject &from)
{
    const QString source = from.value(QStringLiteral("source")).toString();
    from.insert(QStringLiteral("source"), source.section(QLatin1Char('/'), -1));
}

/// The definition without the folders of its tables: where files lie says nothing about a calculation, their versions
/// do.
QByteArray placeless(QJsonObject json)
{
    QJsonArray inputs = json.value(QStringLiteral("inputs")).toArray();
    for (QJsonValueRef item : inputs) {
        QJsonObject input = item.toObject();
        QJsonObject from = input.value(QStringLiteral("from")).toObject();
        if (from.value(QStringLiteral("kind")).toString() == QLatin1String("table")) {
            dropFolder(from);
            for (const QString &name : {QStringLiteral("near"), QStringLiteral("reach")}) {
                QJsonObject others = from.value(name).toObject();
                if (!others.isEmpty()) {
                    dropFolder(others);
                    from.insert(name, others);
                }
            }
            input.insert(QStringLiteral("from"), from);
            item = input;
        }
    }
    json.insert(QStringLiteral("inputs"), inputs);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString hashOf(const Definition &definition, const QString &areaCode, const Calculated &value)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(placeless(definition.json));
    const auto add = [&hash](const QString &text) { hash.addData(text.toUtf8() + '\n'); };
    add(value.period);
    add(areaCode);
    for (const UsedInput &input : value.inputs) {
        add(input.name);
        add(input.version);
        add(input.value ? QString::number(*input.value, 'g', 17) : QStringLiteral("unknown"));
    }
    add(value.value ? QString::number(*value.value, 'g', 17) : QStringLiteral("unknown"));
    return QStringLiteral("calc-") + QString::fromLatin1(hash.result().toHex().left(12));
}

QString shortNumber(double value)
{
    return QString::number(value, 'g', 10);
}

/// One definition over all areas and periods.
class Run
{
public:
    Run(const Definition &definition, Results &results, InputReader &reader, const QDateTime &now)
        : m_definition(definition)
        , m_results(results)
        , m_reader(reader)
        , m_now(now)
        , m_areas(results.areas())
        , m_level(std::max(0, m_areas.levelOf(definition.level) < 0 ? m_areas.cityLevel()
                                                                    : m_areas.levelOf(definition.level)))
    {}

    void go()
    {
        readInputs();
        for (const QString &period : periods()) {
            for (const int area : m_areas.atLevel(m_level)) {
                m_results.add(atBase(area, period));
            }
            for (int level = m_level + 1; level <= m_areas.cityLevel(); ++level) {
                for (const int area : m_areas.atLevel(level)) {
                    m_results.add(rolledUp(area, period));
                }
            }
        }
    }

private:
    void readInputs()
    {
        for (const Input &input : m_definition.inputs) {
            if (input.from.kind == Binding::Kind::Indicator || input.from.kind == Binding::Kind::None) {
                continue;
            }
            auto data = m_reader.read(input, m_areas, m_level);
            if (!data) {
                m_problem = data.error().message;
                m_results.findings.push_back({Severity::Warning, QStringLiteral("indicator_input"), m_definition.code,
                                              input.name, data.error().message, m_definition.code});
                continue;
            }
            if (data->unplaced > 0) {
                m_results.findings.push_back({Severity::Warning, QStringLiteral("rows_outside_areas"),
                                              m_definition.code, input.name,
                                              Texts::tr("%1 rows of “%2” lie in no area and are counted nowhere.")
                                                  .arg(data->unplaced)
                                                  .arg(data->source),
                                              m_definition.code});
            }
            m_results.findings.insert(m_results.findings.end(), data->findings.begin(), data->findings.end());
            m_data.insert_or_assign(input.name, std::move(*data));
        }
    }

    QStringList periods() const
    {
        std::set<QString> found;
        for (const auto &[name, data] : m_data) {
            for (const auto &[period, areas] : data.periods) {
                found.insert(period);
            }
        }
        for (const QString &code : m_definition.indicatorInputs()) {
            for (const QString &period : m_results.periods(code)) {
                found.insert(period);
            }
        }
        if (found.size() > 1) {
            found.erase(QString()); // what holds for every period goes into each
        }
        if (found.empty()) {
            found.insert(QString());
        }
        return {found.begin(), found.end()};
    }

    const Aggregate *aggregateOf(const InputData &data, int area, const QString &period) const
    {
        for (const QString &candidate : {period, QString()}) {
            const auto areas = data.periods.find(candidate);
            if (areas == data.periods.end()) {
                continue;
            }
            const auto found = areas->second.find(area);
            return found != areas->second.end() ? &found->second : nullptr;
        }
        return nullptr;
    }

    /// An input at one area of the level of the definition.
    UsedInput used(const Input &input, int area, const QString &period) const
    {
        UsedInput result{input.name, std::nullopt, input.unit, {}, {}, 0, 0, {}, {}};
        if (input.from.kind == Binding::Kind::Indicator) {
            const Calculated *other = m_results.find(input.from.source, area, period);
            other = other != nullptr ? other : m_results.find(input.from.source, area, QString());
            result.source = input.from.source;
            result.version = other != nullptr ? other->id : QString();
            result.value = other != nullptr ? other->value : std::nullopt;
            return result;
        }
        const auto data = m_data.find(input.name);
        if (data == m_data.end()) {
            return result;
        }
        result.source = data->second.source;
        result.version = data->second.version;
        const Aggregate *aggregate = aggregateOf(data->second, area, period);
        const bool covered = aggregate != nullptr || data->second.coversAll;
        const Aggregate none;
        if (covered) {
            const InputValue value = valueOf(input.from, aggregate != nullptr ? *aggregate : none);
            result.value = value.value;
            result.rows = value.rows;
            result.unknownRows = value.unknown;
        }
        if (aggregate != nullptr) {
            result.ids = aggregate->ids;
            result.unknownIds = aggregate->unknownIds;
        }
        return result;
    }

    Calculated begin(int area, const QString &period) const
    {
        Calculated value;
        value.code = m_definition.code;
        value.area = area;
        value.period = period;
        value.computedAt = m_now;
        return value;
    }

    void applyFormula(Calculated &value) const
    {
        const auto numberOf = [&value](const QString &name) -> Quantity {
            for (const UsedInput &input : value.inputs) {
                if (input.name == name) {
                    return input.value;
                }
            }
            return std::nullopt;
        };
        value.value = m_definition.formula.evaluate(numberOf);
        value.written = m_definition.formula.written([&numberOf](const QString &name) {
            const Quantity number = numberOf(name);
            return number ? shortNumber(*number) : Texts::tr("unknown");
        });
        if (value.value && ((m_definition.validLow && *value.value < *m_definition.validLow) ||
                            (m_definition.validHigh && *value.value > *m_definition.validHigh))) {
            value.reason = Texts::tr("The result %1 lies outside what is possible.").arg(shortNumber(*value.value));
            value.value.reset();
        }
    }

    QString missing(const Calculated &value) const
    {
        if (!m_definition.isBound()) {
            return Texts::tr("An input is not connected to a source yet.");
        }
        if (!m_problem.isEmpty()) {
            return m_problem;
        }
        QStringList names;
        for (const UsedInput &input : value.inputs) {
            if (!input.value) {
                names << input.name;
            }
        }
        return names.isEmpty() ? Texts::tr("The formula has no result for these numbers.")
                               : Texts::tr("Unknown: %1.").arg(names.join(QStringLiteral(", ")));
    }

    Calculated atBase(int area, const QString &period) const
    {
        Calculated value = begin(area, period);
        value.need = 1;
        for (const Input &input : m_definition.inputs) {
            value.inputs.push_back(used(input, area, period));
            value.estimated = value.estimated || (value.inputs.back().value && value.inputs.back().unknownRows > 0);
        }
        applyFormula(value);
        value.have = value.value ? 1 : 0;
        value.quality = !value.value ? Quality::Unknown : value.estimated ? Quality::Partial : Quality::Complete;
        if (!value.value && value.reason.isEmpty()) {
            value.nothing =
                !value.inputs.empty() && std::all_of(value.inputs.begin(), value.inputs.end(),
                                                     [](const UsedInput &input) { return input.value.has_value(); });
            value.reason = missing(value);
        } else if (value.estimated) {
            value.reason = Texts::tr("Some rows lack the value.");
        }
        value.parts = {area};
        value.id = hashOf(m_definition, m_areas.at(area).code, value);
        return value;
    }

    std::vector<const Calculated *> knownParts(int area, const QString &period, Calculated &value) const
    {
        std::vector<const Calculated *> known;
        const std::vector<int> within = m_areas.within(area, m_level);
        value.need = static_cast<int>(within.size());
        for (const int part : within) {
            const Calculated *calculated = m_results.find(m_definition.code, part, period);
            const bool nothing = calculated != nullptr && calculated->nothing;
            if (nothing && m_definition.rollUp != RollUp::Recompute) {
                --value.need; // nothing to be known there
            } else if (calculated != nullptr && (calculated->value || nothing)) {
                known.push_back(calculated);
                value.parts.push_back(part);
                value.estimated = value.estimated || calculated->estimated;
            }
        }
        value.have = static_cast<int>(known.size());
        return known;
    }

    /// Inputs of the known parts together: numerator and denominator cover the same areas.
    void gather(Calculated &value, const std::vector<const Calculated *> &known) const
    {
        for (std::size_t i = 0; i < m_definition.inputs.size(); ++i) {
            const Input &input = m_definition.inputs[i];
            UsedInput total{input.name, std::nullopt, input.unit, {}, {}, 0, 0, {}, {}};
            std::vector<double> numbers, rows;
            numbers.reserve(known.size());
            rows.reserve(known.size());
            for (const Calculated *part : known) {
                const UsedInput &one = part->inputs[i];
                total.source = one.source;
                total.version = one.version;
                total.rows += one.rows;
                total.unknownRows += one.unknownRows;
                if (one.value) {
                    numbers.push_back(*one.value);
                    rows.push_back(std::max(1, one.rows - one.unknownRows));
                }
            }
            if (numbers.size() == known.size() && !numbers.empty()) {
                total.value = together(input.from.measure, numbers, rows);
            }
            value.inputs.push_back(std::move(total));
        }
    }

    static double together(Binding::Measure measure, const std::vector<double> &numbers,
                           const std::vector<double> &rows)
    {
        const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
        switch (measure) {
        case Binding::Measure::Max:
            return *std::max_element(numbers.begin(), numbers.end());
        case Binding::Measure::Min:
            return *std::min_element(numbers.begin(), numbers.end());
        case Binding::Measure::Mean:
            return std::inner_product(numbers.begin(), numbers.end(), rows.begin(), 0.0) /
                   std::accumulate(rows.begin(), rows.end(), 0.0);
        default:
            return sum;
        }
    }

    Quantity combined(const std::vector<const Calculated *> &known) const
    {
        double sum = 0, weights = 0;
        double least = *known.front()->value, most = least;
        const auto weightOf = [this](const Calculated &part) -> Quantity {
            for (const UsedInput &input : part.inputs) {
                if (input.name == m_definition.weight) {
                    return input.value;
                }
            }
            return std::nullopt;
        };
        for (const Calculated *part : known) {
            const Quantity weight = m_definition.rollUp == RollUp::WeightedMean ? weightOf(*part) : Quantity(1);
            if (!weight) {
                return std::nullopt;
            }
            sum += *weight * *part->value;
            weights += *weight;
            least = std::min(least, *part->value);
            most = std::max(most, *part->value);
        }
        switch (m_definition.rollUp) {
        case RollUp::Sum:
            return sum;
        case RollUp::Max:
            return most;
        case RollUp::Min:
            return least;
        default:
            return weights > 0 ? Quantity(sum / weights) : std::nullopt;
        }
    }

    Calculated rolledUp(int area, const QString &period) const
    {
        Calculated value = begin(area, period);
        const auto known = knownParts(area, period, value);
        gather(value, known);
        const bool enough = !known.empty() && value.have >= m_definition.coverageNeeded * value.need;
        if (m_definition.rollUp == RollUp::None) {
            value.reason = Texts::tr("This indicator has no value for larger areas.");
        } else if (!enough) {
            value.reason = known.empty() ? Texts::tr("No part is known.")
                                         : Texts::tr("Only %1 of %2 parts are known; %3 % are needed.")
                                               .arg(value.have)
                                               .arg(value.need)
                                               .arg(100 * m_definition.coverageNeeded);
        } else if (m_definition.rollUp == RollUp::Recompute) {
            applyFormula(value);
        } else {
            value.value = combined(known);
            value.written = Texts::tr("%1 of %2 parts").arg(toText(m_definition.rollUp)).arg(value.have);
        }
        judge(value);
        value.id = hashOf(m_definition, m_areas.at(area).code, value);
        return value;
    }

    void judge(Calculated &value) const
    {
        if (!value.value) {
            value.quality = Quality::Unknown;
            value.reason = value.reason.isEmpty() ? missing(value) : value.reason;
            return;
        }
        const bool whole = value.have == value.need && !value.estimated;
        value.quality = whole ? Quality::Complete : Quality::Partial;
        if (value.have < value.need) {
            value.reason = Texts::tr("%1 of %2 parts are unknown.").arg(value.need - value.have).arg(value.need);
        }
    }

    const Definition &m_definition;
    Results &m_results;
    InputReader &m_reader;
    QDateTime m_now;
    const AreaTree &m_areas;
    int m_level;
    QString m_problem;
    std::map<QString, InputData> m_data;
};

} // namespace

Result<Results> compute(const std::vector<DefinitionPtr> &definitions, std::shared_ptr<const AreaTree> areas,
                        InputReader &reader, const QDateTime &nowUtc, const CancelToken &cancel,
                        const ProgressFunction &progress)
{
    LOCI_TRY(const std::vector<DefinitionPtr> order, inOrder(definitions));
    Results results(std::move(areas));
    for (const DefinitionPtr &definition : definitions) {
        results.addDefinition(definition);
    }
    double done = 0;
    for (const DefinitionPtr &definition : order) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The calculation was cancelled."));
        }
        Run(*definition, results, reader, nowUtc).go();
        done += 1;
        if (progress) {
            progress(done / static_cast<double>(order.size()));
        }
    }
    return results;
}

} // namespace loci::indicators
