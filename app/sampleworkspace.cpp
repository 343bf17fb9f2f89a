// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sampleworkspace.h"

#include "app/indicators/sampleindicators.h"
#include "app/sampleheritage.h"
#include "app/workspacehost.h"
#include "layers/workspace/paths.h"
#include "widgets/map/mapsession.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace loci::app {

namespace {

/// Place in the stack, bottom first; files that are no map layer are left out.
int rank(const QString &path)
{
    static const QStringList order{
        QStringLiteral("landuse"),        QStringLiteral("water"),          QStringLiteral("streets"),
        QStringLiteral("districts"),      QStringLiteral("neighbourhoods"), QStringLiteral("historic_areas"),
        QStringLiteral("heritage_zones"), QStringLiteral("trees"),          QStringLiteral("stops"),
        QStringLiteral("sensors"),        QStringLiteral("heritage_places")};
    const QString name = QFileInfo(path).completeBaseName();
    for (int i = 0; i < order.size(); ++i) {
        if (name == order[i]) {
            return i;
        }
    }
    return static_cast<int>(order.size());
}

/// What people call a layer of the sample, in the language that is spoken when it is made.
QString title(const QString &path)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("landuse"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Land use")},
        {QStringLiteral("water"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Water")},
        {QStringLiteral("streets"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Streets")},
        {QStringLiteral("districts"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Districts")},
        {QStringLiteral("neighbourhoods"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Neighbourhoods")},
        {QStringLiteral("historic_areas"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Historic areas")},
        {QStringLiteral("heritage_zones"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Heritage zones")},
        {QStringLiteral("trees"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Trees")},
        {QStringLiteral("stops"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Stops")},
        {QStringLiteral("sensors"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Sensors")},
        {QStringLiteral("heritage_places"), QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Heritage places")}};
    const char *known = titles.value(QFileInfo(path).completeBaseName());
    return known != nullptr ? QCoreApplication::translate("loci::app::SampleWorkspace", known) : QString();
}

bool isCityModel(const QString &path)
{
    return path.endsWith(QLatin1String(".city.json")) || path.endsWith(QLatin1String(".city.jsonl"));
}

bool isMapLayer(const QString &path)
{
    // The outlines of the buildings are drawn from the model itself, heritage places and zones from the catalogue.
    return path.endsWith(QLatin1String(".geojson")) && !path.endsWith(QLatin1String("/buildings.geojson")) &&
           !path.contains(QLatin1String("/heritage_"));
}

} // namespace

QString sampleWorkspacePath(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("linjiang.loci"));
}

void SampleWorkspace::fill(const Services &services, const QStringList &files, Done done)
{
    QStringList layers;
    for (const QString &file : files) {
        if (isMapLayer(file)) {
            layers << file;
        }
    }
    std::stable_sort(layers.begin(), layers.end(),
                     [](const QString &a, const QString &b) { return rank(a) < rank(b); });
    for (const QString &file : files) {
        if (isCityModel(file)) {
            layers.prepend(file); // read in the background while the layers are added
        }
    }
    auto *filler = new SampleWorkspace(services, layers, std::move(done));
    QMetaObject::invokeMethod(filler, &SampleWorkspace::addNext, Qt::QueuedConnection);
}

SampleWorkspace::SampleWorkspace(const Services &services, QStringList files, Done done)
    : m_services(services)
    , m_files(std::move(files))
    , m_done(std::move(done))
{}

/// Indicators with their boards, and the heritage places as records that know their buildings.
Result<> SampleWorkspace::addRecords(workspace::Workspace &workspace) const
{
    LOCI_CHECK(addSampleIndicators(workspace));
    return addSampleHeritage(workspace, m_folder, QLatin1String(kModelId));
}

void SampleWorkspace::addNext()
{
    if (m_files.isEmpty()) {
        m_services.session.commit(tr("Open the sample city"));
        workspace::Workspace *workspace = m_services.host.current();
        m_done(workspace != nullptr ? addRecords(*workspace) : Result<>());
        deleteLater();
        return;
    }
    const QString file = m_files.takeFirst();
    m_folder = QFileInfo(file).absolutePath();
    if (isCityModel(file)) {
        if (workspace::Workspace *workspace = m_services.host.current()) {
            const QJsonObject reference{
                {QStringLiteral("id"), QLatin1String(kModelId)},
                {QStringLiteral("name"), QFileInfo(file).fileName().section(QLatin1Char('.'), 0, 0)},
                {QStringLiteral("path"), workspace::storedPath(workspace->path(), file)}};
            (void)workspace->commit({tr("Open the sample city"),
                                     {{QLatin1String(workspace::key::kCityModelPrefix) + QLatin1String(kModelId),
                                       {},
                                       QJsonDocument(reference).toJson(QJsonDocument::Compact)}}});
        }
        addNext();
        return;
    }
    map::SourceSpec spec;
    spec.path = file;
    spec.name = title(file);
    m_services.session.document().addSource(spec, [this](const Result<Loaded<QStringList>> &added) {
        if (!added) {
            m_done(tl::unexpected<Error>(added.error()));
            deleteLater();
            return;
        }
        addNext();
    });
}

} // namespace loci::app
