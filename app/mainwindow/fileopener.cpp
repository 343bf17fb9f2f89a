// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/fileopener.h"

#include "layers/formats/modelreader.h"

#include <QFile>
#include <QFileInfo>

namespace loci::app {

FileOpener::FileOpener(widgets::CityLibrary &cities, widgets::MapSession &session, QObject *parent)
    : QObject(parent)
    , m_cities(cities)
    , m_session(session)
{}

FileOpener::Kind FileOpener::kindOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Kind::Missing;
    }
    const QString suffix = info.suffix().toLower();
    if (suffix == QLatin1String("loci")) {
        return Kind::Workspace;
    }
    if (suffix == QLatin1String("locipack")) {
        return Kind::Package;
    }
    if (suffix == QLatin1String("qgs") || suffix == QLatin1String("qgz")) {
        return Kind::MapProject;
    }
    return formats::isCityModel(path) ? Kind::CityModel : Kind::MapSource;
}

void FileOpener::open(const QStringList &paths)
{
    for (const QString &path : paths) {
        const QString absolute = QFileInfo(path).absoluteFilePath();
        switch (kindOf(absolute)) {
        case Kind::Missing:
            emit failed(tr("There is no file \"%1\".").arg(path));
            break;
        case Kind::Workspace:
            emit workspaceRequested(absolute);
            break;
        case Kind::Package:
            emit packageRequested(absolute);
            break;
        case Kind::CityModel:
            m_cities.addModel(absolute);
            emit opened(absolute);
            break;
        case Kind::MapProject:
            openMapFile(absolute, Kind::MapProject);
            break;
        case Kind::MapSource:
            openMapFile(absolute, Kind::MapSource);
            break;
        }
    }
}

void FileOpener::openMapFile(const QString &path, Kind kind)
{
    ++m_pending;
    const auto done = [this, path](const Result<Loaded<QStringList>> &result) {
        --m_pending;
        if (!result) {
            if (result.error().code != ErrorCode::Cancelled) {
                emit failed(result.error().message);
            }
            return;
        }
        if (!result->findings.empty()) {
            emit findingsReported(result->findings);
        }
        m_session.commit(tr("Add %1").arg(QFileInfo(path).fileName()));
        emit opened(path);
    };
    if (kind == Kind::MapProject) {
        m_session.document().addProject(path, done);
    } else {
        map::SourceSpec spec;
        spec.path = path;
        m_session.document().addSource(spec, done);
    }
}

QString FileOpener::dialogFilter()
{
    return QStringList{tr("Everything Loci opens (*)"), tr("Workspaces (*.loci *.locipack)"),
                       tr("City models (*.json *.jsonl *.gml *.xml *.gz *.gltf *.glb *.b3dm *.i3dm *.cmpt *.pnts *.obj "
                          "*.ply *.stl *.ifc *.las)"),
                       tr("Map layers (*.gpkg *.geojson *.json *.shp *.csv *.sqlite *.tif *.tiff)"),
                       tr("QGIS projects (*.qgs *.qgz)")}
        .join(QStringLiteral(";;"));
}

} // namespace loci::app
