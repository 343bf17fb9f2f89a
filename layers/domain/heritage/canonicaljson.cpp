// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QVariant>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace loci::heritage {

namespace {
/// Digits and exponent of the shortest form that reads back as the same number, laid out as ECMAScript does.
QByteArray number(double value)
{
    if (!std::isfinite(value) || value == 0) {
        return "0";
    }
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::scientific);
    const QByteArray shortest(buffer.data(), end.ptr - buffer.data());
    const qsizetype mark = shortest.indexOf('e');
    QByteArray digits = shortest.left(mark);
    digits.remove(1, digits.size() > 1 ? 1 : 0);
    const int count = int(digits.size());
    const int point = shortest.mid(mark + 1).toInt() + 1; // digits before the decimal point
    QByteArray text;
    if (count <= point && point <= 21) {
        text = digits + QByteArray(point - count, '0');
    } else if (point > 0 && point <= 21) {
        text = digits.left(point) + '.' + digits.mid(point);
    } else if (point > -6 && point <= 0) {
        text = "0." + QByteArray(-point, '0') + digits;
    } else {
        const int exponent = point - 1;
        text = digits.left(1) + (count > 1 ? "." + digits.mid(1) : QByteArray()) + 'e' + (exponent < 0 ? '-' : '+') +
               QByteArray::number(std::abs(exponent));
    }
    return value < 0 ? '-' + text : text;
}

void appendText(const QString &text, QByteArray &out)
{
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char byte : utf8) {
        switch (byte) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(byte) < 0x20) {
                out += "\\u00";
                out += kHex[(byte >> 4) & 0xf];
                out += kHex[byte & 0xf];
            } else {
                out += byte;
            }
        }
    }
    out += '"';
}

void append(const QJsonValue &value, QByteArray &out);

void appendArray(const QJsonArray &array, QByteArray &out)
{
    out += '[';
    bool isFirst = true;
    for (const auto &item : array) {
        out += isFirst ? "" : ",";
        isFirst = false;
        append(item, out);
    }
    out += ']';
}

void appendObject(const QJsonObject &object, QByteArray &out)
{
    QStringList keys = object.keys();
    std::sort(keys.begin(), keys.end(),
              [](const QString &a, const QString &b) { return QString::compare(a, b, Qt::CaseSensitive) < 0; });
    out += '{';
    bool isFirst = true;
    for (const QString &key : keys) {
        out += isFirst ? "" : ",";
        isFirst = false;
        appendText(key, out);
        out += ':';
        append(object.value(key), out);
    }
    out += '}';
}

void append(const QJsonValue &value, QByteArray &out)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double: {
        const QVariant variant = value.toVariant();
        out += variant.typeId() == QMetaType::LongLong ? QByteArray::number(variant.toLongLong())
                                                       : number(value.toDouble());
        break;
    }
    case QJsonValue::String:
        appendText(value.toString(), out);
        break;
    case QJsonValue::Array:
        appendArray(value.toArray(), out);
        break;
    case QJsonValue::Object:
        appendObject(value.toObject(), out);
        break;
    default:
        out += "null";
    }
}
} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    append(value, out);
    return out;
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString chainHash(const QString &previous, const QByteArray &canonical)
{
    return sha256(previous.toLatin1() + '\n' + canonical);
}

QString chainStart()
{
    return QString(64, QLatin1Char('0'));
}

} // namespace loci::heritage
