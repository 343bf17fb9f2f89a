// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <vector>

namespace loci::heritage {

/// A field that two sides changed to different values. In its path an item of a list is named by what identifies it:
/// "/surveys/id=5f0e.../condition". An undefined value is "not there".
struct MergeConflict
{
    QString path;
    QJsonValue base, mine, theirs;
    bool operator==(const MergeConflict &) const = default;
    static MergeConflict fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

struct MergeOutcome
{
    QJsonObject merged; ///< with my value where there is a conflict
    std::vector<MergeConflict> conflicts;
};

/// The record that holds both sides' changes since the state they have in common. Lists go item by item: by id, hash,
/// scheme or language where each item has one of its own, else by their whole value. Who updated last, who created
/// and the state of the review are settled without a question, the same on both sides: two sides that merge each
/// other come to the same record.
MergeOutcome mergedRecord(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs);

/// The value at a path of a conflict, and the record with another one there; undefined removes.
QJsonValue mergeFieldAt(const QJsonValue &json, const QString &path);
/// The JSON pointer of a path of a conflict in a record: items by their number; what is not there by its name.
QString pointerOfMergeField(const QJsonValue &json, const QString &path);
QJsonValue withMergeField(const QJsonValue &json, const QString &path, const QJsonValue &value);

} // namespace loci::heritage
