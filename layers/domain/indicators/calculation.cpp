// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/calculation.h"

#include <QCoreApplication>
#include <algorithm>
#include <functional>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Calculation)
};

using DefinitionPtr = std::shared_ptr<const Definition>;

/// Depth first; what is being visited and met again closes a circle.
class Ordering
{
public:
    explicit Ordering(const std::vector<DefinitionPtr> &definitions)
    {
        for (const DefinitionPtr &definition : definitions) {
            m_byCode.insert(definition->code, definition);
        }
    }
    Result<> visit(const DefinitionPtr &definition)
    {
        if (m_done.contains(definition->code)) {
            return {};
        }
        const qsizetype open = m_path.indexOf(definition->code);
        if (open >= 0) {
            const QStringList circle = m_path.mid(open) << definition->code;
            return fail(ErrorCode::Invalid, Texts::tr("These indicators are computed from each other: %1.")
                                                .arg(circle.join(QStringLiteral(" → "))));
        }
        m_path << definition->code;
        for (const QString &code : definition->indicatorInputs()) {
            if (const DefinitionPtr used = m_byCode.value(code)) {
                LOCI_CHECK(visit(used));
            }
        }
        m_path.removeLast();
        m_done << definition->code;
        order.push_back(definition);
        return {};
    }
    std::vector<DefinitionPtr> order;

private:
    QHash<QString, DefinitionPtr> m_byCode;
    QStringList m_path, m_done;
};

} // namespace

QString toText(Quality quality)
{
    switch (quality) {
    case Quality::Complete:
        return QStringLiteral("complete");
    case Quality::Partial:
        return QStringLiteral("partial");
    case Quality::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString Calculated::coverage() const
{
    switch (quality) {
    case Quality::Complete:
        return Texts::tr("complete");
    case Quality::Partial:
        return Texts::tr("partial (%1 of %2)").arg(have).arg(need);
    case Quality::Unknown:
        break;
    }
    return need > 1 ? Texts::tr("unknown (%1 of %2)").arg(have).arg(need) : Texts::tr("unknown");
}

void Results::add(Calculated value)
{
    m_index[{value.code, value.area, value.period}] = m_values.size();
    m_values.push_back(std::move(value));
}

void Results::addDefinition(DefinitionPtr definition)
{
    m_definitions.push_back(std::move(definition));
}

const Definition *Results::definition(const QString &code) const
{
    for (const DefinitionPtr &definition : m_definitions) {
        if (definition->code == code) {
            return definition.get();
        }
    }
    return nullptr;
}

const Calculated *Results::find(const QString &code, int area, const QString &period) const
{
    const auto found = m_index.find({code, area, period});
    return found != m_index.end() ? &m_values[found->second] : nullptr;
}

QStringList Results::periods(const QString &code) const
{
    QStringList list;
    for (auto it = m_index.lower_bound({code, -1, QString()}); it != m_index.end() && std::get<0>(it->first) == code;
         ++it) {
        if (const QString &period = std::get<2>(it->first); !list.contains(period)) {
            list << period;
        }
    }
    list.sort();
    return list;
}

std::vector<const Calculated *> Results::series(const QString &code, int area) const
{
    std::vector<const Calculated *> list;
    for (const QString &period : periods(code)) {
        if (const Calculated *value = find(code, area, period)) {
            list.push_back(value);
        }
    }
    return list;
}

const Calculated *Results::latest(const QString &code, int area) const
{
    const auto all = series(code, area);
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        if ((*it)->value) {
            return *it;
        }
    }
    return all.empty() ? nullptr : all.back();
}

Result<std::vector<DefinitionPtr>> inOrder(const std::vector<DefinitionPtr> &definitions)
{
    Ordering ordering(definitions);
    for (const DefinitionPtr &definition : definitions) {
        LOCI_CHECK(ordering.visit(definition));
    }
    return std::move(ordering.order);
}

double decimalYear(const QString &period, const QDateTime &now)
{
    bool year = false, month = false;
    const double years = period.left(4).toDouble(&year);
    const double months = period.size() >= 7 ? period.mid(5, 2).toDouble(&month) : 0;
    if (!year) {
        return now.date().year() + (now.date().dayOfYear() - 0.5) / now.date().daysInYear();
    }
    return month ? years + (months - 0.5) / 12 : years;
}

} // namespace loci::indicators
