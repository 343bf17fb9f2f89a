// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/domain/indicators/inputs.h"
#include "layers/map/indicators/tablereader.h"

#include <functional>

namespace loci::app {

/// Hands over the rows of a table with one field more, "@access": the supply of the binding's services that reaches the
/// people of the row (two-step floating catchment, times the people), so that it can be summed. A row without people or
/// place has none.
Result<> eachReachedRow(const indicators::Binding &binding, const map::TableSource &demand,
                        const map::TableSource &supply, const QString &crs,
                        const std::function<void(const indicators::Row &)> &row, const CancelToken &cancel);

} // namespace loci::app
