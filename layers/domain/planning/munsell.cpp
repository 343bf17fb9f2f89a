// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/planning/munsell.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

namespace loci::planning {

namespace {

std::optional<double> hueFromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d+(?:\\.\\d+)?)\\s*(R|YR|Y|GY|G|BG|B|PB|P|RP)$"));
    static const QStringList circle{
        QStringLiteral("R"),  QStringLiteral("YR"), QStringLiteral("Y"),  QStringLiteral("GY"), QStringLiteral("G"),
        QStringLiteral("BG"), QStringLiteral("B"),  QStringLiteral("PB"), QStringLiteral("P"),  QStringLiteral("RP")};
    const QRegularExpressionMatch match = form.match(text.trimmed().toUpper());
    const double step = match.captured(1).toDouble();
    if (!match.hasMatch() || step > 10) {
        return std::nullopt;
    }
    const double hue = 10.0 * static_cast<double>(circle.indexOf(match.captured(2))) + step;
    return hue >= 100 ? hue - 100 : hue;
}

bool readBounds(const QJsonObject &object, const char *name, double (&bounds)[2])
{
    const QJsonValue value = object[QLatin1String(name)];
    if (value.isUndefined()) {
        return true;
    }
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2 || !pair[0].isDouble() || !pair[1].isDouble()) {
        return false;
    }
    bounds[0] = pair[0].toDouble();
    bounds[1] = pair[1].toDouble();
    return bounds[0] <= bounds[1];
}

} // namespace

std::optional<MunsellColour> MunsellColour::fromText(const QString &text)
{
    static const QRegularExpression neutral(QStringLiteral("^N\\s*(\\d+(?:\\.\\d+)?)/?$"));
    static const QRegularExpression full(QStringLiteral("^(.*?[A-Z]+)\\s*(\\d+(?:\\.\\d+)?)/(\\d+(?:\\.\\d+)?)$"));
    const QString upper = text.trimmed().toUpper();
    if (const QRegularExpressionMatch grey = neutral.match(upper); grey.hasMatch()) {
        return MunsellColour{0, grey.captured(1).toDouble(), 0};
    }
    const QRegularExpressionMatch match = full.match(upper);
    const auto hue = match.hasMatch() ? hueFromText(match.captured(1)) : std::nullopt;
    if (!hue) {
        return std::nullopt;
    }
    return MunsellColour{*hue, match.captured(2).toDouble(), match.captured(3).toDouble()};
}

std::optional<MunsellRange> MunsellRange::fromJson(const QJsonObject &object)
{
    MunsellRange range;
    const QJsonValue hues = object[QLatin1String("hue")];
    if (!hues.isUndefined()) {
        range.m_firstHue = hueFromText(hues.toArray().at(0).toString());
        range.m_lastHue = hueFromText(hues.toArray().at(1).toString());
        if (!range.m_firstHue || !range.m_lastHue) {
            return std::nullopt;
        }
    }
    if (!readBounds(object, "value", range.m_value) || !readBounds(object, "chroma", range.m_chroma)) {
        return std::nullopt;
    }
    return range;
}

bool MunsellRange::contains(const MunsellColour &colour) const
{
    if (colour.value < m_value[0] || colour.value > m_value[1] || colour.chroma < m_chroma[0] ||
        colour.chroma > m_chroma[1]) {
        return false;
    }
    if (colour.isNeutral() || !m_firstHue) {
        return true;
    }
    return *m_firstHue <= *m_lastHue ? colour.hue >= *m_firstHue && colour.hue <= *m_lastHue
                                     : colour.hue >= *m_firstHue || colour.hue <= *m_lastHue;
}

} // namespace loci::planning
