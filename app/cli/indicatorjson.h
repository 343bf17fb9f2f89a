// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/forecast.h"
#include "layers/domain/indicators/outcome.h"

#include <QJsonObject>

namespace loci::cli {

QJsonObject toJson(const indicators::Definition &definition);
QJsonObject toJson(const indicators::Results &results, const indicators::Calculated &value);
QJsonObject toJson(const indicators::TargetState &state);
QJsonObject toJson(const indicators::BackTest &test);

} // namespace loci::cli
