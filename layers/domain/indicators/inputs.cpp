// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/inputs.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace loci::indicators {

namespace {

QString textOf(const Field &field)
{
    if (const auto *number = std::get_if<double>(&field)) {
        return QString::number(*number, 'g', 15);
    }
    const auto *text = std::get_if<QString>(&field);
    return text != nullptr ? *text : QString();
}

Quantity numberOf(const Field &field)
{
    if (const auto *number = std::get_if<double>(&field)) {
        return std::isfinite(*number) ? Quantity(*number) : std::nullopt;
    }
    const auto *text = std::get_if<QString>(&field);
    bool good = false;
    const double value = text != nullptr ? text->toDouble(&good) : 0;
    return good && std::isfinite(value) ? Quantity(value) : std::nullopt;
}

bool holds(const Condition &condition, const Field &field)
{
    if (std::holds_alternative<std::monostate>(field)) {
        return false;
    }
    if (!condition.in.isEmpty() && !condition.in.contains(textOf(field))) {
        return false;
    }
    if (!condition.atLeast && !condition.atMost) {
        return true;
    }
    const Quantity number = numberOf(field);
    return number && (!condition.atLeast || *number >= *condition.atLeast) &&
           (!condition.atMost || *number <= *condition.atMost);
}

void keep(QStringList &ids, const QString &id)
{
    if (ids.size() < Aggregate::kKeptRows) {
        ids << id;
    }
}

} // namespace

bool passes(const std::vector<Condition> &conditions, const Row &row)
{
    return std::all_of(conditions.begin(), conditions.end(),
                       [&row](const Condition &condition) { return holds(condition, row.field(condition.field)); });
}

InputCollector::InputCollector(const Binding &binding, const AreaTree &areas, int level)
    : m_binding(binding)
    , m_areas(areas)
    , m_level(level)
{
    m_data.level = level;
}

int InputCollector::areaOf(const Row &row) const
{
    if (!m_binding.areaField.isEmpty()) {
        return m_areas.find(m_level, textOf(row.field(m_binding.areaField)));
    }
    if (m_level == m_areas.cityLevel()) {
        return m_areas.city();
    }
    const std::optional<Vec2> place = row.place();
    return place ? m_areas.areaAt(m_level, *place) : -1;
}

Quantity InputCollector::valueOf(const Row &row) const
{
    switch (m_binding.measure) {
    case Binding::Measure::Count:
        return 1;
    case Binding::Measure::Area:
        return row.area();
    case Binding::Measure::Length:
        return row.length();
    default:
        return numberOf(row.field(m_binding.field));
    }
}

void InputCollector::add(const Row &row)
{
    if (!passes(m_binding.where, row)) {
        return;
    }
    const int area = areaOf(row);
    if (area < 0) {
        ++m_data.unplaced;
        return;
    }
    const QString period = m_binding.periodField.isEmpty() ? QString() : textOf(row.field(m_binding.periodField));
    Aggregate &aggregate = m_data.periods[period][area];
    const Quantity value = valueOf(row);
    ++aggregate.rows;
    keep(aggregate.ids, row.id());
    if (!value) {
        ++aggregate.unknown;
        keep(aggregate.unknownIds, row.id());
        return;
    }
    const bool first = aggregate.rows - aggregate.unknown == 1;
    aggregate.sum += *value;
    aggregate.least = first ? *value : std::min(aggregate.least, *value);
    aggregate.most = first ? *value : std::max(aggregate.most, *value);
}

InputData InputCollector::take(QString source, QString version)
{
    m_data.source = std::move(source);
    m_data.version = std::move(version);
    return std::move(m_data);
}

InputValue valueOf(const Binding &binding, const Aggregate &aggregate)
{
    InputValue result{std::nullopt, aggregate.rows, aggregate.unknown};
    const int known = aggregate.rows - aggregate.unknown;
    if (aggregate.rows == 0) {
        result.value = binding.noRowIsZero() ? Quantity(0) : std::nullopt;
        return result;
    }
    if (known == 0 || known < binding.rowsNeeded * aggregate.rows) {
        return result;
    }
    switch (binding.measure) {
    case Binding::Measure::Mean:
        result.value = aggregate.sum / known;
        break;
    case Binding::Measure::Max:
        result.value = aggregate.most;
        break;
    case Binding::Measure::Min:
        result.value = aggregate.least;
        break;
    default:
        result.value = aggregate.sum;
        break;
    }
    return result;
}

Aggregate merged(const Aggregate &a, const Aggregate &b)
{
    if (a.rows == 0) {
        return b;
    }
    if (b.rows == 0) {
        return a;
    }
    Aggregate both = a;
    both.rows += b.rows;
    both.unknown += b.unknown;
    both.sum += b.sum;
    const bool aKnown = a.rows > a.unknown, bKnown = b.rows > b.unknown;
    both.least = aKnown && bKnown ? std::min(a.least, b.least) : (aKnown ? a.least : b.least);
    both.most = aKnown && bKnown ? std::max(a.most, b.most) : (aKnown ? a.most : b.most);
    for (const QString &id : b.ids) {
        keep(both.ids, id);
    }
    for (const QString &id : b.unknownIds) {
        keep(both.unknownIds, id);
    }
    return both;
}

std::vector<double> HourlySeries::hourly(qint64 from, qint64 count) const
{
    std::vector<double> part(static_cast<std::size_t>(std::max<qint64>(0, count)),
                             std::numeric_limits<double>::quiet_NaN());
    for (qint64 i = std::max<qint64>(0, -from); i < count && from + i < static_cast<qint64>(values.size()); ++i) {
        part[static_cast<std::size_t>(i)] = values[static_cast<std::size_t>(from + i)];
    }
    return part;
}

} // namespace loci::indicators
