// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <vector>

namespace loci::heritage {

/// One field that differs between two states of a record. The path is a JSON pointer ("/surveys/0/condition"); an
/// undefined value is "not there".
struct FieldChange
{
    QString path;
    QJsonValue before;
    QJsonValue after;
    bool operator==(const FieldChange &) const = default;
};

/// The value at a JSON pointer, undefined when there is none.
QJsonValue valueAt(const QJsonValue &json, const QString &path);
/// The same JSON with another value at a pointer; objects on the way are made, an array grows by one at its end at
/// most; undefined removes the member (or the array's last item).
QJsonValue withValueAt(const QJsonValue &json, const QString &path, const QJsonValue &value);
/// Every field that differs, in an order in which applying the "after" values to `before` gives `after`, and applying
/// the "before" values backwards to `after` gives `before`.
std::vector<FieldChange> changesBetween(const QJsonValue &before, const QJsonValue &after);
QJsonValue applied(QJsonValue json, const std::vector<FieldChange> &changes);
QJsonValue takenBack(QJsonValue json, const std::vector<FieldChange> &changes);

/// A record of the catalogue: JSON with an "id". Everything in it is kept, known or not; the members that Loci knows
/// are listed at Asset and Zone. Text in several languages is an object {"zh": "...", "en": "..."}.
class Record
{
public:
    Record() = default;
    explicit Record(QJsonObject json) : m_json(std::move(json)) {}

    QString id() const { return m_json.value(QLatin1String("id")).toString(); }
    const QJsonObject &json() const { return m_json; }
    QByteArray bytes() const; ///< canonical JSON: what is stored and hashed
    QJsonValue value(const QString &path) const { return valueAt(m_json, path); }
    QString text(const QString &path) const { return value(path).toString(); }
    /// A text in the first of the languages that it has; any other one when it has none of them.
    QString text(const QString &path, const QStringList &languages) const;
    void set(const QString &path, const QJsonValue &value);
    bool operator==(const Record &) const = default;

    /// The parts of a repeated member by their type (parts.h): `record.parts<Survey>()`.
    template <class Part>
    std::vector<Part> parts() const
    {
        std::vector<Part> result;
        const std::vector<QJsonObject> objects = items(QLatin1String(Part::kMember));
        result.reserve(objects.size());
        for (const QJsonObject &object : objects) {
            result.push_back(Part::fromJson(object));
        }
        return result;
    }
    template <class Part>
    void setParts(const std::vector<Part> &parts)
    {
        std::vector<QJsonObject> objects;
        objects.reserve(parts.size());
        for (const Part &part : parts) {
            objects.push_back(part.toJson());
        }
        setItems(QLatin1String(Part::kMember), objects);
    }
    std::vector<QJsonObject> items(const QString &member) const; ///< objects of an array member
    void setItems(const QString &member, const std::vector<QJsonObject> &objects);

protected:
    static Result<QJsonObject> parseObject(const QByteArray &json);
    QJsonObject m_json;
};

QString newId(); ///< a UUID without braces, lower case

} // namespace loci::heritage
