// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/sourcewatch.h"

#include "widgets/city/citylibrary.h"
#include "widgets/map/mapsession.h"

#include <QFileInfo>

namespace loci::app {

using widgets::CityEntry;
using widgets::CityLibrary;

namespace {

/// Reading such a file already touches it, and drawing reads it anew each time.
bool isDatabase(const QString &path)
{
    return QStringList{"gpkg", "sqlite", "db", "mbtiles"}.contains(QFileInfo(path).suffix().toLower());
}

} // namespace

SourceWatch::SourceWatch(const Services &services, QObject *parent) : QObject(parent), m_services(services)
{
    m_collect.setSingleShot(true);
    m_collect.setInterval(0);
    connect(&m_collect, &QTimer::timeout, this, &SourceWatch::collect);
    const auto soon = [this] { m_collect.start(); };
    connect(&m_services.cities, &CityLibrary::entriesChanged, this, soon);
    connect(&m_services.session.document(), &map::MapDocument::layersChanged, this, soon);
    connect(&m_watch, &widgets::FileWatch::changed, this, &SourceWatch::onChanged);
    connect(&m_watch, &widgets::FileWatch::vanished, this, &SourceWatch::onVanished);
}

void SourceWatch::collect()
{
    QStringList files;
    for (const CityEntry &entry : m_services.cities.entries()) {
        if (entry.model != nullptr) {
            files << entry.path;
        }
    }
    files += m_services.session.document().files().values();
    files.removeDuplicates();
    m_watch.setFiles(files);
}

void SourceWatch::onChanged(const QString &path)
{
    if (isDatabase(path)) {
        return;
    }
    const QString name = QFileInfo(path).fileName();
    Finding finding{
        Severity::Warning, QStringLiteral("source_changed"), name, path,
        tr("%1 was changed by another program. What was read before is shown until you reload it.").arg(name)};
    finding.source = name;
    emit findingsReported({finding});
    emit reloadOffered(tr("%1 was changed by another program.").arg(name), path);
}

void SourceWatch::onVanished(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    Finding finding{Severity::Warning, QStringLiteral("source_vanished"), name, path,
                    tr("%1 was removed or renamed by another program. What was read of it stays until Loci is closed; "
                       "it can be pointed to its new place then.")
                        .arg(name)};
    finding.source = name;
    emit findingsReported({finding});
}

void SourceWatch::reload(const QString &path)
{
    for (const CityEntry &entry : m_services.cities.entries()) {
        if (entry.path == path) {
            m_services.cities.reload(entry.id);
        }
    }
    map::MapDocument &document = m_services.session.document();
    const QHash<QString, QString> files = document.files();
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (it.value() == path) {
            document.reopen(it.key());
        }
    }
}

} // namespace loci::app
