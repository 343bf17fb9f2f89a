// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/feeds/jsonpointer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace loci::feeds {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::feeds::JsonPointer)
};

QJsonValue elementOf(const QJsonArray &array, const QString &step)
{
    const bool plain = step.size() < 10 && (step.size() == 1 || !step.startsWith(QLatin1Char('0')));
    bool number = false;
    const int index = step.toInt(&number);
    return plain && number && index >= 0 && index < array.size() ? array.at(index) : QJsonValue(QJsonValue::Undefined);
}
} // namespace

Result<JsonPointer> JsonPointer::parse(const QString &text)
{
    JsonPointer pointer;
    pointer.m_text = text;
    if (text.isEmpty()) {
        return pointer;
    }
    if (!text.startsWith(QLatin1Char('/'))) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("“%1” is no JSON pointer: it must begin with a slash, as in /data/0/value.").arg(text));
    }
    pointer.m_steps = text.mid(1).split(QLatin1Char('/'));
    for (QString &step : pointer.m_steps) { // RFC 6901, 4
        step.replace(QStringLiteral("~1"), QStringLiteral("/")).replace(QStringLiteral("~0"), QStringLiteral("~"));
    }
    return pointer;
}

QJsonValue JsonPointer::at(const QJsonValue &root) const
{
    QJsonValue value = root;
    for (const QString &step : m_steps) {
        if (value.isObject()) {
            value = value.toObject().value(step);
        } else if (value.isArray()) {
            value = elementOf(value.toArray(), step);
        } else {
            return QJsonValue(QJsonValue::Undefined);
        }
    }
    return value;
}

} // namespace loci::feeds
