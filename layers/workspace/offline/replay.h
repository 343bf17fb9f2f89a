// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/clock.h"
#include "layers/domain/merge/threeway.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/heritage/mediafolder.h"
#include "layers/storage/offlinestore.h"

namespace loci::workspace {

/// What a step became on the server.
struct ReplayOutcome
{
    bool wasThere = false; ///< it had arrived before
    int merged = 0;        ///< documents that somebody else had changed as well, in other fields
    int conflicts = 0;     ///< fields that wait for a decision
};

/// Carries steps that were made away from a server onto it, one after another, each in one transaction with its name:
/// what arrived before is not done again. What others changed meanwhile is merged field by field (for records of the
/// catalogue by its own rules); where both changed the same, what is on the server stays, and the wish is kept beside
/// it (mergememory.h for records, keptconflicts.h for the rest).
class Replay
{
public:
    Replay(storage::Database &server, QString desk, storage::OfflineMark away, storage::heritage::MediaFolder media,
           const Clock &clock);
    Result<ReplayOutcome> send(const storage::OfflineStep &step);

private:
    struct Work;
    Result<std::optional<QByteArray>> value(const QString &key) const;
    Result<> plan(const storage::OfflineStep &step, const storage::StoredChange &wish, Work &work) const;
    Result<> mergeInto(const storage::OfflineStep &step, const storage::StoredChange &wish,
                       const std::optional<QByteArray> &theirs, Work &work) const;
    Result<> remember(const storage::OfflineStep &step, const storage::StoredChange &wish,
                      const std::vector<merge::Conflict> &conflicts, Work &work) const;
    Result<> rememberRecord(const storage::OfflineStep &step, const storage::StoredChange &wish,
                            const std::vector<merge::Conflict> &conflicts, Work &work) const;
    Result<> write(const storage::OfflineStep &step, const Work &work);

    storage::Database &m_server;
    storage::heritage::HeritageStore m_records;
    QString m_desk;
    storage::OfflineMark m_away;
    QString m_label;
    storage::heritage::MediaFolder m_media;
    const Clock &m_clock;
};

} // namespace loci::workspace
