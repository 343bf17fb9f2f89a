// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/unit.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>
#include <cmath>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Unit)
};

struct Known
{
    double scale;
    const char *base;
    int power;
};

/// Factors are those of the SI brochure; a year is 365.25 days, a month a twelfth of it.
const QHash<QString, Known> &knownUnits()
{
    static const QHash<QString, Known> units{
        {QStringLiteral("m"), {1, "m", 1}},           {QStringLiteral("km"), {1000, "m", 1}},
        {QStringLiteral("cm"), {0.01, "m", 1}},       {QStringLiteral("mm"), {0.001, "m", 1}},
        {QStringLiteral("ha"), {1e4, "m", 2}},        {QStringLiteral("l"), {0.001, "m", 3}},
        {QStringLiteral("L"), {0.001, "m", 3}},       {QStringLiteral("kg"), {1, "kg", 1}},
        {QStringLiteral("g"), {1e-3, "kg", 1}},       {QStringLiteral("mg"), {1e-6, "kg", 1}},
        {QStringLiteral("ug"), {1e-9, "kg", 1}},      {QStringLiteral("t"), {1000, "kg", 1}},
        {QStringLiteral("s"), {1, "s", 1}},           {QStringLiteral("min"), {60, "s", 1}},
        {QStringLiteral("h"), {3600, "s", 1}},        {QStringLiteral("d"), {86400, "s", 1}},
        {QStringLiteral("day"), {86400, "s", 1}},     {QStringLiteral("month"), {2629800, "s", 1}},
        {QStringLiteral("year"), {31557600, "s", 1}}, {QStringLiteral("yr"), {31557600, "s", 1}},
        {QStringLiteral("J"), {1, "J", 1}},           {QStringLiteral("GJ"), {1e9, "J", 1}},
        {QStringLiteral("kWh"), {3.6e6, "J", 1}},     {QStringLiteral("MWh"), {3.6e9, "J", 1}},
        {QStringLiteral("dB"), {1, "dB", 1}},         {QStringLiteral("degC"), {1, "degC", 1}},
        {QStringLiteral("ppm"), {1e-6, "", 0}},       {QStringLiteral("ppb"), {1e-9, "", 0}},
        {QStringLiteral("%"), {0.01, "", 0}},         {QStringLiteral("‰"), {0.001, "", 0}}};
    return units;
}

QString plainDigits(QString text)
{
    static const std::pair<QChar, const char *> signs[] = {{QChar(0x00B2), "2"}, {QChar(0x00B3), "3"},
                                                           {QChar(0x00B5), "u"}, {QChar(0x03BC), "u"},
                                                           {QChar(0x00B7), "*"}, {QChar(0x2009), ""}};
    for (const auto &[sign, plain] : signs) {
        text.replace(sign, QLatin1String(plain));
    }
    text.replace(QStringLiteral("°C"), QStringLiteral("degC"));
    return text;
}

QString singular(const QString &word)
{
    static const QHash<QString, QString> odd{{QStringLiteral("people"), QStringLiteral("person")},
                                             {QStringLiteral("capita"), QStringLiteral("person")},
                                             {QStringLiteral("人"), QStringLiteral("person")},
                                             {QStringLiteral("cities"), QStringLiteral("city")}};
    if (odd.contains(word)) {
        return odd.value(word);
    }
    return word.size() > 3 && word.endsWith(QLatin1Char('s')) && !word.endsWith(QLatin1String("ss")) ? word.chopped(1)
                                                                                                     : word;
}

} // namespace

/// Factors between * and /, each a number, or a word with an exponent behind it.
class UnitParser
{
public:
    static bool take(Unit &unit, const QString &factor, int sign)
    {
        bool number = false;
        const double value = QString(factor).remove(QLatin1Char(' ')).toDouble(&number);
        if (number) {
            unit.m_scale *= std::pow(value, sign);
            return value > 0;
        }
        // "100000 persons": a number, a space, the rest
        const QStringList words = factor.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (words.size() > 1) {
            bool all = true;
            for (const QString &word : words) {
                all = all && take(unit, word, sign);
            }
            return all;
        }
        return takeWord(unit, factor, sign);
    }

private:
    static bool takeWord(Unit &unit, const QString &factor, int sign)
    {
        QString word = factor;
        int exponent = 1;
        if (!word.isEmpty() && word.back().isDigit()) {
            exponent = word.back().digitValue();
            word.chop(word.size() > 1 && word.at(word.size() - 2) == QLatin1Char('^') ? 2 : 1);
        }
        if (word.isEmpty() || exponent == 0) {
            return false;
        }
        for (const QChar c : word) {
            if (!c.isLetter() && c != QLatin1Char('%') && c != QChar(0x2030) && c != QLatin1Char('_')) {
                return false;
            }
        }
        const auto known = knownUnits().constFind(knownUnits().contains(word) ? word : singular(word));
        const bool isKnown = known != knownUnits().constEnd();
        const QString base = isKnown ? QLatin1String(known->base) : singular(word);
        unit.m_scale *= std::pow(isKnown ? known->scale : 1.0, sign * exponent);
        const int power = sign * exponent * (isKnown ? known->power : 1);
        if (power != 0 && (unit.m_powers[base] += power) == 0) {
            unit.m_powers.erase(base);
        }
        return true;
    }
};

Result<Unit> Unit::parse(const QString &text)
{
    const QString plain = plainDigits(text.trimmed());
    Unit unit;
    int sign = 1;
    QString factor;
    bool good = plain.size() <= 100;
    const auto finish = [&] {
        good = good && (factor.trimmed().isEmpty() ? false : UnitParser::take(unit, factor.trimmed(), sign));
        factor.clear();
    };
    if (plain.isEmpty()) {
        return unit;
    }
    for (const QChar c : plain) {
        if (c == QLatin1Char('/') || c == QLatin1Char('*')) {
            finish();
            sign = c == QLatin1Char('/') ? -1 : sign;
        } else {
            factor += c;
        }
    }
    finish();
    if (!good) {
        return fail(ErrorCode::Invalid, Texts::tr("“%1” is no unit of measure.").arg(text.left(40)));
    }
    return unit;
}

bool Unit::isShare() const
{
    return isPlain() && m_scale != 1;
}

bool Unit::isRate() const
{
    if (isShare()) {
        return true;
    }
    for (const auto &[base, power] : m_powers) {
        if (power < 0) {
            return true;
        }
    }
    return false;
}

bool Unit::sameKind(const Unit &other) const
{
    return m_powers == other.m_powers;
}

bool Unit::operator==(const Unit &other) const
{
    return sameKind(other) && std::abs(m_scale - other.m_scale) <= 1e-9 * std::abs(m_scale);
}

Unit Unit::times(const Unit &other, int sign) const
{
    Unit product = *this;
    product.m_scale *= std::pow(other.m_scale, sign);
    for (const auto &[base, power] : other.m_powers) {
        if ((product.m_powers[base] += sign * power) == 0) {
            product.m_powers.erase(base);
        }
    }
    return product;
}

Unit Unit::power(int exponent) const
{
    Unit result;
    result.m_scale = std::pow(m_scale, exponent);
    for (const auto &[base, power] : m_powers) {
        if (exponent != 0) {
            result.m_powers[base] = power * exponent;
        }
    }
    return result;
}

QString Unit::text() const
{
    if (isPlain()) {
        return m_scale == 0.01 ? QStringLiteral("%") : QString::number(m_scale, 'g', 6);
    }
    QStringList words;
    for (const auto &[base, power] : m_powers) {
        words << (power == 1 ? base : base + QString::number(power));
    }
    const QString factor = m_scale == 1 ? QString() : QString::number(m_scale, 'g', 6) + QLatin1Char(' ');
    return factor + words.join(QLatin1Char('*'));
}

} // namespace loci::indicators
