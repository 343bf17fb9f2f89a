// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>
#include <memory>

namespace loci::map {

/// Starts QGIS core inside the running application and stops it again. One per process, made after the application
/// object and before anything else of this room; destroyed last. Profile, SRS and authentication data live below
/// `profileFolder` (made when missing); nothing is fetched at start.
class QgisRuntime
{
public:
    static Result<std::unique_ptr<QgisRuntime>> start(const QString &profileFolder);
    ~QgisRuntime();

private:
    QgisRuntime() = default;
};

} // namespace loci::map
