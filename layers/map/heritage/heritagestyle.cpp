// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/heritage/heritagestyle.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsexpression.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>
#include <qgspallabeling.h>
#include <qgspointclusterrenderer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QFont>

namespace loci::map {

namespace {

constexpr double kDisc = 5.2; // millimetres
constexpr double kSign = 3.1;
constexpr double kClusterReach = 7.0;
constexpr double kClusterDisc = 7.2;
constexpr double kLabelScale = 12'000;

QString signPath(const QByteArray &svg)
{
    QByteArray white = svg;
    white.replace("currentColor", "#ffffff");
    return QStringLiteral("base64:") + QString::fromLatin1(white.toBase64());
}

QString signExpression(const HeritageLook &look)
{
    QString expression = QStringLiteral("CASE");
    for (const HeritageSign &sign : look.signs) {
        expression += QStringLiteral(" WHEN \"category\" = %1 THEN %2")
                          .arg(QgsExpression::quotedString(sign.code), QgsExpression::quotedString(signPath(sign.svg)));
    }
    return expression + QStringLiteral(" ELSE %1 END").arg(QgsExpression::quotedString(signPath(look.defaultSign)));
}

std::unique_ptr<QgsMarkerSymbol> disc(const HeritageLook &look, const QColor &colour, const QString &signs)
{
    auto ground = std::make_unique<QgsSimpleMarkerSymbolLayer>(Qgis::MarkerShape::Circle, kDisc);
    ground->setColor(colour);
    ground->setStrokeColor(look.halo);
    ground->setStrokeWidth(0.4);
    QgsSymbolLayerList parts{ground.release()};
    if (!look.defaultSign.isEmpty()) {
        auto sign = std::make_unique<QgsSvgMarkerSymbolLayer>(signPath(look.defaultSign), kSign);
        if (!look.signs.empty()) {
            sign->setDataDefinedProperty(QgsSymbolLayer::Property::Name, QgsProperty::fromExpression(signs));
        }
        parts << sign.release();
    }
    return std::make_unique<QgsMarkerSymbol>(parts);
}

std::unique_ptr<QgsMarkerSymbol> clusterSymbol(const HeritageLook &look)
{
    auto ground = std::make_unique<QgsSimpleMarkerSymbolLayer>(Qgis::MarkerShape::Circle, kClusterDisc);
    ground->setColor(look.cluster);
    ground->setStrokeColor(look.halo);
    ground->setStrokeWidth(0.5);
    auto count = std::make_unique<QgsFontMarkerSymbolLayer>(QStringLiteral("Inter"), QString(), 3.2, Qt::white);
    count->setDataDefinedProperty(QgsSymbolLayer::Property::Character,
                                  QgsProperty::fromExpression(QStringLiteral("@cluster_size")));
    return std::make_unique<QgsMarkerSymbol>(QgsSymbolLayerList{ground.release(), count.release()});
}

QgsTextFormat textFormat(const HeritageLook &look)
{
    QgsTextFormat format;
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")});
    font.setWeight(QFont::Medium);
    format.setFont(font);
    format.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC")});
    format.setSize(8.5);
    format.setSizeUnit(Qgis::RenderUnit::Points);
    format.setColor(look.text);
    QgsTextBufferSettings halo;
    halo.setEnabled(true);
    halo.setSize(0.8);
    halo.setColor(look.halo);
    format.setBuffer(halo);
    return format;
}

std::unique_ptr<QgsSymbolLayer> edgeOf(const HeritageZoneClass &zone)
{
    auto edge = std::make_unique<QgsSimpleLineSymbolLayer>(zone.colour, 0.45);
    edge->setPenJoinStyle(Qt::RoundJoin);
    switch (zone.pattern) {
    case ZonePattern::Solid:
        edge->setWidth(0.6);
        break;
    case ZonePattern::Dotted:
        edge->setPenStyle(Qt::DotLine);
        break;
    default:
        edge->setPenStyle(Qt::DashLine);
        break;
    }
    return edge;
}

std::unique_ptr<QgsSymbolLayer> hatch(const QColor &colour, double angle)
{
    auto lines = std::make_unique<QgsLinePatternFillSymbolLayer>();
    lines->setLineAngle(angle);
    lines->setDistance(1.6);
    auto line = std::make_unique<QgsSimpleLineSymbolLayer>(colour, 0.22);
    lines->setSubSymbol(new QgsLineSymbol(QgsSymbolLayerList{line.release()})); // taken over
    return lines;
}

std::unique_ptr<QgsFillSymbol> zoneSymbol(const HeritageZoneClass &zone)
{
    QColor wash = zone.colour;
    wash.setAlpha(zone.pattern == ZonePattern::Solid ? 40 : 14);
    QgsSymbolLayerList parts{new QgsSimpleFillSymbolLayer(wash, Qt::SolidPattern, wash, Qt::NoPen)};
    if (zone.pattern == ZonePattern::Hatched || zone.pattern == ZonePattern::CrossHatched) {
        QColor lines = zone.colour;
        lines.setAlpha(150);
        parts << hatch(lines, 45).release();
        if (zone.pattern == ZonePattern::CrossHatched) {
            parts << hatch(lines, 135).release();
        }
    }
    parts << edgeOf(zone).release();
    return std::make_unique<QgsFillSymbol>(parts);
}

} // namespace

bool HeritageLook::operator==(const HeritageLook &o) const
{
    const auto sameClass = [](const HeritageClass &a, const HeritageClass &b) {
        return a.code == b.code && a.label == b.label && a.colour == b.colour;
    };
    const auto sameSign = [](const HeritageSign &a, const HeritageSign &b) {
        return a.code == b.code && a.svg == b.svg;
    };
    const auto sameZone = [](const HeritageZoneClass &a, const HeritageZoneClass &b) {
        return a.code == b.code && a.label == b.label && a.pattern == b.pattern && a.colour == b.colour;
    };
    return std::equal(classes.begin(), classes.end(), o.classes.begin(), o.classes.end(), sameClass) &&
           std::equal(signs.begin(), signs.end(), o.signs.begin(), o.signs.end(), sameSign) &&
           std::equal(zones.begin(), zones.end(), o.zones.begin(), o.zones.end(), sameZone) &&
           defaultSign == o.defaultSign && text == o.text && halo == o.halo && cluster == o.cluster &&
           placesName == o.placesName && areasName == o.areasName && zonesName == o.zonesName;
}

void stylePlaces(QgsVectorLayer &layer, const HeritageLook &look)
{
    const QString signs = signExpression(look);
    QgsCategoryList categories;
    for (const HeritageClass &each : look.classes) {
        categories << QgsRendererCategory(each.code, disc(look, each.colour, signs).release(), each.label);
    }
    auto byClass = std::make_unique<QgsCategorizedSymbolRenderer>(QStringLiteral("class"), categories);
    auto clusters = std::make_unique<QgsPointClusterRenderer>();
    clusters->setEmbeddedRenderer(byClass.release());
    clusters->setClusterSymbol(clusterSymbol(look).release());
    clusters->setTolerance(kClusterReach);
    clusters->setToleranceUnit(Qgis::RenderUnit::Millimeters);
    layer.setRenderer(clusters.release());

    QgsPalLayerSettings settings;
    settings.fieldName = QStringLiteral("name");
    settings.setFormat(textFormat(look));
    settings.scaleVisibility = true;
    settings.minimumScale = kLabelScale;
    settings.maximumScale = 0;
    settings.autoWrapLength = 18;
    settings.placement = Qgis::LabelPlacement::OrderedPositionsAroundPoint;
    settings.dist = 3.2;
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(settings)); // taken over
    layer.setLabelsEnabled(true);
}

void styleAreas(QgsVectorLayer &layer, const HeritageLook &look)
{
    QgsCategoryList categories;
    for (const HeritageClass &each : look.classes) {
        QColor body = each.colour;
        body.setAlpha(170);
        auto fill = std::make_unique<QgsSimpleFillSymbolLayer>(body, Qt::SolidPattern, each.colour.darker(130),
                                                               Qt::SolidLine, 0.3);
        categories << QgsRendererCategory(each.code, new QgsFillSymbol(QgsSymbolLayerList{fill.release()}), each.label);
    }
    layer.setRenderer(new QgsCategorizedSymbolRenderer(QStringLiteral("class"), categories)); // taken over
    layer.setLabelsEnabled(false);
}

void styleZones(QgsVectorLayer &layer, const HeritageLook &look)
{
    QgsCategoryList categories;
    for (const HeritageZoneClass &zone : look.zones) {
        categories << QgsRendererCategory(zone.code, zoneSymbol(zone).release(), zone.label);
    }
    layer.setRenderer(new QgsCategorizedSymbolRenderer(QStringLiteral("kind"), categories)); // taken over
    layer.setLabelsEnabled(false);
}

} // namespace loci::map
