// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/contracts/fieldvalue.h"

#include <QDateTime>
#include <cmath>

namespace loci::contracts {

namespace {

std::optional<QVariant> dateOf(QString text)
{
    const QDate date = QDate::fromString(text.replace(QLatin1Char('/'), QLatin1Char('-')), Qt::ISODate);
    return date.isValid() ? std::optional<QVariant>(date) : std::nullopt;
}

std::optional<QVariant> timeOf(QString text)
{
    text.replace(QLatin1Char('/'), QLatin1Char('-'));
    if (text.size() > 3 &&
        (text.at(text.size() - 3) == QLatin1Char('+') || text.at(text.size() - 3) == QLatin1Char('-')) &&
        text.size() > 16) {
        text += QStringLiteral(":00"); // "+00" as GDAL writes it
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        return std::nullopt;
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return time.toUTC();
}

std::optional<QVariant> truthOf(const QString &text)
{
    const QString word = text.toLower();
    for (const char *yes : {"true", "1", "yes", "是"}) {
        if (word == QString::fromUtf8(yes)) {
            return QVariant(true);
        }
    }
    for (const char *no : {"false", "0", "no", "否"}) {
        if (word == QString::fromUtf8(no)) {
            return QVariant(false);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<QVariant> valueOf(FieldType type, const QString &text)
{
    const QString word = text.trimmed();
    bool good = false;
    switch (type) {
    case FieldType::Text:
        return text;
    case FieldType::Integer: {
        const qlonglong number = word.toLongLong(&good);
        return good ? std::optional<QVariant>(number) : std::nullopt;
    }
    case FieldType::Number: {
        const double number = word.toDouble(&good);
        return good && std::isfinite(number) ? std::optional<QVariant>(number) : std::nullopt;
    }
    case FieldType::Date:
        return dateOf(word);
    case FieldType::Time:
        return timeOf(word);
    case FieldType::Boolean:
        return truthOf(word);
    }
    return std::nullopt;
}

} // namespace loci::contracts
