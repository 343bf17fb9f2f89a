// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loci {

/// Where the parts of this installation lie, found from the running program alone, so that it works wherever it was
/// put:
///
///     <any>/bin/loci              the program (in a build folder also tests/tst_x)
///     <any>/lib/loci/lib          private libraries, QGIS's providers below qgis/plugins
///     <any>/lib/loci/share/qgis   what QGIS reads at run time
///     <any>/lib/loci/packs        the department packs that ship
///
/// A build folder has the same shape (packaging/cmake/LociDeps.cmake), an installed program /usr for <any>.
/// `file` is a path below <any>/lib/loci; needs the application object.
QString installedPart(const QString &file = {});

} // namespace loci
