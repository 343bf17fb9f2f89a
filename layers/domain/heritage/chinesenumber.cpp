// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/reigns.h"

namespace loci::heritage {

namespace {
int digitOf(QChar c)
{
    static const QString digits = QStringLiteral("〇一二三四五六七八九");
    if (c == QChar(u'零')) {
        return 0;
    }
    if (c == QChar(u'两')) {
        return 2;
    }
    const qsizetype at = digits.indexOf(c);
    return at >= 0 ? int(at) : c.isDigit() && c.unicode() < 128 ? c.digitValue() : -1;
}

/// 廿 and 卅 are twenty and thirty.
QString unfolded(QString text)
{
    return text.replace(QChar(u'廿'), QStringLiteral("二十")).replace(QChar(u'卅'), QStringLiteral("三十"));
}
} // namespace

std::optional<int> chineseNumber(const QString &text)
{
    if (text.isEmpty() || text.size() > 8) {
        return std::nullopt;
    }
    if (text == QStringLiteral("元")) {
        return 1;
    }
    int total = 0;
    int digit = -1;
    bool hasUnit = false;
    const QString plain = unfolded(text);
    for (const QChar c : plain) {
        const int unit = c == QChar(u'十') ? 10 : c == QChar(u'百') ? 100 : 0;
        if (unit > 0) {
            total += (digit < 0 ? 1 : digit) * unit;
            digit = -1;
            hasUnit = true;
            continue;
        }
        const int value = digitOf(c);
        if (value < 0) {
            return std::nullopt;
        }
        digit = digit < 0 || (hasUnit && digit == 0) ? value : digit * 10 + value;
    }
    return total + (digit < 0 ? 0 : digit);
}

QString chineseYear(int year)
{
    static const QString digits = QStringLiteral("〇一二三四五六七八九");
    if (year == 1) {
        return QStringLiteral("元年");
    }
    QString text;
    if (year >= 100) {
        text += digits[year / 100] + QStringLiteral("百");
        text += year % 100 > 0 && year % 100 < 10 ? QStringLiteral("零") : QString();
    }
    const int tens = year % 100 / 10;
    if (tens > 0) {
        text += tens > 1 || year >= 100 ? QString(digits[tens]) : QString();
        text += QStringLiteral("十");
    }
    return text + (year % 10 > 0 ? QString(digits[year % 10]) : QString()) + QStringLiteral("年");
}

} // namespace loci::heritage
