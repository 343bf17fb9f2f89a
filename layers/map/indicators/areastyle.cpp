// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/indicators/areastyle.h"

#include "layers/map/indicators/arealayer.h"

#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgspallabeling.h>
#include <qgsrulebasedrenderer.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QFont>
#include <memory>

namespace loci::map {

namespace {

constexpr int kFillAlpha = 205; // streets and buildings stay readable below
constexpr double kLabelScale = 60'000;

std::unique_ptr<QgsSymbolLayer> hatch(const QColor &colour, double angle, double distance, double width)
{
    auto lines = std::make_unique<QgsLinePatternFillSymbolLayer>();
    lines->setLineAngle(angle);
    lines->setDistance(distance);
    auto line = std::make_unique<QgsSimpleLineSymbolLayer>(colour, width);
    lines->setSubSymbol(new QgsLineSymbol(QgsSymbolLayerList{line.release()})); // taken over
    return lines;
}

std::unique_ptr<QgsSymbolLayer> plain(QColor colour, const QColor &edge)
{
    colour.setAlpha(kFillAlpha);
    return std::make_unique<QgsSimpleFillSymbolLayer>(colour, Qt::SolidPattern, edge, Qt::SolidLine, 0.35);
}

std::unique_ptr<QgsRuleBasedRenderer::Rule> rule(const QgsSymbolLayerList &parts, const QString &filter,
                                                 const QString &label)
{
    return std::make_unique<QgsRuleBasedRenderer::Rule>(new QgsFillSymbol(parts), 0, 0, filter, label); // taken over
}

QgsTextFormat textFormat(const AreaLook &look)
{
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")});
    font.setWeight(QFont::Medium);
    QgsTextFormat format;
    format.setFont(font);
    format.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC")});
    format.setSize(8.5);
    format.setSizeUnit(Qgis::RenderUnit::Points);
    format.setColor(look.text);
    QgsTextBufferSettings halo;
    halo.setEnabled(true);
    halo.setSize(0.9);
    halo.setColor(look.halo);
    format.setBuffer(halo);
    return format;
}

void label(QgsVectorLayer &layer, const AreaLook &look)
{
    QgsPalLayerSettings settings;
    settings.fieldName = QStringLiteral("\"name\" || '\\n' || \"text\"");
    settings.isExpression = true;
    settings.setFormat(textFormat(look));
    settings.scaleVisibility = true;
    settings.minimumScale = kLabelScale;
    settings.maximumScale = 0;
    settings.placement = Qgis::LabelPlacement::OverPoint;
    settings.geometryGeneratorEnabled = true;
    settings.geometryGenerator = QStringLiteral("pole_of_inaccessibility($geometry, 20)");
    settings.geometryGeneratorType = Qgis::GeometryType::Point;
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(settings)); // taken over
    layer.setLabelsEnabled(true);
}

} // namespace

void styleAreas(QgsVectorLayer &layer, const AreaLook &look)
{
    auto root = std::make_unique<QgsRuleBasedRenderer::Rule>(nullptr);
    for (std::size_t i = look.classes.size(); i-- > 0;) { // the highest first, as in the legends of boards
        const AreaLook::Class &each = look.classes[i];
        root->appendChild(
            rule({plain(each.colour, look.edge).release()}, QStringLiteral("\"colour\" = %1").arg(i), each.label)
                .release());
    }
    root->appendChild(rule({hatch(look.hatch, 45, 2.2, 0.5).release()},
                           QStringLiteral("\"partial\" = 1 AND \"colour\" >= 0"), look.partialLabel)
                          .release());
    root->appendChild(
        rule({plain(look.unknownGround, look.edge).release(), hatch(look.unknown, 45, 1.8, 0.25).release(),
              hatch(look.unknown, 135, 1.8, 0.25).release()},
             QStringLiteral("\"colour\" < 0"), look.unknownLabel)
            .release());
    layer.setRenderer(new QgsRuleBasedRenderer(root.release())); // taken over
    label(layer, look);
}

} // namespace loci::map
