// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/ownsteps.h"

#include <algorithm>

namespace loci::workspace {

void OwnSteps::begin(const std::vector<storage::StoredEntry> &entries, const QString &person)
{
    m_done.clear();
    m_undone.clear();
    for (const storage::StoredEntry &entry : entries) {
        if (entry.author == person) {
            (entry.undone ? m_undone : m_done).push_back({entry.id, entry.title, entry.undone});
        }
    }
    std::reverse(m_undone.begin(), m_undone.end()); // the oldest is done again first
}

void OwnSteps::kept(bool isUndo, bool isRedo, qint64 entry, const QString &title)
{
    if (isUndo) {
        m_undone.push_back({entry, m_done.back().title});
        m_done.pop_back();
        return;
    }
    m_done.push_back({entry, title});
    isRedo ? m_undone.pop_back() : m_undone.clear();
}

std::optional<OwnSteps::Step> OwnSteps::toUndo() const
{
    return m_done.empty() ? std::nullopt : std::optional<Step>(m_done.back());
}

std::optional<OwnSteps::Step> OwnSteps::toRedo() const
{
    return m_undone.empty() ? std::nullopt : std::optional<Step>(m_undone.back());
}

} // namespace loci::workspace
