// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/indicators/problemlayer.h"

#include "layers/map/layertheme.h"
#include "layers/map/mapdocument.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgscoordinatereferencesystem.h>
#include <qgsfeature.h>
#include <qgsfield.h>
#include <qgsgeometry.h>
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>
#include <qgspallabeling.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

namespace loci::map {

namespace {

constexpr double kSize = 4.6; // millimetres
constexpr double kLabelScale = 15'000;

QgsMarkerSymbol *symbol(Qgis::MarkerShape shape, const QColor &colour, const QColor &halo)
{
    auto marker = std::make_unique<QgsSimpleMarkerSymbolLayer>(shape, kSize);
    marker->setColor(colour);
    marker->setStrokeColor(halo);
    marker->setStrokeWidth(0.5);
    return new QgsMarkerSymbol(QgsSymbolLayerList{marker.release()});
}

void style(QgsVectorLayer &layer, const ProblemLook &look)
{
    const auto category = [&look](MappedProblem::Look which, Qgis::MarkerShape shape, const QColor &colour,
                                  const QString &label) {
        return QgsRendererCategory(static_cast<int>(which), symbol(shape, colour, look.halo), label);
    };
    layer.setRenderer(new QgsCategorizedSymbolRenderer( // taken over
        QStringLiteral("look"),
        {category(MappedProblem::Look::Overdue, Qgis::MarkerShape::Square, look.overdue, look.overdueLabel),
         category(MappedProblem::Look::Open, Qgis::MarkerShape::Triangle, look.open, look.openLabel),
         category(MappedProblem::Look::Checking, Qgis::MarkerShape::SemiCircle, look.checking, look.checkingLabel),
         category(MappedProblem::Look::Closed, Qgis::MarkerShape::Circle, look.closed, look.closedLabel)}));
    QgsTextFormat format;
    format.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC")});
    format.setSize(8.5);
    format.setSizeUnit(Qgis::RenderUnit::Points);
    format.setColor(look.text);
    QgsTextBufferSettings halo;
    halo.setEnabled(true);
    halo.setSize(0.9);
    halo.setColor(look.halo);
    format.setBuffer(halo);
    QgsPalLayerSettings settings;
    settings.fieldName = QStringLiteral("finding");
    settings.setFormat(format);
    settings.scaleVisibility = true;
    settings.minimumScale = kLabelScale;
    settings.autoWrapLength = 20;
    settings.dist = 3;
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(settings)); // taken over
    layer.setLabelsEnabled(true);
}

} // namespace

ProblemLayer::ProblemLayer(MapDocument &document, QObject *parent) : QObject(parent), m_document(document) {}

ProblemLayer::~ProblemLayer() = default;

void ProblemLayer::show(const std::vector<MappedProblem> &problems, const ProblemLook &look)
{
    if (problems.empty()) {
        if (m_layer) {
            m_document.removeDerivedLayer(QLatin1String(kId));
        }
        m_layer = nullptr;
        m_problems.clear();
        m_features.clear();
        return;
    }
    if (m_layer && problems == m_problems && look == m_look) {
        return;
    }
    m_problems = problems;
    m_look = look;
    if (!m_layer) {
        QgsVectorLayer::LayerOptions options;
        options.loadDefaultStyle = false;
        options.skipCrsValidation = true;
        auto made = std::make_unique<QgsVectorLayer>(QStringLiteral("Point?index=yes"), look.name,
                                                     QStringLiteral("memory"), options);
        made->setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")));
        made->dataProvider()->addAttributes({QgsField(QStringLiteral("problem"), QMetaType::QString),
                                             QgsField(QStringLiteral("finding"), QMetaType::QString),
                                             QgsField(QStringLiteral("look"), QMetaType::Int)});
        made->updateFields();
        made->setDisplayExpression(QStringLiteral("\"finding\""));
        made->setReadOnly(true);
        made->setId(QLatin1String(kId));
        m_layer = static_cast<QgsVectorLayer *>(
            m_document.addDerivedLayer(std::move(made), themeRank(LayerTheme::Point) + 3));
        if (!m_layer) {
            return;
        }
    }
    m_layer->setName(look.name);
    style(*m_layer, look);
    m_features.clear();
    m_layer->dataProvider()->truncate();
    QgsFeatureList features;
    features.reserve(static_cast<qsizetype>(problems.size()));
    for (const MappedProblem &problem : problems) {
        QgsFeature feature;
        feature.setAttributes(QgsAttributes({problem.id, problem.finding, static_cast<int>(problem.look)}));
        feature.setGeometry(QgsGeometry::fromPointXY({problem.place.x, problem.place.y}));
        features << feature;
    }
    m_layer->dataProvider()->addFeatures(features);
    for (const QgsFeature &feature : std::as_const(features)) {
        m_features.insert(feature.attribute(0).toString(), feature.id());
    }
    m_layer->updateExtents();
    emit m_layer->styleChanged();
    m_layer->triggerRepaint();
}

QString ProblemLayer::problemOf(const QString &layerId, std::int64_t featureId) const
{
    return layerId == QLatin1String(kId) ? m_features.key(featureId) : QString();
}

std::optional<std::int64_t> ProblemLayer::featureOf(const QString &id) const
{
    const auto found = m_features.constFind(id);
    return m_layer && found != m_features.constEnd() ? std::optional(*found) : std::nullopt;
}

} // namespace loci::map
