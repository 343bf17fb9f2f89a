// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/colouring.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <limits>

namespace loci::scene {

namespace {

constexpr std::size_t kMostClasses = 7;

/// The row of `object` or of its nearest ancestor that has a value; kNone when none has.
city::ObjectIndex rowWithValue(const city::CityModel &model, const std::vector<std::uint8_t> &has,
                               city::ObjectIndex object)
{
    for (int depth = 0; depth < 16 && object != city::kNone; ++depth) {
        if (has[object] != 0) {
            return object;
        }
        object = model.objectParent[object];
    }
    return city::kNone;
}

QString numberText(double value)
{
    return std::abs(value) < 1e15 && value == std::round(value) ? QString::number(value, 'f', 0)
                                                                : QString::number(value, 'g', 4);
}

bool isNumeric(const city::AttributeColumn &column)
{
    return column.kind() == city::AttributeColumn::Kind::Integer || column.kind() == city::AttributeColumn::Kind::Real;
}

} // namespace

Colouring::Colouring(const city::CityModel &model, Theme theme, const QString &by, const ColourScale &scale)
    : m_palette(&palette(theme))
    , m_noData(palette(theme).noData)
{
    m_textures = by == QLatin1String(kTexture);
    m_plain = by == QLatin1String(kPlain);
    const city::AttributeColumn *column =
        by.isEmpty() || m_textures || m_plain ? nullptr : model.attributes.find(by.toStdString());
    if (!column) {
        return;
    }
    m_legend.title = by;
    std::vector<std::uint8_t> has(model.objectCount(), 0);
    for (const std::uint32_t row : column->rows()) {
        has[row] = 1;
    }
    const bool numeric = isNumeric(*column);
    std::vector<double> numbers(numeric ? model.objectCount() : 0, std::numeric_limits<double>::quiet_NaN());
    std::vector<QString> texts(numeric ? 0 : model.objectCount());
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        const city::ObjectIndex row = rowWithValue(model, has, o);
        if (row != city::kNone && numeric) {
            numbers[o] = column->number(row).value_or(std::numeric_limits<double>::quiet_NaN());
        } else if (row != city::kNone) {
            texts[o] = column->value(row).toString();
        }
    }
    m_class.assign(model.objectCount(), kNoValue);
    if (numeric) {
        classifyNumbers(numbers, statedNumbers(model, by), scale);
    } else {
        classifyTexts(texts, theme);
    }
    finish();
}

Colouring::Colouring(Theme theme, const ObjectClasses &classes)
    : m_palette(&palette(theme))
    , m_noData(palette(theme).noData)
    , m_restKeepsLook(classes.restKeepsLook)
    , m_class(classes.ofObject)
    , m_legend(classes.legend)
{
    for (const LegendEntry &entry : m_legend.entries) {
        m_colours.push_back(entry.colour);
        m_wall.push_back(mix(entry.colour, (*m_palette)[SurfaceClass::Wall], 0.18));
    }
    for (std::uint8_t &number : m_class) {
        number = number < m_colours.size() ? number : kNoValue;
    }
}

void Colouring::classifyNumbers(const std::vector<double> &values, const std::vector<double> &stated,
                                const ColourScale &scale)
{
    if (stated.empty()) {
        return;
    }
    const double lowest = *std::min_element(stated.begin(), stated.end());
    const std::vector<double> ends = scale.ends(stated);
    const bool single = stated.size() > 1 && std::all_of(stated.begin(), stated.end(), [&](double v) {
                            return std::binary_search(ends.begin(), ends.end(), v);
                        });
    m_legend.isRamp = true;
    for (std::size_t c = 0; c < ends.size(); ++c) {
        m_colours.push_back(scale.colourOf(c, ends.size()));
        const double from = c == 0 ? lowest : ends[c - 1];
        m_legend.entries.push_back(
            {.label = single ? numberText(ends[c]) : numberText(from) + QStringLiteral(" – ") + numberText(ends[c]),
             .colour = m_colours.back()});
    }
    for (std::size_t o = 0; o < values.size(); ++o) {
        if (std::isfinite(values[o])) {
            const auto place = std::lower_bound(ends.begin(), ends.end(), values[o]) - ends.begin();
            m_class[o] = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(place, std::ssize(ends) - 1));
        }
    }
}

void Colouring::classifyTexts(const std::vector<QString> &values, Theme theme)
{
    QHash<QString, std::size_t> counts;
    for (const QString &value : values) {
        if (!value.isEmpty()) {
            ++counts[value];
        }
    }
    QStringList order = counts.keys();
    std::sort(order.begin(), order.end(), [&counts](const QString &a, const QString &b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    const bool hasOthers = order.size() > static_cast<qsizetype>(kMostClasses);
    const qsizetype kept = hasOthers ? static_cast<qsizetype>(kMostClasses) - 1 : order.size();
    QHash<QString, std::uint8_t> numbers;
    for (qsizetype i = 0; i < kept; ++i) {
        numbers.insert(order[i], static_cast<std::uint8_t>(i));
        m_colours.push_back(categoryColour(static_cast<std::size_t>(i), theme));
        m_legend.entries.push_back({.label = order[i], .colour = m_colours.back()});
    }
    if (hasOthers) {
        m_colours.push_back(categoryColour(kMostClasses - 1, theme));
        m_legend.entries.push_back({.label = {}, .colour = m_colours.back(), .isOther = true});
    }
    for (std::size_t o = 0; o < values.size(); ++o) {
        if (!values[o].isEmpty()) {
            m_class[o] = numbers.value(values[o], static_cast<std::uint8_t>(kMostClasses - 1));
        }
    }
}

void Colouring::finish()
{
    std::size_t without = 0;
    for (const std::uint8_t number : m_class) {
        if (number == kNoValue) {
            ++without;
        } else {
            ++m_legend.entries[number].count;
        }
    }
    for (const Rgb &colour : m_colours) {
        m_wall.push_back(mix(colour, (*m_palette)[SurfaceClass::Wall], 0.18)); // keeps the form of the building
    }
    if (without > 0) {
        m_legend.entries.push_back({.label = {}, .colour = m_noData, .isNoData = true, .count = without});
    }
}

QStringList colourableAttributes(const city::CityModel &model)
{
    QStringList names;
    for (const auto &column : model.attributes.columns()) {
        if (column->kind() == city::AttributeColumn::Kind::Json || column->count() < 2) {
            continue;
        }
        if (isNumeric(*column)) {
            names.append(QString::fromStdString(column->name()));
            continue;
        }
        QSet<QString> seen;
        for (const std::uint32_t row : column->rows()) {
            seen.insert(column->value(row).toString());
            if (seen.size() > 60) {
                break; // names and numbers of things, not kinds
            }
        }
        if (seen.size() > 1 && seen.size() <= 60 && static_cast<std::size_t>(seen.size()) * 2 <= column->count() + 4) {
            names.append(QString::fromStdString(column->name()));
        }
    }
    return names;
}

} // namespace loci::scene
