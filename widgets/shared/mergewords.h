// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace loci::widgets {

/// How the documents of a workspace, their fields and values are called for a person. Rooms that know better (a record
/// by its profile) override.
class MergeWords
{
public:
    virtual ~MergeWords() = default;
    /// "Board “Council”"; `json` is empty for what is not JSON.
    virtual QString document(const QString &key, const QJsonObject &json) const;
    /// `path` as conflicts name it (merge::Conflict).
    virtual QString field(const QString &key, const QJsonObject &json, const QString &path) const;
    /// A value of the document; undefined is "not there".
    virtual QString value(const QString &key, const QJsonObject &json, const QString &path,
                          const QJsonValue &value) const;

protected:
    /// The name that a document has in itself, in the program's language where it has several; empty when none.
    static QString nameIn(const QJsonObject &json);
};

} // namespace loci::widgets
