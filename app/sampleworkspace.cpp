// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sampleworkspace.h"

#include "app/briefing/samplebriefings.h"
#include "app/indicators/sampleindicators.h"
#include "app/samplefeeds.h"
#include "app/sampleheritage.h"
#include "app/samplepictures.h"
#include "app/sampleplanning.h"
#include "app/samplevocabularies.h"
#include "app/workspacehost.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/map/mapsession.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <algorithm>
#include <cstddef>
#include <iterator>

namespace loci::app {

namespace {

/// A file of the sample and what people call its layer.
struct SampleLayer
{
    const char *file, *title;
};

constexpr SampleLayer kLayers[] = { // bottom of the stack first
    {"landuse", QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Land use")},
    {"water", QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Water")},
    {"streets", QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Streets")},
    {"districts", QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Districts")},
    {"neighbourhoods", QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Neighbourhoods")},
    {"historic_areas", QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Historic areas")},
    {"trees", QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Trees")},
    {"stops", QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Stops")},
    {"sensors", QT_TRANSLATE_NOOP("loci::app::SampleWorkspace", "Sensors")}};

/// Place in the stack; files that are not in the list come on top.
std::size_t rank(const QString &path)
{
    const QString name = QFileInfo(path).completeBaseName();
    return static_cast<std::size_t>(
        std::find_if(std::begin(kLayers), std::end(kLayers),
                     [&name](const SampleLayer &layer) { return name == QLatin1String(layer.file); }) -
        std::begin(kLayers));
}

/// In the language that is spoken when the layer is made; empty: as the file is called.
QString title(const QString &path)
{
    const std::size_t place = rank(path);
    return place < std::size(kLayers) ? QCoreApplication::translate("loci::app::SampleWorkspace", kLayers[place].title)
                                      : QString();
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

Result<> referToSampleModel(workspace::Workspace &workspace, const QString &modelPath)
{
    const QJsonObject model{
        {QStringLiteral("id"), QLatin1String(SampleWorkspace::kModelId)},
        {QStringLiteral("name"), QCoreApplication::translate("loci::app::SampleWorkspace", "Linjiang")},
        {QStringLiteral("path"), workspace::storedPath(workspace.path(), modelPath)},
        {QStringLiteral("visible"), true},
        {QStringLiteral("opacity"), 1.0}};
    return workspace.commit(
        {QCoreApplication::translate("loci::app::SampleWorkspace", "Add the sample city"),
         {{QLatin1String(workspace::key::kCityModelPrefix) + QLatin1String(SampleWorkspace::kModelId),
           {},
           QJsonDocument(model).toJson(QJsonDocument::Compact)}}});
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
    LOCI_CHECK(addSampleVocabularies(workspace));
    LOCI_CHECK(addSampleBriefings(workspace));
    LOCI_CHECK(addSampleFeeds(workspace));
    LOCI_CHECK(addSamplePlanning(workspace));
    return addSampleHeritage(workspace, m_folder, QLatin1String(kModelId));
}

void SampleWorkspace::finish(const Result<> &result)
{
    m_done(result);
    deleteLater();
}

/// The records are there already; their pictures are drawn while the person looks around.
void SampleWorkspace::addPictures(workspace::Workspace &workspace)
{
    const workspace::Catalogue catalogue(workspace);
    m_services.tasks.run(
        this, tr("Draw the pictures of the sample city"),
        [subjects = sampleSubjects(workspace), folder = catalogue.media()](const CancelToken &cancel,
                                                                           const ProgressFunction &progress) {
            return drawSamplePictures(subjects, folder, cancel, progress);
        },
        [this, target = QPointer<workspace::Workspace>(&workspace)](const Result<SamplePictures> &pictures) {
            if (!pictures) {
                finish(tl::unexpected<Error>(pictures.error()));
            } else {
                finish(target != nullptr ? addSamplePictures(*target, *pictures) : Result<>());
            }
        });
}

void SampleWorkspace::addNext()
{
    if (m_files.isEmpty()) {
        m_services.session.commit(tr("Open the sample city"));
        workspace::Workspace *workspace = m_services.host.current();
        const Result<> records = workspace != nullptr ? addRecords(*workspace) : Result<>();
        records &&workspace != nullptr ? addPictures(*workspace) : finish(records);
        return;
    }
    const QString file = m_files.takeFirst();
    m_folder = QFileInfo(file).absolutePath();
    if (isCityModel(file)) {
        workspace::Workspace *workspace = m_services.host.current();
        if (Result<> stored = workspace != nullptr ? referToSampleModel(*workspace, file) : Result<>(); !stored) {
            m_done(std::move(stored));
            deleteLater();
            return;
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
