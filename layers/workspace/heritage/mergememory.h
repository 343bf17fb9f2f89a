// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/recordmerge.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace loci::workspace {

/// The state of a record as its short name in lists of ancestors: 16 hexadecimal digits of its SHA-256.
QString stateName(const QByteArray &document);
QString stateNameOfHash(const QString &sha256);

/// A state of another copy that was merged into a record of ours.
struct MergedState
{
    QString name;
    qint64 after = 0; ///< the record's last audit entry before that
    QJsonObject document;
};

/// Fields of another copy's state that are still to be decided; until then that state counts as not seen.
struct MergeCase
{
    QString name, person, bundle;
    QStringList ancestors;
    QJsonObject document;
    std::vector<heritage::MergeConflict> fields;
};

/// What merging has to remember of a record: the document "heritage/merge/<kind>/<id>".
struct MergeMemory
{
    QStringList seen; ///< names of states of other copies that ours holds or has decided against
    std::vector<MergedState> states;
    std::vector<MergeCase> cases;

    static QString keyFor(const QString &recordKey);
    static QString recordKeyOf(const QString &memoryKey);
    static MergeMemory parse(const QByteArray &json);
    QByteArray bytes() const;
    bool isEmpty() const { return seen.isEmpty() && states.empty() && cases.empty(); }
    /// A state of another copy is in ours now. `isOwn`: ours is that state, so that the audit holds it.
    void close(const MergeCase &merged, qint64 after, bool isOwn);
};

inline constexpr char kMergePrefix[] = "heritage/merge/";

} // namespace loci::workspace
