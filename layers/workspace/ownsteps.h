// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/historystore.h"

#include <optional>
#include <vector>

namespace loci::workspace {

/// The steps of one person at a desk of a shared workspace, for undo and redo: a person takes back what was their own,
/// and never the work of others. What is taken back is a new step of the history, as others may have built on the old
/// one.
class OwnSteps
{
public:
    struct Step
    {
        qint64 entry = 0; ///< of the history
        QString title;    ///< of what the person had done
        /// To be done again as the entry says, not against it: it was taken back in a file, before that came to a
        /// server.
        bool isForward = false;
    };

    /// Steps of the person before this desk was opened, oldest first.
    void begin(const std::vector<storage::StoredEntry> &entries, const QString &person);
    /// An entry was added to the history: a new step, after which nothing is left to redo; or one that takes the newest
    /// back, or does again what was taken back last.
    void kept(bool isUndo, bool isRedo, qint64 entry, const QString &title);

    std::optional<Step> toUndo() const;
    std::optional<Step> toRedo() const;

private:
    std::vector<Step> m_done, m_undone; ///< newest last
};

} // namespace loci::workspace
