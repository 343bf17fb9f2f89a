// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QSet>
#include <QString>
#include <vector>

namespace loci::merge {

/// A field that two sides changed to different values. In its path an item of a list is named by what identifies it:
/// "/surveys/id=5f0e.../condition". An undefined value is "not there".
struct Conflict
{
    QString path;
    QJsonValue base, mine, theirs;
    bool operator==(const Conflict &) const = default;
    static Conflict fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

struct Outcome
{
    QJsonObject merged; ///< with my value where there is a conflict
    std::vector<Conflict> conflicts;
};

/// The document that holds both sides' changes since the state they have in common, field by field. Lists go item by
/// item: by id, hash, scheme or language where each item has one of its own, else by their whole value. `whole`: paths
/// of members whose parts belong together, so that half of one side and half of the other would be nonsense.
Outcome threeWay(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs,
                 const QSet<QString> &whole = {});

/// The value at a path of a conflict, and the document with another one there; undefined removes.
QJsonValue fieldAt(const QJsonValue &json, const QString &path);
QJsonValue withField(const QJsonValue &json, const QString &path, const QJsonValue &value);
/// The JSON pointer of such a path in a document: items by their number; what is not there by its name.
QString pointerTo(const QJsonValue &json, const QString &path);

} // namespace loci::merge
