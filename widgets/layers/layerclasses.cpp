// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/layerclasses.h"

#include "widgets/layers/colourramps.h"

#include <qgsclassificationequalinterval.h>
#include <qgsclassificationjenks.h>
#include <qgsclassificationprettybreaks.h>
#include <qgsclassificationquantile.h>

#include <QCollator>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {
std::unique_ptr<QgsClassificationMethod> methodOf(ClassMode mode)
{
    switch (mode) {
    case ClassMode::Equal:
        return std::make_unique<QgsClassificationEqualInterval>();
    case ClassMode::Quantile:
        return std::make_unique<QgsClassificationQuantile>();
    case ClassMode::Natural:
        return std::make_unique<QgsClassificationJenks>();
    case ClassMode::Pretty:
        return std::make_unique<QgsClassificationPrettyBreaks>();
    }
    return nullptr;
}

/// As few decimals as tell the classes apart.
QString numberText(double value, double span)
{
    const int decimals = span > 0 ? std::clamp(int(std::ceil(1 - std::log10(span))), 0, 6) : 2;
    QLocale locale;
    QString text = locale.toString(value, 'f', decimals);
    if (decimals > 0 && text.contains(locale.decimalPoint())) {
        while (text.endsWith(QLatin1Char('0'))) {
            text.chop(1);
        }
        if (text.endsWith(locale.decimalPoint())) {
            text.chop(locale.decimalPoint().size());
        }
    }
    return text;
}

std::vector<StyleClass> graduated(const FieldSummary &summary, const LayerStyle &style)
{
    std::vector<StyleClass> classes;
    if (summary.numbers.isEmpty()) {
        return classes;
    }
    const auto [low, high] = std::minmax_element(summary.numbers.begin(), summary.numbers.end());
    if (*low == *high) {
        classes.push_back({numberText(*low, 1), {}, *low, *high, {}});
        return classes;
    }
    const int wanted = std::clamp(style.classCount, 2, kMostClasses);
    QList<QgsClassificationRange> ranges;
    // "Pretty" makes about as many classes as it is asked for: ask for fewer until they fit.
    for (int ask = wanted; ask >= 1 && (ranges.isEmpty() || ranges.size() > kMostClasses); --ask) {
        ranges = methodOf(style.mode)->classes(summary.numbers, ask);
    }
    const double step = (*high - *low) / std::max<double>(1, double(ranges.size()));
    for (const QgsClassificationRange &range : ranges) {
        if (range.upperBound() <= range.lowerBound() && !classes.empty()) {
            continue; // many equal values: quantiles coincide
        }
        classes.push_back(
            {QStringLiteral("%1 – %2").arg(numberText(range.lowerBound(), step), numberText(range.upperBound(), step)),
             {},
             range.lowerBound(),
             range.upperBound(),
             {}});
    }
    return classes;
}

std::vector<StyleClass> categorised(const FieldSummary &summary, const LayerStyle &style)
{
    const std::size_t count =
        std::min<std::size_t>(summary.frequencies.size(), std::size_t(std::clamp(style.classCount, 1, kMostClasses)));
    std::vector<StyleClass> classes;
    for (std::size_t i = 0; i < count; ++i) {
        const QVariant &value = summary.frequencies[i].first;
        classes.push_back({value.toString(), value, 0, 0, {}});
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::sort(classes.begin(), classes.end(),
              [&](const StyleClass &a, const StyleClass &b) { return collator.compare(a.label, b.label) < 0; });
    return classes;
}
} // namespace

std::vector<StyleClass> classesOf(const FieldSummary &summary, const LayerStyle &style)
{
    LayerStyle coloured = style;
    coloured.classes = style.kind == StyleKind::Graduated ? graduated(summary, style) : categorised(summary, style);
    recolour(coloured);
    return coloured.classes;
}

void recolour(LayerStyle &style)
{
    const QList<QColor> colours = rampColours(style.ramp, int(style.classes.size()), style.inverted);
    for (std::size_t i = 0; i < style.classes.size() && i < std::size_t(colours.size()); ++i) {
        style.classes[i].colour = colours[qsizetype(i)];
    }
}

} // namespace loci::widgets
