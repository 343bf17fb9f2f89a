// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/unittext.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace loci::widgets {

namespace {

struct Word
{
    const char *unit, *source;
};

constexpr Word kWords[] = {
    {"person", QT_TRANSLATE_NOOP("Units", "person")},     {"home", QT_TRANSLATE_NOOP("Units", "home")},
    {"tree", QT_TRANSLATE_NOOP("Units", "tree")},         {"sensor", QT_TRANSLATE_NOOP("Units", "sensor")},
    {"building", QT_TRANSLATE_NOOP("Units", "building")}, {"place", QT_TRANSLATE_NOOP("Units", "place")},
    {"point", QT_TRANSLATE_NOOP("Units", "point")},       {"people", QT_TRANSLATE_NOOP("Units", "people")},
    {"vehicles", QT_TRANSLATE_NOOP("Units", "vehicles")}, {"bikes", QT_TRANSLATE_NOOP("Units", "bikes")}};

const QHash<QString, QString> &signs()
{
    static const QHash<QString, QString> known{
        {QStringLiteral("degC"), QStringLiteral("°C")}, {QStringLiteral("degF"), QStringLiteral("°F")},
        {QStringLiteral("deg"), QStringLiteral("°")},   {QStringLiteral("percent"), QStringLiteral("%")},
        {QStringLiteral("ug"), QStringLiteral("µg")},   {QStringLiteral("um"), QStringLiteral("µm")}};
    return known;
}

QString shownPart(QString part)
{
    const auto sign = signs().constFind(part);
    if (sign != signs().constEnd()) {
        return *sign;
    }
    if (part.size() > 1 && part.at(part.size() - 2).isLetter()) {
        const QChar power = part.back();
        if (power == QLatin1Char('2') || power == QLatin1Char('3')) {
            part.back() = power == QLatin1Char('2') ? QChar(0x00B2) : QChar(0x00B3);
        }
    }
    for (const Word &word : kWords) {
        if (part == QLatin1String(word.unit)) {
            return QCoreApplication::translate("Units", word.source);
        }
    }
    return part;
}

} // namespace

QString shownUnit(const QString &unit)
{
    QStringList parts = unit.split(QLatin1Char('/'));
    for (QString &part : parts) {
        part = shownPart(part);
    }
    const QString shown = parts.join(QLatin1Char('/'));
    return shown == QLatin1String("1") ? QString() : shown;
}

} // namespace loci::widgets
