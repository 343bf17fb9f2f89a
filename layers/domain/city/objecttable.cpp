// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/objecttable.h"

#include <QCollator>
#include <QHash>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace loci::city {

namespace {

constexpr std::array<const char *, ObjectTable::FirstAttribute> kNames{"id",   "type",         "parent",
                                                                       "lods", "lowest_point", "measured_height"};

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isOwnName(const QString &name)
{
    return std::any_of(kNames.begin(), kNames.end(), [&name](const char *own) { return name == QLatin1String(own); });
}

} // namespace

ObjectTable::ObjectTable(CityModelPtr model) : m_model(std::move(model))
{
    const CityModel &m = *m_model;
    m_lowest.assign(m.objectCount(), std::numeric_limits<double>::quiet_NaN());
    m_highest = m_lowest;
    m_lods.resize(m.objectCount());
    std::map<std::set<std::uint32_t>, QString> known;
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        const Box3 box = m.objectChildren[o].isEmpty() ? m.boundsOf(o) : m.boundsWithDescendants(o);
        if (!box.isEmpty()) {
            m_lowest[o] = box.min.z;
            m_highest[o] = box.max.z;
        }
        std::set<std::uint32_t> lods;
        for (GeometryIndex g = m.objectGeometries[o].begin; g < m.objectGeometries[o].end; ++g) {
            if (m.geometry.geometries[g].lod != kNone) {
                lods.insert(m.geometry.geometries[g].lod);
            }
        }
        auto found = known.find(lods);
        if (found == known.end()) {
            QStringList names;
            for (const std::uint32_t lod : lods) {
                names.append(toText(m.lodNames.at(lod)));
            }
            names.sort();
            found = known.emplace(lods, names.isEmpty() ? QString() : names.join(QStringLiteral(", "))).first;
        }
        m_lods[o] = found->second;
    }
}

int ObjectTable::columnCount() const
{
    return FirstAttribute + static_cast<int>(m_model->attributes.columns().size());
}

QString ObjectTable::name(int column) const
{
    if (column < FirstAttribute) {
        return QLatin1String(kNames[static_cast<std::size_t>(column)]);
    }
    const QString name = QString::fromStdString(
        m_model->attributes.columns()[static_cast<std::size_t>(column - FirstAttribute)]->name());
    return isOwnName(name) ? name + QLatin1Char('_') : name;
}

int ObjectTable::columnOf(const QString &wanted) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (name(column) == wanted) {
            return column;
        }
    }
    return -1;
}

bool ObjectTable::isNumeric(int column) const
{
    if (column < FirstAttribute) {
        return column == LowestPoint || column == Height;
    }
    const auto kind = m_model->attributes.columns()[static_cast<std::size_t>(column - FirstAttribute)]->kind();
    return kind == AttributeColumn::Kind::Integer || kind == AttributeColumn::Kind::Real;
}

QVariant ObjectTable::value(std::uint32_t row, int column) const
{
    switch (column) {
    case Id:
        return m_model->idOf(row);
    case Type:
        return toText(m_model->typeOf(row));
    case Parent:
        return m_model->objectParent[row] == kNone ? QVariant() : QVariant(m_model->idOf(m_model->objectParent[row]));
    case Lods:
        return m_lods[row].isNull() ? QVariant() : QVariant(m_lods[row]);
    case LowestPoint:
    case Height: {
        const std::optional<double> known = number(row, column);
        return known ? QVariant(*known) : QVariant();
    }
    default:
        return m_model->attributes.columns()[static_cast<std::size_t>(column - FirstAttribute)]->value(row);
    }
}

std::optional<double> ObjectTable::number(std::uint32_t row, int column) const
{
    if (column >= FirstAttribute) {
        return m_model->attributes.columns()[static_cast<std::size_t>(column - FirstAttribute)]->number(row);
    }
    if ((column != LowestPoint && column != Height) || !std::isfinite(m_lowest[row])) {
        return std::nullopt;
    }
    return column == LowestPoint ? m_lowest[row] : m_highest[row] - m_lowest[row];
}

QString ObjectTable::text(std::uint32_t row, int column) const
{
    const QVariant known = value(row, column);
    if (!known.isValid()) {
        return {};
    }
    const QString text = known.toString();
    return text.isNull() ? QStringLiteral("") : text;
}

void ObjectTable::sort(std::vector<std::uint32_t> &rows, int column, bool descending) const
{
    if (column < 0 || column >= columnCount()) {
        return;
    }
    if (isNumeric(column)) {
        std::vector<double> values(rowCount(), std::numeric_limits<double>::quiet_NaN());
        for (const std::uint32_t row : rows) {
            values[row] = number(row, column).value_or(std::numeric_limits<double>::quiet_NaN());
        }
        std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            if (std::isnan(values[a]) || std::isnan(values[b])) {
                return !std::isnan(values[a]) && std::isnan(values[b]);
            }
            return descending ? values[a] > values[b] : values[a] < values[b];
        });
        return;
    }
    // The C locale knows no numbers in texts; any other does.
    QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    // Keys once for each distinct text: columns of kinds have few.
    std::vector<QString> texts(rowCount());
    QHash<QString, int> ranks;
    for (const std::uint32_t row : rows) {
        texts[row] = text(row, column);
        ranks.insert(texts[row], 0);
    }
    std::vector<std::pair<QCollatorSortKey, QString>> distinct;
    distinct.reserve(static_cast<std::size_t>(ranks.size()));
    for (auto it = ranks.cbegin(); it != ranks.cend(); ++it) {
        distinct.emplace_back(collator.sortKey(it.key()), it.key());
    }
    std::sort(distinct.begin(), distinct.end(), [](const auto &a, const auto &b) {
        const int order = a.first.compare(b.first);
        return order != 0 ? order < 0 : a.second < b.second;
    });
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        ranks[distinct[i].second] = static_cast<int>(i);
    }
    std::vector<int> rankOf(rowCount(), -1);
    for (const std::uint32_t row : rows) {
        rankOf[row] = texts[row].isNull() ? -1 : ranks.value(texts[row]);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (rankOf[a] < 0 || rankOf[b] < 0) {
            return rankOf[a] >= 0 && rankOf[b] < 0;
        }
        return descending ? rankOf[a] > rankOf[b] : rankOf[a] < rankOf[b];
    });
}

ColumnStatistics ObjectTable::statistics(std::span<const std::uint32_t> rows, int column) const
{
    if (isNumeric(column)) {
        std::vector<double> values;
        values.reserve(rows.size());
        for (const std::uint32_t row : rows) {
            values.push_back(number(row, column).value_or(std::numeric_limits<double>::quiet_NaN()));
        }
        return statisticsOf(values);
    }
    std::vector<QString> values;
    values.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        values.push_back(text(row, column));
    }
    return statisticsOf(values);
}

std::vector<std::uint32_t> ObjectTable::search(const QString &words) const
{
    const QStringList wanted = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < rowCount(); ++row) {
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
            for (int column = 0; column < columnCount(); ++column) {
                if (text(row, column).contains(word, Qt::CaseInsensitive)) {
                    return true;
                }
            }
            return false;
        });
        if (all) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace loci::city
