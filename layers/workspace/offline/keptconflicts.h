// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/merge/threeway.h"
#include "layers/workspace/workspace.h"

#include <QDateTime>

namespace loci::workspace {

inline constexpr char kConflictPrefix[] = "conflict/";

/// What a step that was made away from the server wanted in one document, where somebody else changed the same: the
/// document "conflict/<session>/<hash of the key>" on the server, until a person decides. In its fields `mine` is what
/// the server had then, `theirs` what the step wanted. An empty path: the whole document, which one side deleted, or
/// which is no JSON (then as {"$bytes": base64}).
struct KeptConflict
{
    QString key, title, person, label; ///< label: where and since when the desk was away
    QDateTime made;                    ///< UTC
    std::vector<merge::Conflict> fields;

    static QString documentKey(const QString &session, const QString &key);
    static KeptConflict parse(const QByteArray &json);
    QByteArray bytes() const;
    /// Takes in what a later step of the same time away wanted.
    void add(const std::vector<merge::Conflict> &later);
};

/// Of one list of conflicts: a later wish for the same field replaces the earlier one; what is wished back is none.
void addLater(std::vector<merge::Conflict> &fields, const std::vector<merge::Conflict> &later);

struct OpenConflict
{
    QString document; ///< of the KeptConflict
    QString name;     ///< of the thing, as far as it has one
    KeptConflict kept;
    merge::Conflict field; ///< with what is there now as `mine`
};
std::vector<OpenConflict> openConflicts(const Workspace &workspace);
/// One step of undo. Keeps what is there, or takes what the step wanted.
Result<> decideOpenConflict(Workspace &workspace, const QString &document, const QString &path, bool takesTheirs,
                            const QString &reason, const QString &author = {});

} // namespace loci::workspace
