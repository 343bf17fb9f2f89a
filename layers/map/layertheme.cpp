// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/layertheme.h"

#include "layers/map/sourceopener.h"

#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

#include <QRegularExpression>
#include <QStringList>
#include <array>

namespace loci::map {

namespace {

struct Recognition
{
    LayerTheme theme;
    bool polygon, line, point;
    const char *name;   ///< matches the layer's name
    const char *fields; ///< matches a field name; may be null
};

/// First match wins. Words in English, Dutch, German, French and Chinese: what open city data is called.
constexpr std::array kRecognitions = {
    Recognition{LayerTheme::Heritage, true, false, true,
                "heritage|monument|historic|listed_?building|rijksmonument|denkmal|patrimoine|文物|古迹|历史|保护区划",
                "^(heritage_level|relic_.*|designation.*|monument_?nummer)$"},
    Recognition{LayerTheme::Building, true, false, false,
                "build|footprint|\\bpand|panden|gebouw|gebaeude|gebäude|batiment|bâtiment|建筑|房屋|houses",
                "^(building|bouwjaar|num_?floors|storeys|building_id|height_roof|bldg.*)$"},
    Recognition{LayerTheme::Water, true, true, false,
                "water|river|canal|lake|gracht|gewaesser|gewässer|cours_?d|河|湖|水", "^(waterway|water)$"},
    Recognition{LayerTheme::Park, true, false, false,
                "park|green|groen|garden|forest|wood|espaces?_?verts?|gruen|grün|绿地|公园|vegetation|plantcover",
                "^(leisure)$"},
    Recognition{LayerTheme::Trees, false, false, true, "tree|boom|bomen|baum|arbre|arbr|树", "^(species|genus)$"},
    Recognition{LayerTheme::Rail, false, true, false, "rail|tram|metro|subway|spoor|bahn|地铁|铁路", "^(railway)$"},
    Recognition{LayerTheme::Road, true, true, false,
                "road|street|highway|straat|weg(en)?\\b|strasse|straße|voie|rue|道路|街|bike|cycl|\\bbus",
                "^(highway)$"},
    Recognition{LayerTheme::Stops, false, false, true, "stop|halte|station|arret|站", nullptr},
    Recognition{LayerTheme::LandUse, true, false, false, "land[_ ]?use|土地|zoning|\\bzone|bestemming|用地|规划",
                "^(landuse|zonedist|zone)$"},
    Recognition{LayerTheme::Parcel, true, false, false, "parcel|\\blots?\\b|perceel|kadaster|cadast|地块|plot",
                nullptr},
    Recognition{
        LayerTheme::District, true, false, false,
        "neighbou?rhood|district|quartier|wijk|buurt|borough|ward|stadtteil|canton|county|区|街道|communit|\\bcb[_-]?",
        "^(wijk|buurt|adcode|boro_?cd|cartodb_id)$"},
    Recognition{LayerTheme::Boundary, true, false, false,
                "bound|border|region|extent|grens|rezoning|area_?of|边界|范围", nullptr},
};

bool matches(const char *pattern, const QString &text)
{
    return QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::CaseInsensitiveOption |
                                                              QRegularExpression::UseUnicodePropertiesOption)
        .match(text)
        .hasMatch();
}

bool allows(const Recognition &entry, Qgis::GeometryType geometry)
{
    return (geometry == Qgis::GeometryType::Polygon && entry.polygon) ||
           (geometry == Qgis::GeometryType::Line && entry.line) ||
           (geometry == Qgis::GeometryType::Point && entry.point);
}

bool hasField(const QgsVectorLayer &layer, const char *pattern)
{
    if (pattern == nullptr) {
        return false;
    }
    const QgsFields fields = layer.fields();
    for (const QgsField &field : fields) {
        if (matches(pattern, field.name())) {
            return true;
        }
    }
    return false;
}

} // namespace

LayerTheme themeOf(const QgsMapLayer &layer)
{
    const auto *vector = qobject_cast<const QgsVectorLayer *>(&layer);
    if (vector == nullptr) {
        return isRemote(layer.providerType(), layer.source()) ? LayerTheme::Backdrop : LayerTheme::Raster;
    }
    const Qgis::GeometryType geometry = vector->geometryType();
    for (const Recognition &entry : kRecognitions) {
        if (allows(entry, geometry) && matches(entry.name, layer.name())) {
            return entry.theme;
        }
    }
    for (const Recognition &entry : kRecognitions) {
        if (allows(entry, geometry) && hasField(*vector, entry.fields)) {
            return entry.theme;
        }
    }
    switch (geometry) {
    case Qgis::GeometryType::Point:
        return LayerTheme::Point;
    case Qgis::GeometryType::Line:
        return LayerTheme::Line;
    case Qgis::GeometryType::Polygon:
        return LayerTheme::Polygon;
    default:
        return LayerTheme::Table;
    }
}

QString themeName(LayerTheme theme)
{
    static constexpr std::array names = {"building", "road",     "rail",    "water",  "park",     "landuse",
                                         "district", "boundary", "parcel",  "trees",  "stops",    "heritage",
                                         "point",    "line",     "polygon", "raster", "backdrop", "table"};
    return QLatin1String(names[static_cast<std::size_t>(theme)]);
}

int themeRank(LayerTheme theme)
{
    switch (theme) {
    case LayerTheme::Backdrop:
        return 0;
    case LayerTheme::Raster:
        return 10;
    case LayerTheme::District:
        return 20;
    case LayerTheme::LandUse:
        return 25;
    case LayerTheme::Parcel:
        return 28;
    case LayerTheme::Park:
        return 30;
    case LayerTheme::Water:
        return 35;
    case LayerTheme::Polygon:
        return 40;
    case LayerTheme::Building:
        return 50;
    case LayerTheme::Boundary:
        return 55;
    case LayerTheme::Road:
        return 60;
    case LayerTheme::Rail:
        return 65;
    case LayerTheme::Line:
        return 70;
    case LayerTheme::Trees:
        return 80;
    case LayerTheme::Point:
    case LayerTheme::Stops:
        return 90;
    case LayerTheme::Heritage:
        return 95;
    case LayerTheme::Table:
        return 100;
    }
    return 40;
}

int themeRank(const QgsMapLayer &layer)
{
    const LayerTheme theme = themeOf(layer);
    const auto *vector = qobject_cast<const QgsVectorLayer *>(&layer);
    const bool area = vector != nullptr && vector->geometryType() == Qgis::GeometryType::Polygon;
    return theme == LayerTheme::Heritage && area ? themeRank(LayerTheme::Boundary) : themeRank(theme);
}

QString nameField(const QgsMapLayer &layer)
{
    const auto *vector = qobject_cast<const QgsVectorLayer *>(&layer);
    if (vector == nullptr) {
        return {};
    }
    static const QStringList wanted = {
        QStringLiteral("name"),         QStringLiteral("naam"),     QStringLiteral("名称"),
        QStringLiteral("名字"),         QStringLiteral("title"),    QStringLiteral("nom"),
        QStringLiteral("bezeichnung"),  QStringLiteral("label"),    QStringLiteral("name_1"),
        QStringLiteral("stop_name"),    QStringLiteral("quartmno"), QStringLiteral("libquart"),
        QStringLiteral("designatio"),   QStringLiteral("wijk"),     QStringLiteral("buurt"),
        QStringLiteral("neighborhood"), QStringLiteral("signname"), QStringLiteral("zonedist"),
        QStringLiteral("nom_usuel")};
    const QgsFields fields = vector->fields();
    for (const QString &name : wanted) {
        const int index = fields.lookupField(name);
        if (index >= 0 && fields.at(index).type() == QMetaType::QString) {
            return fields.at(index).name();
        }
    }
    return {};
}

} // namespace loci::map
