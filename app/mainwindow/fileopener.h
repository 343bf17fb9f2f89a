// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "widgets/city/citylibrary.h"
#include "widgets/map/mapsession.h"

#include <QObject>
#include <QStringList>

namespace loci::app {

/// What dialog, drag and drop, command line and recent list all end in: looks at each path and hands it to the room
/// that opens it. Everything but a workspace opens in the background.
class FileOpener final : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Workspace, Package, CityModel, MapProject, MapSource, Missing };

    FileOpener(widgets::CityLibrary &cities, widgets::MapSession &session, QObject *parent = nullptr);

    /// By suffix where it is certain, else by a look at the first bytes. Never reads a whole file.
    static Kind kindOf(const QString &path);
    void open(const QStringList &paths); ///< of a folder, the files in it
    bool isBusy() const { return m_pending > 0; }
    /// Filter of the file dialog: everything first, then by kind.
    static QString dialogFilter();

signals:
    void workspaceRequested(const QString &path);
    void packageRequested(const QString &path);
    void opened(const QString &path); ///< for the recent list
    void failed(const QString &message);
    void findingsReported(const loci::Findings &findings);

private:
    static QStringList filesOf(const QString &folder);
    void openMapFile(const QString &path, Kind kind);

    widgets::CityLibrary &m_cities;
    widgets::MapSession &m_session;
    int m_pending = 0;
};

} // namespace loci::app
