// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/contracts/contract.h"

#include <QVariant>

namespace loci::contracts {

/// A text of a file as a value of the field's type; nothing when it is none. Numbers with a point, dates as 2026-11-26
/// or 2026/11/26, times with a zone or in UTC, yes and no as true/false, 1/0, yes/no, 是/否.
std::optional<QVariant> valueOf(FieldType type, const QString &text);

} // namespace loci::contracts
