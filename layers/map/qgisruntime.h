// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>
#include <memory>

namespace loci::map {

class SessionPasswords;

/// Starts QGIS core inside the running application and stops it again. One per process: a start while it runs shares
/// the running one, the last holder stops it, and once stopped it stays so (QGIS cannot start twice). Made after the
/// application object and before anything else of this room; destroyed last. Profile, SRS and authentication data live
/// below `profileFolder` (made when missing); nothing is fetched at start.
///
/// Any QApplication will do: QGIS keeps its members in statics when the application is no QgsApplication, so that
/// Loci's own application class (and QCoreApplication in tools that draw nothing) stays free of QGIS. Providers and
/// resources come from beside the program (layers/base/installplaces.h).
class QgisRuntime
{
public:
    static Result<std::shared_ptr<QgisRuntime>> start(const QString &profileFolder);
    ~QgisRuntime();

    QgisRuntime(const QgisRuntime &) = delete;
    QgisRuntime &operator=(const QgisRuntime &) = delete;

private:
    QgisRuntime();

    std::unique_ptr<SessionPasswords> m_passwords;
};

} // namespace loci::map
