// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/record.h"

#include "layers/domain/heritage/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <algorithm>

namespace loci::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::Record)
};

QStringList tokens(const QString &path)
{
    QStringList parts = path.mid(1).split(QLatin1Char('/'));
    for (QString &part : parts) {
        part.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
    }
    return path.isEmpty() ? QStringList() : parts;
}

QString escaped(QString key)
{
    return key.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
}

QJsonValue placed(const QJsonValue &json, const QStringList &way, qsizetype at, const QJsonValue &value);

QJsonValue placedInArray(QJsonArray array, const QStringList &way, qsizetype at, const QJsonValue &value)
{
    bool isNumber = false;
    const int index = way[at].toInt(&isNumber);
    if (!isNumber || index < 0 || index > array.size()) {
        return array;
    }
    const QJsonValue inner =
        placed(index < array.size() ? array.at(index) : QJsonValue(QJsonValue::Undefined), way, at + 1, value);
    if (inner.isUndefined()) {
        if (index < array.size()) {
            array.removeAt(index);
        }
    } else if (index == array.size()) {
        array.append(inner);
    } else {
        array.replace(index, inner);
    }
    return array;
}

QJsonValue placed(const QJsonValue &json, const QStringList &way, qsizetype at, const QJsonValue &value)
{
    if (at == way.size()) {
        return value;
    }
    if (json.isArray()) {
        return placedInArray(json.toArray(), way, at, value);
    }
    if (!json.isObject() && value.isUndefined()) {
        return json; // nothing there to remove
    }
    if (json.isUndefined() && way[at] == QLatin1String("0")) {
        return placedInArray({}, way, at, value); // the first item of a list
    }
    QJsonObject object = json.toObject();
    const QJsonValue inner = placed(object.value(way[at]), way, at + 1, value);
    if (inner.isUndefined()) {
        object.remove(way[at]);
    } else {
        object.insert(way[at], inner);
    }
    return object;
}

void compare(const QString &path, const QJsonValue &before, const QJsonValue &after, std::vector<FieldChange> &out);

bool isSameItem(const QJsonValue &before, const QJsonValue &after)
{
    const QString id = before.toObject().value(QLatin1String("id")).toString();
    return before == after || (!id.isEmpty() && id == after.toObject().value(QLatin1String("id")).toString());
}

/// A list that only grew or shrank at its end, or changed inside its items; any other change is one change of it all.
void compareArrays(const QString &path, const QJsonArray &before, const QJsonArray &after,
                   std::vector<FieldChange> &out)
{
    const qsizetype common = std::min(before.size(), after.size());
    if (before.size() != after.size()) {
        for (qsizetype i = 0; i < common; ++i) {
            if (!isSameItem(before.at(i), after.at(i))) {
                out.push_back({path, before, after});
                return;
            }
        }
    }
    const auto itemPath = [&path](qsizetype index) { return path + QLatin1Char('/') + QString::number(index); };
    for (qsizetype i = 0; i < common; ++i) {
        compare(itemPath(i), before.at(i), after.at(i), out);
    }
    for (qsizetype i = before.size() - 1; i >= common; --i) {
        out.push_back({itemPath(i), before.at(i), QJsonValue(QJsonValue::Undefined)});
    }
    for (qsizetype i = common; i < after.size(); ++i) {
        out.push_back({itemPath(i), QJsonValue(QJsonValue::Undefined), after.at(i)});
    }
}

void compare(const QString &path, const QJsonValue &before, const QJsonValue &after, std::vector<FieldChange> &out)
{
    if (before == after) {
        return;
    }
    if (before.isArray() && after.isArray() && !before.toArray().isEmpty() && !after.toArray().isEmpty()) {
        compareArrays(path, before.toArray(), after.toArray(), out);
        return;
    }
    if (!before.isObject() || !after.isObject()) {
        out.push_back({path, before, after});
        return;
    }
    const QJsonObject first = before.toObject();
    const QJsonObject second = after.toObject();
    QStringList keys = first.keys() + second.keys();
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const QString &key : keys) {
        compare(path + QLatin1Char('/') + escaped(key), first.value(key), second.value(key), out);
    }
}
} // namespace

QJsonValue valueAt(const QJsonValue &json, const QString &path)
{
    QJsonValue value = json;
    for (const QString &token : tokens(path)) {
        if (value.isArray()) {
            bool isNumber = false;
            const int index = token.toInt(&isNumber);
            value = isNumber && index >= 0 ? value.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.isObject() ? value.toObject().value(token) : QJsonValue(QJsonValue::Undefined);
        }
    }
    return value;
}

QJsonValue withValueAt(const QJsonValue &json, const QString &path, const QJsonValue &value)
{
    return placed(json, tokens(path), 0, value);
}

std::vector<FieldChange> changesBetween(const QJsonValue &before, const QJsonValue &after)
{
    std::vector<FieldChange> changes;
    compare({}, before, after, changes);
    return changes;
}

QJsonValue applied(QJsonValue json, const std::vector<FieldChange> &changes)
{
    for (const FieldChange &change : changes) {
        json = withValueAt(json, change.path, change.after);
    }
    return json;
}

QJsonValue takenBack(QJsonValue json, const std::vector<FieldChange> &changes)
{
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        json = withValueAt(json, change->path, change->before);
    }
    return json;
}

QByteArray Record::bytes() const
{
    return canonicalJson(m_json);
}

QString Record::text(const QString &path, const QStringList &languages) const
{
    const QJsonValue found = value(path);
    const QJsonObject texts = found.toObject();
    for (const QString &language : languages) {
        if (QString text = texts.value(language).toString(); !text.isEmpty()) {
            return text;
        }
    }
    for (const auto &text : texts) {
        if (!text.toString().isEmpty()) {
            return text.toString();
        }
    }
    return found.toString();
}

void Record::set(const QString &path, const QJsonValue &value)
{
    m_json = withValueAt(m_json, path, value).toObject();
}

std::vector<QJsonObject> Record::items(const QString &member) const
{
    std::vector<QJsonObject> objects;
    const QJsonArray array = m_json.value(member).toArray();
    objects.reserve(std::size_t(array.size()));
    for (const auto &item : array) {
        objects.push_back(item.toObject());
    }
    return objects;
}

void Record::setItems(const QString &member, const std::vector<QJsonObject> &objects)
{
    if (objects.empty()) {
        m_json.remove(member);
        return;
    }
    QJsonArray array;
    for (const QJsonObject &object : objects) {
        array.append(object);
    }
    m_json.insert(member, array);
}

Result<QJsonObject> Record::parseObject(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return fail(ErrorCode::Invalid, Texts::tr("The record cannot be read: it is no JSON object."),
                    error.errorString());
    }
    const QString id = document.object().value(QLatin1String("id")).toString();
    if (QUuid::fromString(id).isNull() || id != QUuid::fromString(id).toString(QUuid::WithoutBraces)) {
        return fail(ErrorCode::Invalid, Texts::tr("The record cannot be kept: its id “%1” is no UUID.").arg(id));
    }
    return document.object();
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace loci::heritage
