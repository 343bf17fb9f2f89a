// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QString>

namespace loci::map {

/// As newLayerDocument(), for a plan of where the next ones go: new and existing places stand out from those who gain
/// and those who do not (fields "kind" and "gains").
Result<QByteArray> locationLayerDocument(const QString &path, const QString &id, const QString &name,
                                         const QString &baseFolder);

} // namespace loci::map
