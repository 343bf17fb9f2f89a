// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/domain/heritage/recordmerge.h"
#include "layers/workspace/heritage/catalogue.h"

namespace loci::workspace {

struct BundleReport
{
    int records = 0, zones = 0, media = 0;
    int withheld = 0; ///< left out or coarsened
    Findings findings;
};

/// Writes the records that fit, with their zones and photographs, as a bundle for work away from the office
/// (formats/heritage/capturebundle.h), as the person may see them. `mapFiles`: vector files to take along. Main thread.
Result<BundleReport> writeBundle(const Catalogue &catalogue, const Workspace &workspace,
                                 const storage::heritage::AssetQuery &query, const QStringList &mapFiles,
                                 const QString &path, const CancelToken &cancel = {});

enum class TakeSide { Ask, Theirs, Ours };

struct MergeReport
{
    int unchanged = 0; ///< known here already
    int created = 0;
    int taken = 0;         ///< only the bundle had changed
    int merged = 0;        ///< both had
    int conflicts = 0;     ///< fields that wait for a decision
    int decided = 0;       ///< fields that `take` decided
    int media = 0;         ///< files that came in
    QStringList confirmed; ///< files of the bundle that are here, read again and compared
    Findings
        findings; ///< merge_refused, merge_coarse, merge_review_kept, medium_missing, medium_altered and the bundle's
};

/// Merges a bundle that came back, field by field, as one step of undo; nothing is written when it fails. Refuses
/// bundles of other catalogues. What both sides changed differently stays as it is here and waits (pendingConflicts),
/// unless `take` says what to do. The same bundle again changes nothing. Main thread.
Result<MergeReport> mergeBundle(Catalogue &catalogue, Workspace &workspace, const QString &path, TakeSide take,
                                const QString &reason, const CancelToken &cancel = {});

/// Removes files beside a bundle, each only after its copy in the workspace was read again and has the same hash; the
/// number of files that went.
Result<int> releaseMedia(const Catalogue &catalogue, const QString &bundlePath, const CancelToken &cancel = {});

/// A field that waits for a person's decision.
struct PendingConflict
{
    QString record; ///< key of the record
    QString state;  ///< name of the other copy's state
    QString name, person, bundle;
    heritage::MergeConflict field; ///< with the value that is here now as `mine`
};
std::vector<PendingConflict> pendingConflicts(const Catalogue &catalogue, const Workspace &workspace);

/// One step of undo, with an audit entry that says who decided.
Result<> decideConflict(const Catalogue &catalogue, Workspace &workspace, const PendingConflict &conflict,
                        TakeSide side, const QString &reason);

} // namespace loci::workspace
