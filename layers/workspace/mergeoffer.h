// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/merge/threeway.h"
#include "layers/workspace/workspace.h"

namespace loci::workspace {

/// One document of a refused step, with both versions and what becomes of them.
struct MergeItem
{
    StaleWrite write;
    /// Both are JSON and what they come from is known: they can be merged field by field.
    bool isByField = false;
    QJsonObject base, mine, theirs;
    merge::Outcome outcome; ///< my value where there is a conflict
    /// Fields that only one side changed: they are merged without a question, and shown.
    struct Taken
    {
        QString path;
        QJsonValue before, after;
        bool isMine = false;
    };
    std::vector<Taken> taken;
};

/// What to do with a step that was refused because another desk was quicker: both versions of every document, the merge
/// of those that have fields, and the command that says what the person decided. Fields that one side changed are taken
/// from there; a field that both changed waits for the person. Documents that are not JSON, and those of which the
/// common state is lost, are taken whole from one side.
class MergeOffer
{
public:
    explicit MergeOffer(RefusedStep step);
    const std::vector<MergeItem> &items() const { return m_items; }
    const Command &command() const { return m_step.command; }
    int questions() const; ///< fields, and documents without, that wait for a decision

    /// Mine stands unless said otherwise.
    void takeTheirs(std::size_t item, std::size_t conflict, bool isTheirs);
    void takeDocument(std::size_t item, bool isTheirs); ///< of an item without fields

    /// The step again, with the merged documents, each on top of what the person has seen of the other desk: when that
    /// was changed again, it is refused again.
    Command decided() const;

private:
    RefusedStep m_step;
    std::vector<MergeItem> m_items;
    std::vector<std::vector<bool>> m_theirs; ///< by item and conflict; one place for a whole document
};

} // namespace loci::workspace
