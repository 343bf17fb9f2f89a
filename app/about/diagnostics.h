// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/libraryversion.h"

#include <QString>
#include <utility>
#include <vector>

class QSettings;

namespace loci::workspace {
class Workspace;
}

namespace loci::app {

/// One part of the page: a heading and lines of name and value.
struct DiagnosticPart
{
    QString title;
    std::vector<std::pair<QString, QString>> rows;
};

/// The version of the program and, where it is known, the commit that it was built from: "0.1.0 (build 1a2b3c4)".
QString versionAndBuild();

/// Every library that Loci's own rooms name, as it runs now.
LibraryVersions everyLibrary();

/// Versions, system, screens, graphics, disks, the open workspace in numbers and the settings that are mere switches
/// and numbers. In English on every computer, as whoever helps may read another language than the person.
std::vector<DiagnosticPart> diagnose(const workspace::Workspace *workspace);

/// Settings as far as they can be shown to anybody: switches, numbers and names from a known list. Of everything else
/// only how many entries its group has, as names may be files or servers.
DiagnosticPart harmlessSettings(const QSettings &settings);

/// The page as text, free of personal words (app/about/personalwords.h).
QString diagnosticText(const std::vector<DiagnosticPart> &parts);

} // namespace loci::app
