// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/mapimage.h"

#include "layers/map/footprintlayer.h"
#include "layers/map/layertheme.h"
#include "layers/map/layerxml.h"
#include "layers/map/mapdocument_p.h"
#include "layers/map/projectimport.h"
#include "layers/map/quietstyle.h"
#include "layers/map/sourceopener.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgslayertree.h>
#include <qgsmaprendererparalleljob.h>
#include <qgsmapsettings.h>
#include <qgspathresolver.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>
#include <qgswkbtypes.h>

#include <QCoreApplication>
#include <QDomDocument>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace loci::map {

namespace {
constexpr double kMargin = 1.06;
}

class MapImage::Private
{
public:
    struct Entry
    {
        std::unique_ptr<QgsMapLayer> layer;
        int rank;
    };
    std::vector<Entry> entries; // top first
    QgsCoordinateReferenceSystem crs;
    QgsRectangle extent;
    bool dark = false;

    void insert(std::unique_ptr<QgsMapLayer> layer, int rank)
    {
        if (!crs.isValid() && layer->crs().isValid()) {
            const QgsCoordinateReferenceSystem plane = layer->crs().horizontalCrs();
            crs = plane.isValid() ? plane : layer->crs();
        }
        const auto place =
            std::find_if(entries.begin(), entries.end(), [rank](const Entry &e) { return e.rank <= rank; });
        entries.insert(place, Entry{std::move(layer), rank});
    }
    QgsRectangle everything() const;
    Result<Findings> addProject(const QString &path, const CancelToken &cancel);
    /// A layer from its document; what cannot be opened is a finding and nullptr.
    static std::unique_ptr<QgsMapLayer> readLayer(const QByteArray &bytes, QgsReadWriteContext &context,
                                                  Findings &findings);
};

MapImage::MapImage() : d(std::make_unique<Private>()) {}
MapImage::~MapImage() = default;

Result<Findings> MapImage::Private::addProject(const QString &path, const CancelToken &cancel)
{
    LOCI_TRY(Loaded<ImportedProject> project, readProject(path, cancel));
    if (!crs.isValid()) {
        crs = crsFromText(project.value.crs);
    }
    Findings findings = std::move(project.findings);
    int rank = 500 + static_cast<int>(project.value.layers.size());
    for (const QByteArray &bytes : project.value.layers) {
        QgsReadWriteContext context;
        if (auto layer = readLayer(bytes, context, findings)) {
            insert(std::move(layer), --rank);
        }
    }
    return findings;
}

std::unique_ptr<QgsMapLayer> MapImage::Private::readLayer(const QByteArray &bytes, QgsReadWriteContext &context,
                                                          Findings &findings)
{
    const Result<QDomDocument> document = parseXml(bytes);
    auto layer = document ? emptyLayer(document->documentElement()) : nullptr;
    if (layer == nullptr || bytes.contains(kDeferredProperty)) {
        return nullptr;
    }
    if (layer->readLayerXml(document->documentElement(), context) && layer->isValid()) {
        return layer;
    }
    findings.push_back({Severity::Warning,
                        QStringLiteral("layer_missing"),
                        layer->name(),
                        {},
                        QCoreApplication::translate("Map", "Layer %1 cannot be opened.").arg(layer->name())});
    return nullptr;
}

Findings MapImage::addDocuments(const QString &baseFolder, const MapDocument::Reader &reader)
{
    QgsReadWriteContext context;
    context.setPathResolver(QgsPathResolver(baseFolder + QStringLiteral("/workspace.loci")));
    if (!d->crs.isValid()) {
        const QByteArray settings = reader(QLatin1String(kSettingsKey)).value_or(QByteArray());
        d->crs = crsFromText(QJsonDocument::fromJson(settings).object().value(QLatin1String("crs")).toString());
    }
    const Result<QDomDocument> parsed = parseXml(reader(QLatin1String(kTreeKey)).value_or(QByteArray()));
    QDomElement root = parsed ? parsed->documentElement() : QDomElement();
    const std::unique_ptr<QgsLayerTree> tree(QgsLayerTree::readXml(root, context));
    Findings findings;
    if (tree == nullptr) {
        return findings;
    }
    // From the bottom up, with ranks that never fall: the tree's order stays, and outlines of city models find a place.
    int rank = 0;
    const QList<QgsLayerTreeLayer *> nodes = tree->findLayers();
    for (auto node = nodes.crbegin(); node != nodes.crend(); ++node) {
        const std::optional<QByteArray> bytes = reader(QLatin1String(kLayerPrefix) + (*node)->layerId());
        if (!bytes || !(*node)->isVisible()) {
            continue;
        }
        if (auto layer = Private::readLayer(*bytes, context, findings)) {
            switchQuietStyle(*layer, d->dark);
            rank = std::max(rank, themeRank(*layer));
            d->insert(std::move(layer), rank);
        }
    }
    return findings;
}

Result<Findings> MapImage::addFile(const QString &path, const CancelToken &cancel)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("qgs") || suffix == QLatin1String("qgz")) {
        return d->addProject(path, cancel);
    }
    SourceSpec source;
    source.path = path;
    return addSource(source, cancel);
}

Result<Findings> MapImage::addSource(const SourceSpec &source, const CancelToken &cancel)
{
    OpenContext context;
    context.mapCrs = d->crs;
    context.mapExtent = d->everything();
    LOCI_TRY(Loaded<OpenedSource> opened, openSource(source, context, cancel));
    for (auto &layer : opened.value.layers) {
        const LayerTheme theme = themeOf(*layer);
        applyQuietStyle(*layer, theme, d->dark);
        d->insert(std::move(layer), themeRank(theme));
    }
    return std::move(opened.findings);
}

void MapImage::addCity(const QString &name, const city::CityModel &model,
                       const std::vector<city::Footprint> &footprints)
{
    auto layer = footprintLayer(name, model, footprints);
    applyQuietStyle(*layer, LayerTheme::Building, d->dark);
    d->insert(std::move(layer), themeRank(LayerTheme::Building) + 1);
}

Result<> MapImage::setCrs(const QString &text)
{
    const QgsCoordinateReferenceSystem crs = crsFromText(text);
    if (!crs.isValid()) {
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("Map", "\"%1\" is no known coordinate system. Write it as EPSG:28992.")
                        .arg(text));
    }
    d->crs = crs;
    return {};
}

void MapImage::setExtent(const Box3 &extent)
{
    d->extent = QgsRectangle(extent.min.x, extent.min.y, extent.max.x, extent.max.y);
}

void MapImage::setDark(bool dark)
{
    d->dark = dark;
}

QgsRectangle MapImage::Private::everything() const
{
    QgsRectangle all;
    for (const Entry &entry : entries) {
        const QgsRectangle box = entry.layer->extent();
        if (!entry.layer->isSpatial() || box.isNull() || !box.isFinite()) {
            continue;
        }
        try {
            const QgsRectangle here = QgsCoordinateTransform(entry.layer->crs(), crs, QgsCoordinateTransformContext())
                                          .transformBoundingBox(box);
            if (here.isFinite()) {
                all.combineExtentWith(here);
            }
        } catch (const QgsCsException &) {
            continue;
        }
    }
    return all;
}

Result<QImage> MapImage::draw(const QSize &size)
{
    QgsMapSettings settings;
    QList<QgsMapLayer *> layers;
    for (const auto &entry : d->entries) {
        if (entry.layer->isSpatial()) {
            layers << entry.layer.get();
        }
    }
    QgsRectangle extent = d->extent;
    if (extent.isNull()) {
        extent = d->everything();
        extent.scale(kMargin);
    }
    if (layers.isEmpty() || extent.isNull()) {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("Map", "There is nothing to draw: no layer has a place."));
    }
    settings.setDestinationCrs(d->crs);
    settings.setLayers(layers);
    settings.setOutputSize(size);
    settings.setOutputDpi(96);
    settings.setExtent(extent);
    settings.setBackgroundColor(quietPalette(d->dark).ground);
    settings.setFlag(Qgis::MapSettingsFlag::Antialiasing, true);
    settings.setFlag(Qgis::MapSettingsFlag::DrawLabeling, true);
    settings.setFlag(Qgis::MapSettingsFlag::HighQualityImageTransforms, true);
    QgsMapRendererParallelJob job(settings);
    job.start();
    job.waitForFinished();
    return job.renderedImage();
}

QJsonArray MapImage::layers() const
{
    QJsonArray list;
    for (const auto &entry : d->entries) {
        QJsonObject object{{QStringLiteral("name"), entry.layer->name()},
                           {QStringLiteral("crs"), entry.layer->crs().authid()}};
        if (const auto *vector = qobject_cast<const QgsVectorLayer *>(entry.layer.get())) {
            object.insert(QStringLiteral("geometry"), QgsWkbTypes::displayString(vector->wkbType()));
            object.insert(QStringLiteral("features"), static_cast<qint64>(vector->featureCount()));
        } else {
            object.insert(QStringLiteral("geometry"), QStringLiteral("Raster"));
            object.insert(QStringLiteral("features"), 0);
        }
        list.append(object);
    }
    return list;
}

} // namespace loci::map
