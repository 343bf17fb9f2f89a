// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/merge/threeway.h"

namespace loci::heritage {

using MergeConflict = merge::Conflict;
using MergeOutcome = merge::Outcome;

/// The record that holds both sides' changes since the state they have in common (merge/threeway.h). Who updated last,
/// who created and the state of the review are settled without a question, the same on both sides: two sides that merge
/// each other come to the same record.
MergeOutcome mergedRecord(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs);

/// The value at a path of a conflict, and the record with another one there; undefined removes.
QJsonValue mergeFieldAt(const QJsonValue &json, const QString &path);
QJsonValue withMergeField(const QJsonValue &json, const QString &path, const QJsonValue &value);

} // namespace loci::heritage
