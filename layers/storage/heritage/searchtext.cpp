// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/searchtext.h"

#include "layers/base/pinyin.h"

#include <QStringList>
#include <algorithm>

namespace loci::storage::heritage {

namespace {
bool isHanPoint(uint point)
{
    return (point >= 0x3400 && point <= 0x9fff) || (point >= 0xf900 && point <= 0xfaff) ||
           (point >= 0x20000 && point <= 0x323af);
}

/// Runs of Han characters and of other letters and digits.
struct Run
{
    QString text;
    bool isHan = false;
};

bool hasLetterOrDigit(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return std::any_of(points.begin(), points.end(),
                       [](uint point) { return QChar::isLetter(point) || QChar::isDigit(point); });
}

QList<Run> runsOf(const QString &text)
{
    QList<Run> runs;
    bool isOpen = false;
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        const bool isHan = isHanPoint(point);
        if (!isHan && !QChar::isLetterOrNumber(point) && !QChar::isMark(point)) {
            isOpen = false;
            continue;
        }
        if (!isOpen || runs.last().isHan != isHan) {
            runs.append({{}, isHan});
            isOpen = true;
        }
        const char32_t character = point;
        runs.last().text += QString::fromUcs4(&character, 1);
    }
    // Marks and signs alone (an accent, a raised 2) are no word in either home's index.
    runs.removeIf([](const Run &run) { return !run.isHan && !hasLetterOrDigit(run.text); });
    return runs;
}
} // namespace

QString segmented(const QString &text)
{
    QString result;
    result.reserve(text.size() * 2);
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        const char32_t character = point;
        const QString letter = QString::fromUcs4(&character, 1);
        result += isHanPoint(point) ? QLatin1Char(' ') + letter + QLatin1Char(' ') : letter;
    }
    return result.simplified();
}

QString pinyinWords(const QString &lines)
{
    QStringList words;
    const QStringList list = lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : list) {
        words << pinyinKeys(line);
    }
    words.removeDuplicates();
    return words.join(QLatin1Char(' '));
}

QString matchExpression(const QString &typed)
{
    QStringList terms;
    const QList<Run> runs = runsOf(typed.left(500));
    for (const Run &run : runs) {
        // Letters and digits only: nothing in it can be an operator, and the quotes make it a string.
        terms << (run.isHan ? QLatin1Char('"') + segmented(run.text) + QLatin1Char('"')
                            : QLatin1Char('"') + run.text + QStringLiteral("\"*"));
    }
    return terms.mid(0, 20).join(QStringLiteral(" AND "));
}

QString orderKey(const QString &name)
{
    const QStringList keys = pinyinKeys(name);
    return (keys.isEmpty() ? name.toLower() : keys.first()).left(60);
}

} // namespace loci::storage::heritage
