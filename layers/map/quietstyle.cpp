// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/quietstyle.h"

#include "layers/map/footprintlayer.h"
#include "layers/map/layerxml.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>
#include <qgsnullsymbolrenderer.h>
#include <qgspallabeling.h>
#include <qgsrasterlayer.h>
#include <qgsreadwritecontext.h>
#include <qgssinglesymbolrenderer.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDomDocument>
#include <QFont>
#include <QFontDatabase>
#include <array>
#include <vector>

namespace loci::map {

namespace {

constexpr char kThemeProperty[] = "loci/quiet";
constexpr char kModeProperty[] = "loci/quietMode";
constexpr char kHashProperty[] = "loci/quietHash";
constexpr int kManyFeatures = 50'000;

std::unique_ptr<QgsSymbol> fill(const QColor &colour, const QColor &edge, double width,
                                Qt::PenStyle style = Qt::SolidLine)
{
    auto layer =
        std::make_unique<QgsSimpleFillSymbolLayer>(colour, colour.alpha() == 0 ? Qt::NoBrush : Qt::SolidPattern, edge,
                                                   edge.isValid() ? style : Qt::NoPen, width, Qt::RoundJoin);
    return std::make_unique<QgsFillSymbol>(QgsSymbolLayerList{layer.release()});
}

std::unique_ptr<QgsSimpleLineSymbolLayer> stroke(const QColor &colour, double width, int pass)
{
    auto layer = std::make_unique<QgsSimpleLineSymbolLayer>(colour, width);
    layer->setPenCapStyle(Qt::RoundCap);
    layer->setPenJoinStyle(Qt::RoundJoin);
    layer->setRenderingPass(pass);
    return layer;
}

std::unique_ptr<QgsSymbol> casedLine(const QColor &colour, double width, const QColor &casing, double casingWidth)
{
    return std::make_unique<QgsLineSymbol>(
        QgsSymbolLayerList{stroke(casing, width + 2 * casingWidth, 0).release(), stroke(colour, width, 1).release()});
}

std::unique_ptr<QgsSymbol> railLine(const QuietPalette &p)
{
    auto base = stroke(p.rail, 0.6, 0);
    auto ties = stroke(p.ground, 0.35, 1);
    ties->setPenCapStyle(Qt::FlatCap);
    ties->setUseCustomDashPattern(true);
    ties->setCustomDashVector({2.0, 2.0});
    return std::make_unique<QgsLineSymbol>(QgsSymbolLayerList{base.release(), ties.release()});
}

std::unique_ptr<QgsSymbol> dot(const QColor &colour, const QColor &edge, double size)
{
    auto layer = std::make_unique<QgsSimpleMarkerSymbolLayer>(Qgis::MarkerShape::Circle, size);
    layer->setColor(colour);
    layer->setStrokeColor(edge);
    layer->setStrokeWidth(0.25);
    return std::make_unique<QgsMarkerSymbol>(QgsSymbolLayerList{layer.release()});
}

std::unique_ptr<QgsSymbol> heritageSymbol(bool area, const QuietPalette &p)
{
    if (area) {
        QColor wash = p.heritage;
        wash.setAlpha(22);
        return fill(wash, p.heritage, 0.35);
    }
    auto layer = std::make_unique<QgsSimpleMarkerSymbolLayer>(Qgis::MarkerShape::Diamond, 2.6);
    layer->setColor(p.heritage);
    layer->setStrokeColor(p.halo);
    layer->setStrokeWidth(0.3);
    return std::make_unique<QgsMarkerSymbol>(QgsSymbolLayerList{layer.release()});
}

std::unique_ptr<QgsSymbol> symbolFor(LayerTheme theme, Qgis::GeometryType geometry, const QuietPalette &p)
{
    const bool line = geometry == Qgis::GeometryType::Line;
    switch (theme) {
    case LayerTheme::Building:
        return fill(p.building, p.buildingEdge, 0.16);
    case LayerTheme::Road:
        return line ? casedLine(p.road, 0.9, p.roadCasing, 0.16) : fill(p.road, p.roadCasing, 0.12);
    case LayerTheme::Rail:
        return railLine(p);
    case LayerTheme::Water:
        return line ? casedLine(p.water, 0.8, p.waterEdge, 0.08) : fill(p.water, p.waterEdge, 0.16);
    case LayerTheme::Park:
        return fill(p.park, p.parkEdge, 0.12);
    case LayerTheme::LandUse:
    case LayerTheme::Parcel:
        return fill(p.landUse, p.areaEdge, 0.14);
    case LayerTheme::District:
        return fill(p.area, p.areaEdge, 0.4);
    case LayerTheme::Boundary:
        return fill(Qt::transparent, p.line, 0.5, Qt::DashLine);
    case LayerTheme::Trees:
        return dot(p.parkEdge, p.halo, 1.6);
    case LayerTheme::Heritage:
        return heritageSymbol(geometry == Qgis::GeometryType::Polygon, p);
    case LayerTheme::Stops:
    case LayerTheme::Point:
        return dot(p.point, p.pointEdge, 2.0);
    case LayerTheme::Line:
        return casedLine(p.line, 0.45, p.halo, 0.15);
    default:
        return fill(p.area, p.areaEdge, 0.26);
    }
}

/// Types of city objects that are no building on a map, by what they look like.
struct ObjectKind
{
    const char *label;
    LayerTheme theme;
    QStringList types;
};

const std::vector<ObjectKind> &objectKinds()
{
    static const std::vector<ObjectKind> kinds = {
        {QT_TRANSLATE_NOOP("Map", "Land"), LayerTheme::LandUse, {QStringLiteral("LandUse")}},
        {QT_TRANSLATE_NOOP("Map", "Water"),
         LayerTheme::Water,
         {QStringLiteral("WaterBody"), QStringLiteral("Waterway")}},
        {QT_TRANSLATE_NOOP("Map", "Green"),
         LayerTheme::Park,
         {QStringLiteral("PlantCover"), QStringLiteral("SolitaryVegetationObject")}},
        {QT_TRANSLATE_NOOP("Map", "Streets and railways"),
         LayerTheme::Road,
         {QStringLiteral("Road"), QStringLiteral("Railway"), QStringLiteral("TransportSquare")}},
    };
    return kinds;
}

/// Outlines of a whole city: water is blue and streets are white. One symbol when all are buildings.
std::unique_ptr<QgsFeatureRenderer> cityRenderer(const QgsVectorLayer &layer, const QuietPalette &p)
{
    QStringList others = layer.customProperty(QLatin1String(kObjectTypesProperty)).toStringList();
    QgsCategoryList categories;
    for (const ObjectKind &kind : objectKinds()) {
        QVariantList present;
        for (const QString &type : kind.types) {
            if (others.removeAll(type) > 0) {
                present << type;
            }
        }
        if (!present.isEmpty()) {
            categories << QgsRendererCategory(present, symbolFor(kind.theme, Qgis::GeometryType::Polygon, p).release(),
                                              QCoreApplication::translate("Map", kind.label));
        }
    }
    auto building = symbolFor(LayerTheme::Building, Qgis::GeometryType::Polygon, p);
    if (categories.isEmpty()) {
        return std::make_unique<QgsSingleSymbolRenderer>(building.release());
    }
    if (!others.isEmpty()) { // an empty value stands for every other type
        categories << QgsRendererCategory(QVariant(), building.release(),
                                          QCoreApplication::translate("Map", "Buildings and structures"));
    }
    return std::make_unique<QgsCategorizedSymbolRenderer>(QStringLiteral("type"), categories);
}

std::unique_ptr<QgsFeatureRenderer> rendererFor(const QgsVectorLayer &layer, LayerTheme theme, const QuietPalette &p)
{
    if (theme == LayerTheme::Building && layer.geometryType() == Qgis::GeometryType::Polygon) {
        return cityRenderer(layer, p);
    }
    return std::make_unique<QgsSingleSymbolRenderer>(symbolFor(theme, layer.geometryType(), p).release());
}

QString labelFamily()
{
    static const QString family = [] {
        const QStringList families = QFontDatabase::families();
        for (const char *wanted : {"Inter", "Noto Sans", "DejaVu Sans"}) {
            if (families.contains(QLatin1String(wanted))) {
                return QString::fromLatin1(wanted);
            }
        }
        return QFont().defaultFamily();
    }();
    return family;
}

struct LabelLook
{
    QColor colour;
    double size = 0; ///< points
    int weight = 0;
    double fromScale = 0; ///< shown from this scale on (1:n, 0: always)
};

LabelLook labelLook(LayerTheme theme, const QuietPalette &p)
{
    switch (theme) {
    case LayerTheme::District:
    case LayerTheme::Boundary:
        return {p.label, 9.5, QFont::DemiBold, 400'000};
    case LayerTheme::Building:
        return {p.labelMuted, 8, QFont::Medium, 4'000};
    case LayerTheme::Road:
    case LayerTheme::Rail:
        return {p.labelMuted, 8, QFont::Medium, 12'000};
    case LayerTheme::Water:
        return {p.labelWater, 8.5, QFont::Medium, 60'000};
    case LayerTheme::Park:
        return {p.labelPark, 8.5, QFont::Medium, 20'000};
    case LayerTheme::Heritage:
        return {p.heritage, 8.5, QFont::Medium, 12'000};
    case LayerTheme::Trees:
        return {p.labelPark, 8, QFont::Normal, 800};
    case LayerTheme::Stops:
    case LayerTheme::Point:
        return {p.label, 8.5, QFont::Medium, 15'000};
    default:
        return {p.label, 8.5, QFont::Medium, 100'000};
    }
}

QgsTextFormat textFormat(const LabelLook &look, const QuietPalette &p)
{
    QFont font(QStringList{labelFamily(), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")});
    font.setWeight(static_cast<QFont::Weight>(look.weight));
    font.setStretch(QFont::Unstretched); // as it comes back when the style is read again
    QgsTextFormat format;
    format.setFont(font);
    format.setFamilies({labelFamily(), QStringLiteral("Noto Sans CJK SC")});
    format.setSize(look.size);
    format.setSizeUnit(Qgis::RenderUnit::Points);
    format.setColor(look.colour);
    QgsTextBufferSettings halo;
    halo.setEnabled(true);
    halo.setSize(0.7);
    halo.setColor(p.halo);
    halo.setOpacity(0.9);
    format.setBuffer(halo);
    return format;
}

void label(QgsVectorLayer &layer, LayerTheme theme, const QuietPalette &p)
{
    const QString field = nameField(layer);
    if (field.isEmpty()) {
        layer.setLabelsEnabled(false);
        return;
    }
    const LabelLook look = labelLook(theme, p);
    QgsPalLayerSettings settings;
    settings.fieldName = field;
    settings.setFormat(textFormat(look, p));
    settings.scaleVisibility = look.fromScale > 0;
    settings.minimumScale = look.fromScale;
    settings.maximumScale = 0;
    settings.wrapChar = QString();
    settings.autoWrapLength = 18;
    switch (layer.geometryType()) {
    case Qgis::GeometryType::Line:
        settings.placement = Qgis::LabelPlacement::Curved;
        settings.lineSettings().setMergeLines(true);
        settings.autoWrapLength = 0;
        break;
    case Qgis::GeometryType::Polygon:
        settings.placement = Qgis::LabelPlacement::Horizontal;
        break;
    default:
        settings.placement = Qgis::LabelPlacement::OrderedPositionsAroundPoint;
        settings.dist = 1.2;
        break;
    }
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(settings));
    layer.setLabelsEnabled(layer.featureCount() <= kManyFeatures);
}

/// What the person could have edited: symbols and labels.
///
/// What is written of a style that was read back: writing and reading once settles what QGIS leaves open in a new
/// style, so that a layer has the same hash before and after it went through a workspace.
void appendRenderer(const QgsFeatureRenderer &renderer, QDomElement &root, const QgsReadWriteContext &context)
{
    QDomDocument document = root.ownerDocument();
    QDomElement first = const_cast<QgsFeatureRenderer &>(renderer).save(document, context); // NOLINT
    const std::unique_ptr<QgsFeatureRenderer> again(QgsFeatureRenderer::load(first, context));
    root.appendChild(again ? again->save(document, context) : first);
}

void appendLabels(const QgsAbstractVectorLayerLabeling &labels, QDomElement &root, const QgsReadWriteContext &context)
{
    QDomDocument document = root.ownerDocument();
    const QDomElement first = labels.save(document, context);
    const std::unique_ptr<QgsAbstractVectorLayerLabeling> again(QgsAbstractVectorLayerLabeling::create(first, context));
    root.appendChild(again ? again->save(document, context) : first);
}

/// Symbol layers carry random ids that say nothing about the look.
void dropIds(const QDomElement &root)
{
    const QDomNodeList symbols = root.elementsByTagName(QStringLiteral("layer"));
    for (int i = 0; i < symbols.count(); ++i) {
        symbols.at(i).toElement().removeAttribute(QStringLiteral("id"));
    }
}

/// The symbol of a callout stands as text in an attribute, with its own attributes in an order that differs from one
/// run of the program to the next.
void settleEmbedded(const QDomElement &root)
{
    const QString value = QStringLiteral("value");
    const QDomNodeList options = root.elementsByTagName(QStringLiteral("Option"));
    for (int i = 0; i < options.count(); ++i) {
        QDomElement option = options.at(i).toElement();
        QDomDocument embedded;
        if (option.attribute(value).startsWith(QLatin1Char('<')) && embedded.setContent(option.attribute(value))) {
            dropIds(embedded.documentElement());
            option.setAttribute(value, QString::fromUtf8(canonicalXml(embedded.documentElement())));
        }
    }
}

QString styleHash(const QgsVectorLayer &layer)
{
    QDomDocument document;
    QDomElement root = document.createElement(QStringLiteral("style"));
    document.appendChild(root);
    const QgsReadWriteContext context;
    if (layer.renderer() != nullptr) {
        appendRenderer(*layer.renderer(), root, context);
    }
    if (layer.labeling() != nullptr) {
        appendLabels(*layer.labeling(), root, context);
    }
    root.setAttribute(QStringLiteral("labels"), layer.labelsEnabled() ? 1 : 0);
    dropIds(root);
    settleEmbedded(root);
    return QString::fromLatin1(QCryptographicHash::hash(canonicalXml(root), QCryptographicHash::Sha1).toHex().left(16));
}

LayerTheme themeFromName(const QString &name)
{
    for (int i = 0; i <= static_cast<int>(LayerTheme::Table); ++i) {
        if (themeName(static_cast<LayerTheme>(i)) == name) {
            return static_cast<LayerTheme>(i);
        }
    }
    return LayerTheme::Polygon;
}

} // namespace

const QuietPalette &quietPalette(bool dark)
{
    static const QuietPalette light = {
        QColor(0xF3F5F2), QColor(0xE6DED4), QColor(0xBDAF9F), QColor(0xFFFFFF), QColor(0xD9DDD8), QColor(0xB4BAB7),
        QColor(0xC9DDE6), QColor(0xA9C6D3), QColor(0xDCE8D5), QColor(0xB9CFAE), QColor(0xE9ECE7), QColor(0xB9C1BC),
        QColor(0xEEF0EB), QColor(0x64736F), QColor(0x3F6F8F), QColor(0xFFFFFF), QColor(0x33413E), QColor(0x66736F),
        QColor(0x3C6F86), QColor(0x4F7345), QColor(0xFFFFFF), QColor(0xB23A2E)};
    static const QuietPalette darkColours = {
        QColor(0x161C1E), QColor(0x2C3134), QColor(0x4A5053), QColor(0x2B3335), QColor(0x0F1416), QColor(0x4A5457),
        QColor(0x15303D), QColor(0x1F4556), QColor(0x1B2B22), QColor(0x35543F), QColor(0x1E2527), QColor(0x465154),
        QColor(0x20282A), QColor(0x8FA09C), QColor(0x6FA8CC), QColor(0x0E1315), QColor(0xD5DEDB), QColor(0x94A29E),
        QColor(0x86B7CC), QColor(0x93B88A), QColor(0x11171A), QColor(0xE07A6D)};
    return dark ? darkColours : light;
}

void applyQuietStyle(QgsMapLayer &layer, LayerTheme theme, bool dark)
{
    auto *vector = qobject_cast<QgsVectorLayer *>(&layer);
    if (vector == nullptr || !vector->isSpatial()) {
        return;
    }
    const QuietPalette &p = quietPalette(dark);
    auto renderer = rendererFor(*vector, theme, p);
    renderer->setUsingSymbolLevels(vector->geometryType() == Qgis::GeometryType::Line);
    vector->setRenderer(renderer.release());
    label(*vector, theme, p);
    vector->setCustomProperty(QLatin1String(kThemeProperty), themeName(theme));
    vector->setCustomProperty(QLatin1String(kModeProperty), dark ? QStringLiteral("dark") : QStringLiteral("light"));
    vector->setCustomProperty(QLatin1String(kHashProperty), styleHash(*vector));
}

bool switchQuietStyle(QgsMapLayer &layer, bool dark)
{
    auto *vector = qobject_cast<QgsVectorLayer *>(&layer);
    const QString theme = layer.customProperty(QLatin1String(kThemeProperty)).toString();
    const QString mode = dark ? QStringLiteral("dark") : QStringLiteral("light");
    if (vector == nullptr || theme.isEmpty() || !vector->isValid() ||
        layer.customProperty(QLatin1String(kModeProperty)).toString() == mode ||
        layer.customProperty(QLatin1String(kHashProperty)).toString() != styleHash(*vector)) {
        return false;
    }
    applyQuietStyle(layer, themeFromName(theme), dark);
    return true;
}

} // namespace loci::map
