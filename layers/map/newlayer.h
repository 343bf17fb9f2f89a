// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QString>

namespace loci::map {

/// The stored document of a layer on the one table of a file, for a layer that is in no project yet: quietly styled,
/// its source relative to `baseFolder` (empty: absolute). Main thread; needs a QgisRuntime.
Result<QByteArray> newLayerDocument(const QString &path, const QString &id, const QString &name,
                                    const QString &baseFolder);

} // namespace loci::map
