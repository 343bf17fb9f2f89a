// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/layerstyle.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsexpression.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgslinesymbol.h>
#include <qgsmarkersymbol.h>
#include <qgspallabeling.h>
#include <qgsrulebasedrenderer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgssymbollayer.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <memory>

namespace loci::widgets {

namespace {
constexpr char kProperty[] = "loci/style"; // what the renderer alone does not say: ramp, mode, number of classes

QString number(double value)
{
    return QString::number(value, 'g', 12);
}

QString rgba(const QColor &colour)
{
    return QStringLiteral("%1,%2,%3,%4").arg(colour.red()).arg(colour.green()).arg(colour.blue()).arg(colour.alpha());
}

QgsSymbol *makeSymbol(Qgis::GeometryType type, const LayerStyle &style, const QColor &fill)
{
    switch (type) {
    case Qgis::GeometryType::Point:
        return QgsMarkerSymbol::createSimple({{"name", "circle"},
                                              {"color", rgba(fill)},
                                              {"size", number(style.size)},
                                              {"outline_color", rgba(style.outline)},
                                              {"outline_width", number(style.outlineWidth)}});
    case Qgis::GeometryType::Line:
        return QgsLineSymbol::createSimple({{"line_color", rgba(fill)},
                                            {"line_width", number(style.size)},
                                            {"capstyle", "round"},
                                            {"joinstyle", "round"}});
    default:
        return QgsFillSymbol::createSimple({{"color", rgba(fill)},
                                            {"outline_color", rgba(style.outline)},
                                            {"outline_width", number(style.outlineWidth)},
                                            {"outline_style", style.outlineWidth > 0 ? "solid" : "no"}});
    }
}

/// Unknown is never a colour of the ramp: hatched grey, dashed or hollow by geometry.
QgsSymbol *makeNoDataSymbol(Qgis::GeometryType type, const LayerStyle &style)
{
    const QColor grey(0x8b, 0x95, 0x96);
    if (type == Qgis::GeometryType::Point) {
        return QgsMarkerSymbol::createSimple({{"name", "circle"},
                                              {"color", "255,255,255,0"},
                                              {"size", number(style.size)},
                                              {"outline_color", rgba(grey)},
                                              {"outline_style", "dot"},
                                              {"outline_width", "0.3"}});
    }
    if (type == Qgis::GeometryType::Line) {
        return QgsLineSymbol::createSimple(
            {{"line_color", rgba(grey)}, {"line_style", "dash"}, {"line_width", number(style.size)}});
    }
    auto *symbol = QgsFillSymbol::createSimple(
        {{"color", "236,239,239,255"}, {"outline_color", rgba(grey)}, {"outline_width", number(style.outlineWidth)}});
    auto hatch = std::make_unique<QgsLinePatternFillSymbolLayer>();
    hatch->setLineAngle(45);
    hatch->setDistance(1.4);
    hatch->setSubSymbol(QgsLineSymbol::createSimple({{"line_color", rgba(grey)}, {"line_width", "0.18"}}));
    symbol->appendSymbolLayer(hatch.release());
    return symbol;
}

using Rule = QgsRuleBasedRenderer::Rule;

void addRule(Rule &root, QgsSymbol *symbol, const QString &label, const QString &filter)
{
    auto *rule = new Rule(symbol);
    rule->setLabel(label);
    if (filter.isEmpty()) {
        rule->setIsElse(true);
    } else {
        rule->setFilterExpression(filter);
    }
    root.appendChild(rule);
}

QgsFeatureRenderer *makeClassified(Qgis::GeometryType type, const LayerStyle &style)
{
    auto root = std::make_unique<Rule>(nullptr);
    const QString field = QgsExpression::quotedColumnRef(style.field);
    bool first = true;
    for (const StyleClass &c : style.classes) {
        const QString filter = style.kind == StyleKind::Categorised
                                   ? QStringLiteral("%1 = %2").arg(field, QgsExpression::quotedValue(c.value))
                                   : QStringLiteral("%1 %2 %3 AND %1 <= %4")
                                         .arg(field, QLatin1String(first ? ">=" : ">"),
                                              QString::number(c.lower, 'g', 17), QString::number(c.upper, 'g', 17));
        addRule(*root, makeSymbol(type, style, c.colour), c.label, filter);
        first = false;
    }
    if (style.kind == StyleKind::Categorised) {
        addRule(*root, makeNoDataSymbol(type, style), QCoreApplication::translate("LayerStyle", "No data"),
                QStringLiteral("%1 IS NULL OR to_string(%1) = ''").arg(field));
        addRule(*root, makeSymbol(type, style, QColor(0xd2, 0xd8, 0xd8)),
                QCoreApplication::translate("LayerStyle", "Other values"), {});
    } else {
        addRule(*root, makeNoDataSymbol(type, style), QCoreApplication::translate("LayerStyle", "No data"), {});
    }
    return new QgsRuleBasedRenderer(root.release());
}

void applyLabels(QgsVectorLayer &layer, const LayerStyle &style)
{
    if (!style.labels || style.labelField.isEmpty()) {
        layer.setLabelsEnabled(false);
        return;
    }
    QgsPalLayerSettings settings;
    settings.fieldName = style.labelField;
    settings.isExpression = false;
    QgsTextFormat format;
    format.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")});
    format.setSize(style.labelSize);
    format.setSizeUnit(Qgis::RenderUnit::Points);
    format.setColor(QColor(0x24, 0x31, 0x32));
    QgsTextBufferSettings halo;
    halo.setEnabled(style.labelHalo);
    halo.setSize(0.9);
    halo.setSizeUnit(Qgis::RenderUnit::Millimeters);
    halo.setColor(QColor(255, 255, 255, 230));
    format.setBuffer(halo);
    settings.setFormat(format);
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(settings));
    layer.setLabelsEnabled(true);
}

void rememberChoices(QgsVectorLayer &layer, const LayerStyle &style)
{
    QJsonArray classes;
    for (const StyleClass &c : style.classes) {
        classes.append(QJsonObject{{"label", c.label},
                                   {"value", QJsonValue::fromVariant(c.value)},
                                   {"lower", c.lower},
                                   {"upper", c.upper},
                                   {"colour", c.colour.name(QColor::HexArgb)}});
    }
    const QJsonObject object{{"kind", int(style.kind)},
                             {"field", style.field},
                             {"count", style.classCount},
                             {"mode", int(style.mode)},
                             {"ramp", style.ramp},
                             {"inverted", style.inverted},
                             {"classes", classes},
                             {"fill", style.fill.name(QColor::HexArgb)},
                             {"outline", style.outline.name(QColor::HexArgb)},
                             {"outlineWidth", style.outlineWidth},
                             {"size", style.size}};
    layer.setCustomProperty(QLatin1String(kProperty),
                            QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void recallChoices(const QJsonObject &object, LayerStyle &style)
{
    style.kind = StyleKind(object.value("kind").toInt());
    style.field = object.value("field").toString();
    style.classCount = object.value("count").toInt(5);
    style.mode = ClassMode(object.value("mode").toInt());
    style.ramp = object.value("ramp").toString();
    style.inverted = object.value("inverted").toBool();
    style.fill = QColor(object.value("fill").toString());
    style.outline = QColor(object.value("outline").toString());
    style.outlineWidth = object.value("outlineWidth").toDouble();
    style.size = object.value("size").toDouble();
    for (const QJsonValue &value : object.value("classes").toArray()) {
        const QJsonObject c = value.toObject();
        style.classes.push_back({c.value("label").toString(), c.value("value").toVariant(), c.value("lower").toDouble(),
                                 c.value("upper").toDouble(), QColor(c.value("colour").toString())});
    }
}

void readSymbol(const QgsSymbol *symbol, LayerStyle &style)
{
    if (!symbol || symbol->symbolLayerCount() == 0) {
        return;
    }
    style.fill = symbol->color();
    const QgsSymbolLayer *top = symbol->symbolLayers().first();
    const QVariantMap properties = top->properties();
    if (symbol->type() != Qgis::SymbolType::Line) {
        style.outline = top->strokeColor();
        style.outlineWidth = properties.value(QStringLiteral("outline_width"), style.outlineWidth).toDouble();
        if (properties.value(QStringLiteral("outline_style")).toString() == QLatin1String("no")) {
            style.outlineWidth = 0;
        }
    }
    if (const auto *marker = dynamic_cast<const QgsMarkerSymbol *>(symbol)) {
        style.size = marker->size();
    } else if (const auto *line = dynamic_cast<const QgsLineSymbol *>(symbol)) {
        style.size = line->width();
    }
}

void readRenderer(const QgsVectorLayer &layer, LayerStyle &style)
{
    const QgsFeatureRenderer *renderer = layer.renderer();
    const QString stored = layer.customProperty(QLatin1String(kProperty)).toString();
    if (renderer && renderer->type() == QLatin1String("RuleRenderer") && !stored.isEmpty()) {
        recallChoices(QJsonDocument::fromJson(stored.toUtf8()).object(), style);
    } else if (const auto *single = dynamic_cast<const QgsSingleSymbolRenderer *>(renderer)) {
        style.kind = StyleKind::Single;
        readSymbol(single->symbol(), style);
    } else if (const auto *categories = dynamic_cast<const QgsCategorizedSymbolRenderer *>(renderer)) {
        style.kind = StyleKind::Categorised;
        style.field = categories->classAttribute();
        for (const QgsRendererCategory &category : categories->categories()) {
            if (int(style.classes.size()) < kMostClasses && category.value().isValid() && category.symbol()) {
                style.classes.push_back({category.label(), category.value(), 0, 0, category.symbol()->color()});
                readSymbol(category.symbol(), style);
            }
        }
    } else if (const auto *ranges = dynamic_cast<const QgsGraduatedSymbolRenderer *>(renderer)) {
        style.kind = StyleKind::Graduated;
        style.field = ranges->classAttribute();
        for (const QgsRendererRange &range : ranges->ranges()) {
            if (int(style.classes.size()) < kMostClasses && range.symbol()) {
                style.classes.push_back(
                    {range.label(), {}, range.lowerValue(), range.upperValue(), range.symbol()->color()});
                readSymbol(range.symbol(), style);
            }
        }
    } else {
        style.kind = StyleKind::Foreign;
    }
}
} // namespace

LayerStyle readStyle(const QgsVectorLayer &layer)
{
    LayerStyle style;
    style.size = layer.geometryType() == Qgis::GeometryType::Line ? 0.5 : 2.4;
    readRenderer(layer, style);
    style.opacity = layer.opacity();
    style.labels = layer.labelsEnabled();
    if (const QgsAbstractVectorLayerLabeling *labeling = layer.labeling();
        labeling && labeling->type() == QLatin1String("simple")) {
        const QgsPalLayerSettings settings = labeling->settings();
        style.labelField = settings.isExpression ? QString() : settings.fieldName;
        style.labelSize = settings.format().size();
        style.labelHalo = settings.format().buffer().enabled();
    }
    if (layer.hasScaleBasedVisibility()) {
        style.smallestScale = layer.minimumScale();
        style.largestScale = layer.maximumScale();
    }
    return style;
}

void applyStyle(QgsVectorLayer &layer, const LayerStyle &style)
{
    const Qgis::GeometryType type = layer.geometryType();
    const bool drawn =
        type == Qgis::GeometryType::Point || type == Qgis::GeometryType::Line || type == Qgis::GeometryType::Polygon;
    if (drawn && style.kind != StyleKind::Foreign) {
        const bool classified = style.kind != StyleKind::Single && !style.field.isEmpty();
        if (classified) {
            layer.setRenderer(makeClassified(type, style));
            rememberChoices(layer, style);
        } else {
            layer.setRenderer(new QgsSingleSymbolRenderer(makeSymbol(type, style, style.fill)));
            layer.removeCustomProperty(QLatin1String(kProperty));
        }
    }
    layer.setOpacity(style.opacity);
    if (style.labelField.isEmpty() ? !style.labels : true) {
        applyLabels(layer, style);
    }
    layer.setMinimumScale(style.smallestScale);
    layer.setMaximumScale(style.largestScale);
    layer.setScaleBasedVisibility(style.smallestScale > 0 || style.largestScale > 0);
    layer.triggerRepaint();
    emit layer.styleChanged();
}

} // namespace loci::widgets
