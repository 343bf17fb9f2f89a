// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/print/maplayoutbuilder.h"

#include "layers/map/print/prerendereditem.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsfillsymbol.h>
#include <qgslayertree.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemlegend.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitempicture.h>
#include <qgslayoutitempolyline.h>
#include <qgslayoutitemscalebar.h>
#include <qgslayoutpagecollection.h>
#include <qgslayoutrendercontext.h>
#include <qgslegendstyle.h>
#include <qgslinesymbol.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsrasterlayer.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>
#include <cmath>

namespace loci::map {

namespace {
const QColor kInk(0x1b, 0x26, 0x27);
const QColor kMuted(0x5b, 0x69, 0x6b);
const QColor kLine(0xb9, 0xc3, 0xc4);
constexpr double kSideWidth = 84; // scale bar and north arrow in the title block

constexpr char kNorthArrow[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 32\">"
    "<path d=\"M12 9 L18 30 L12 25.5 Z\" fill=\"#1b2627\"/><path d=\"M12 9 L6 30 L12 25.5 Z\" fill=\"#fff\" "
    "stroke=\"#1b2627\" stroke-width=\"0.8\" stroke-linejoin=\"round\"/>"
    "<path d=\"M9.2 6.6 V0.8 L14.8 6.6 V0.8\" fill=\"none\" stroke=\"#1b2627\" stroke-width=\"1.4\" "
    "stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>";

void place(QgsLayoutItem *item, const QRectF &area)
{
    item->attemptMove(QgsLayoutPoint(area.x(), area.y(), Qgis::LayoutUnit::Millimeters));
    item->attemptResize(QgsLayoutSize(area.width(), area.height(), Qgis::LayoutUnit::Millimeters));
}

/// The longest of 1, 2, 5 times a power of ten that is not above `most`.
double niceLength(double most)
{
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0}) {
        if (factor * power <= most) {
            return factor * power;
        }
    }
    return power;
}

bool belongsIntoLegend(const QgsMapLayer *layer)
{
    if (!layer || !layer->isValid()) {
        return false;
    }
    // Tiles and photographs explain themselves; a legend entry for them is noise.
    return layer->type() == Qgis::LayerType::Vector;
}
} // namespace

MapLayoutBuilder::MapLayoutBuilder(const PrintRequest &request, QImage picture)
    : m_request(request)
    , m_picture(std::move(picture))
{}

MapLayoutBuilder::~MapLayoutBuilder() = default;

std::unique_ptr<QgsPrintLayout> MapLayoutBuilder::build()
{
    m_layout = std::make_unique<QgsPrintLayout>(m_request.project);
    m_layout->initializeDefaults();
    m_layout->renderContext().setDpi(m_request.dpi);
    m_layout->pageCollection()->page(0)->setPageSize(
        QgsLayoutSize(m_request.page.width(), m_request.page.height(), Qgis::LayoutUnit::Millimeters));
    addMap();
    if (m_request.legend) {
        addLegend();
    }
    if (m_request.titleBlock) {
        addTitleBlock();
    } else {
        const QRectF map = mapArea(m_request);
        if (m_request.northArrow) {
            addNorthArrow({map.right() - 16, map.top() + 4, 12, 16});
        }
        if (m_request.scaleBar) {
            addScale({map.left() + 4, map.bottom() - 14, 70, 10});
        }
    }
    return std::move(m_layout);
}

QList<QgsMapLayer *> MapLayoutBuilder::layers() const
{
    if (!m_request.layers.isEmpty()) {
        return m_request.layers;
    }
    QList<QgsMapLayer *> visible;
    for (QgsMapLayer *layer : m_request.project->layerTreeRoot()->layerOrder()) {
        const QgsLayerTreeLayer *node = m_request.project->layerTreeRoot()->findLayer(layer);
        if (node && node->isVisible()) {
            visible.append(layer);
        }
    }
    return visible;
}

void MapLayoutBuilder::addMap()
{
    const QRectF area = mapArea(m_request);
    const Box3 extent = paperExtent(m_request);
    m_map = new QgsLayoutItemMap(m_layout.get());
    m_layout->addLayoutItem(m_map);
    place(m_map, area);
    m_map->setId(QStringLiteral("map"));
    m_map->setCrs(paperCrs(m_request));
    m_map->setKeepLayerSet(true);
    QList<QgsMapLayer *> shown = layers();
    if (!m_picture.isNull() || shown.isEmpty()) {
        // An empty set would mean "whatever the project shows".
        auto *nothing =
            new QgsVectorLayer(QStringLiteral("Point"), QStringLiteral("nothing"), QStringLiteral("memory"));
        nothing->setParent(m_layout.get());
        shown = {nothing};
    }
    m_map->setLayers(shown);
    m_map->setExtent(QgsRectangle(extent.min.x, extent.min.y, extent.max.x, extent.max.y));
    m_map->setFrameEnabled(true);
    m_map->setFrameStrokeColor(kLine);
    m_map->setFrameStrokeWidth(QgsLayoutMeasurement(0.2, Qgis::LayoutUnit::Millimeters));
    m_map->setBackgroundColor(Qt::white);
    m_layout->setReferenceMap(m_map);
    if (!m_picture.isNull()) {
        auto *picture = new PrerenderedItem(m_layout.get(), m_picture);
        m_layout->addLayoutItem(picture);
        place(picture, area);
    }
}

void MapLayoutBuilder::addLegend()
{
    QList<QgsMapLayer *> listed;
    for (QgsMapLayer *layer : layers()) {
        if (belongsIntoLegend(layer)) {
            listed.append(layer);
        }
    }
    if (listed.isEmpty()) {
        return;
    }
    auto *legend = new QgsLayoutItemLegend(m_layout.get());
    m_layout->addLayoutItem(legend);
    legend->setId(QStringLiteral("legend"));
    legend->setAutoUpdateModel(false);
    QgsLayerTree *root = legend->model()->rootGroup();
    root->removeAllChildren();
    for (QgsMapLayer *layer : listed) {
        root->addLayer(layer);
    }
    legend->setTitle(QCoreApplication::translate("Print", "Legend"));
    const auto style = [&](QgsLegendStyle::Style part, double points, bool bold, bool muted) {
        QgsLegendStyle s = legend->style(part);
        s.setTextFormat(format(points, bold, muted));
        legend->setStyle(part, s);
    };
    style(QgsLegendStyle::Title, 11, true, false);
    style(QgsLegendStyle::Group, 9, true, false);
    style(QgsLegendStyle::Subgroup, 9, true, false);
    style(QgsLegendStyle::SymbolLabel, 8.5, false, false);
    legend->setBoxSpace(3);
    legend->setSymbolWidth(6);
    legend->setSymbolHeight(3.6);
    legend->setBackgroundEnabled(true);
    legend->setBackgroundColor(QColor(255, 255, 255, 235));
    legend->setFrameEnabled(true);
    legend->setFrameStrokeColor(kLine);
    legend->setFrameStrokeWidth(QgsLayoutMeasurement(0.2, Qgis::LayoutUnit::Millimeters));
    legend->setResizeToContents(true);
    const QRectF map = mapArea(m_request);
    legend->setReferencePoint(QgsLayoutItem::UpperRight);
    legend->attemptMove(QgsLayoutPoint(map.right() - 3, map.top() + 3, Qgis::LayoutUnit::Millimeters));
    legend->adjustBoxSize();
    // A long legend goes into columns rather than off the map.
    for (int columns = 2; columns <= 4 && legend->rect().height() > map.height() - 6; ++columns) {
        legend->setSplitLayer(true);
        legend->setColumnCount(columns);
        legend->adjustBoxSize();
    }
}

void MapLayoutBuilder::addTitleBlock()
{
    const QRectF area = titleArea(m_request);
    const double left = area.left();
    const double width = area.width() - kSideWidth - 6;
    const PrintTexts &t = m_request.texts;
    const QString title = t.title.isEmpty() ? QCoreApplication::translate("Print", "Map") : t.title;
    addText(title, {left, area.top() + 0.5, width, 9}, 16, true, false);
    addText(t.subtitle, {left, area.top() + 9.5, width, 5.5}, 9.5, false, false);
    QStringList by;
    for (const QString &part : {t.organisation, t.author, dateText()}) {
        if (!part.isEmpty()) {
            by.append(part);
        }
    }
    addText(by.join(QStringLiteral(" · ")), {left, area.top() + 16.5, width, 4.5}, 7.5, false, true);
    if (!t.source.isEmpty()) {
        addText(QCoreApplication::translate("Print", "Source: %1").arg(t.source), {left, area.top() + 21, width, 4.5},
                7.5, false, true);
    }
    const QRectF side(area.right() - kSideWidth, area.top(), kSideWidth, area.height());
    addLine(side.left() - 3, area.top() + 1, side.left() - 3, area.bottom());
    const QString scale =
        QCoreApplication::translate("Print", "Scale 1:%1")
            .arg(QLocale(QLocale::C)
                     .toString(m_request.scale, 'f', 0)
                     .replace(QRegularExpression(QStringLiteral("(?<=\\d)(?=(\\d{3})+$)")), QStringLiteral("\u202f")));
    addText(scale, {side.left() + 2, side.top() + 1, 62, 5}, 9.5, true, false);
    const QgsCoordinateReferenceSystem crs = paperCrs(m_request);
    addText(crs.isValid() ? crs.authid() + QStringLiteral("  ") + crs.description() : QString(),
            {side.left() + 2, side.top() + 21, kSideWidth - 2, 4.5}, 7.5, false, true);
    if (m_request.scaleBar) {
        addScale({side.left(), side.top() + 7, 66, 12});
    }
    if (m_request.northArrow) {
        addNorthArrow({side.right() - 13, side.top() + 1.5, 12, 16});
    }
}

void MapLayoutBuilder::addScale(const QRectF &area)
{
    auto *bar = new QgsLayoutItemScaleBar(m_layout.get());
    m_layout->addLayoutItem(bar);
    bar->setId(QStringLiteral("scale bar"));
    bar->setStyle(QStringLiteral("Single Box"));
    bar->setLinkedMap(m_map);
    const double metres = niceLength(0.4 * area.width() / 1000.0 * m_request.scale);
    const bool kilometres = metres >= 1000;
    bar->setUnits(kilometres ? Qgis::DistanceUnit::Kilometers : Qgis::DistanceUnit::Meters);
    bar->setUnitLabel(kilometres ? QStringLiteral("km") : QStringLiteral("m"));
    bar->setMapUnitsPerScaleBarUnit(1);
    bar->setNumberOfSegmentsLeft(0);
    bar->setNumberOfSegments(2);
    bar->setUnitsPerSegment(kilometres ? metres / 1000 : metres);
    bar->setHeight(1.6);
    bar->setLabelBarSpace(1);
    bar->setBoxContentSpace(1);
    bar->setTextFormat(format(7.5, false, false));
    const auto ink = [](const char *fill) {
        return QgsFillSymbol::createSimple({{QStringLiteral("color"), QString::fromLatin1(fill)},
                                            {QStringLiteral("outline_color"), QStringLiteral("#1b2627")},
                                            {QStringLiteral("outline_width"), QStringLiteral("0.15")}});
    };
    bar->setFillSymbol(ink("#1b2627"));
    bar->setAlternateFillSymbol(ink("#ffffff"));
    bar->setBackgroundEnabled(!m_request.titleBlock);
    bar->update();
    place(bar, area);
}

void MapLayoutBuilder::addNorthArrow(const QRectF &area)
{
    auto *arrow = new QgsLayoutItemPicture(m_layout.get());
    m_layout->addLayoutItem(arrow);
    arrow->setId(QStringLiteral("north arrow"));
    arrow->setMode(Qgis::PictureFormat::SVG);
    arrow->setPicturePath(QStringLiteral("base64:") + QString::fromLatin1(QByteArray(kNorthArrow).toBase64()),
                          Qgis::PictureFormat::SVG);
    arrow->setPictureAnchor(QgsLayoutItem::Middle);
    place(arrow, area);
}

void MapLayoutBuilder::addLine(double x1, double y1, double x2, double y2)
{
    auto *line = new QgsLayoutItemPolyline(QPolygonF{QPointF(x1, y1), QPointF(x2, y2)}, m_layout.get());
    line->setSymbol(QgsLineSymbol::createSimple(
        {{QStringLiteral("line_color"), kLine.name()}, {QStringLiteral("line_width"), QStringLiteral("0.2")}}));
    m_layout->addLayoutItem(line);
}

void MapLayoutBuilder::addText(const QString &text, const QRectF &area, double points, bool bold, bool muted,
                               Qt::AlignmentFlag horizontal)
{
    if (text.isEmpty()) {
        return;
    }
    auto *label = new QgsLayoutItemLabel(m_layout.get());
    m_layout->addLayoutItem(label);
    // Person's text: no expression in it is ever evaluated.
    QString plain = text;
    label->setText(plain.replace(QStringLiteral("[%"), QStringLiteral("[ %")));
    label->setTextFormat(format(points, bold, muted));
    label->setMargin(0);
    label->setHAlign(horizontal);
    label->setVAlign(Qt::AlignVCenter);
    place(label, area);
}

QgsTextFormat MapLayoutBuilder::format(double points, bool bold, bool muted) const
{
    QFont font = m_request.fontFamily.isEmpty() ? QGuiApplication::font() : QFont(m_request.fontFamily);
    font.setBold(bold);
    QgsTextFormat text;
    text.setFont(font);
    text.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")});
    text.setSize(points);
    text.setSizeUnit(Qgis::RenderUnit::Points);
    text.setColor(muted ? kMuted : kInk);
    return text;
}

QString MapLayoutBuilder::dateText() const
{
    const QDate date = m_request.texts.date.isValid() ? m_request.texts.date : QDate::currentDate();
    const QLocale locale = m_request.language.isEmpty() ? QLocale() : QLocale(m_request.language);
    return locale.language() == QLocale::Chinese ? date.toString(QStringLiteral("yyyy年M月d日"))
                                                 : locale.toString(date, QStringLiteral("d MMM yyyy"));
}

} // namespace loci::map
