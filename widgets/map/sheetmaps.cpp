// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/sheetmaps.h"

#include "layers/domain/heritage/wkt.h"
#include "layers/map/reprojection.h"
#include "layers/map/webdatum/webdatumrasters.h"
#include "widgets/map/mappainter.h"

#include <qgsmaplayer.h>
#include <qgsmaprendererparalleljob.h>
#include <qgsmapsettings.h>
#include <qgsproject.h>
#include <qgsrectangle.h>

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <array>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr QSize kSize(640, 294);   ///< at 96 points an inch
constexpr double kSharpness = 2.5; ///< pixels a point
constexpr double kPaperMetres = 0.1693;
constexpr double kRoom = 1.12; ///< around what has to be seen
constexpr EpsgCode kLonLat{4326};
constexpr std::array kScales = {1000,  1500,  2000,  2500,   3000,   4000,   5000,    7500,    10000,
                                20000, 25000, 50000, 100000, 250000, 500000, 1000000, 2500000, 10000000};
const QColor kMark(0xB2, 0x3A, 0x2E);

EpsgCode codeOf(const QgsCoordinateReferenceSystem &crs)
{
    const QString id = crs.authid();
    return id.startsWith(QLatin1String("EPSG:")) ? EpsgCode(id.mid(5).toInt()) : EpsgCode();
}

double niceLength(double most)
{
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= most) {
            return step * power;
        }
    }
    return power;
}

void haloText(QPainter &painter, const QPointF &at, const QString &text)
{
    QPainterPath path;
    path.addText(at, painter.font(), text);
    painter.strokePath(path, QPen(Qt::white, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, Qt::black);
}

void drawScaleBar(QPainter &painter, double metresPerPoint)
{
    constexpr double kMost = 110;
    const double metres = niceLength(kMost * metresPerPoint);
    const double length = metres / metresPerPoint;
    const QPointF left(14, kSize.height() - 14.0);
    for (const auto &[colour, width] : {std::pair{QColor(Qt::white), 5.0}, {QColor(Qt::black), 1.6}}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap));
        painter.drawPolyline(
            QPolygonF{left + QPointF(0, -5), left, left + QPointF(length, 0), left + QPointF(length, -5)});
    }
    const QLocale locale;
    constexpr double kKilometre = 1000;
    haloText(painter, left + QPointF(length + 8, 1),
             metres >= kKilometre ? locale.toString(metres / kKilometre) + QStringLiteral(" km")
                                  : locale.toString(metres) + QStringLiteral(" m"));
}

void drawNorth(QPainter &painter)
{
    const QPointF top(kSize.width() - 22.0, 14);
    QPainterPath arrow(top);
    arrow.lineTo(top + QPointF(7, 20));
    arrow.lineTo(top + QPointF(0, 15));
    arrow.lineTo(top + QPointF(-7, 20));
    arrow.closeSubpath();
    painter.strokePath(arrow, QPen(Qt::white, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(arrow, Qt::black);
    haloText(painter, top + QPointF(-4, 34), QStringLiteral("N"));
}

} // namespace

struct SheetMaps::Order
{
    std::vector<Request> requests;
    std::size_t next = 0;
    QHash<QString, Picture> pictures;
    Done done;
    map::WebDatumRasters rasters;
};

struct SheetMaps::Frame
{
    Box3 extent; ///< in the project's system
    int scale = 0;
    double metresPerUnit = 1;
    EpsgCode crs;
};

SheetMaps::SheetMaps(map::MapDocument &document, QObject *parent) : QObject(parent), m_document(document) {}

SheetMaps::~SheetMaps()
{
    const QList<QgsMapRendererParallelJob *> jobs = findChildren<QgsMapRendererParallelJob *>();
    for (QgsMapRendererParallelJob *job : jobs) {
        job->disconnect(this);
        job->cancel();
    }
}

bool SheetMaps::isIdle() const
{
    return m_orders.empty();
}

void SheetMaps::draw(std::vector<Request> requests, Done done)
{
    auto order = std::make_unique<Order>();
    order->requests = std::move(requests);
    order->done = std::move(done);
    m_orders.push_back(std::move(order));
    if (m_orders.size() == 1) {
        QMetaObject::invokeMethod(this, &SheetMaps::next, Qt::QueuedConnection);
    }
}

void SheetMaps::next()
{
    if (m_orders.empty() || m_job != nullptr) {
        return;
    }
    Order &order = *m_orders.front();
    if (order.next < order.requests.size()) {
        const Request request = order.requests[order.next++];
        start(request);
        return;
    }
    const std::unique_ptr<Order> ready = std::move(m_orders.front());
    m_orders.erase(m_orders.begin());
    ready->done(ready->pictures);
    next();
}

std::optional<SheetMaps::Frame> SheetMaps::frameOf(const Request &request) const
{
    Frame frame;
    frame.crs = codeOf(m_document.project().crs());
    if (request.box.isEmpty() || !frame.crs.isKnown()) {
        return std::nullopt;
    }
    const Box3 box = map::reprojectBox(request.box, kLonLat, frame.crs);
    if (box.isEmpty()) {
        return std::nullopt;
    }
    const Vec2 centre{(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2};
    const double step = std::max(1e-4, std::abs(centre.x) * 1e-5);
    frame.metresPerUnit =
        heritage::metresBetween(map::reprojectPoint(centre, frame.crs, kLonLat),
                                map::reprojectPoint({centre.x + step, centre.y}, frame.crs, kLonLat)) /
        step;
    if (!std::isfinite(frame.metresPerUnit) || frame.metresPerUnit <= 0) {
        return std::nullopt;
    }
    const double aspect = static_cast<double>(kSize.width()) / kSize.height();
    const double wanted =
        std::max(box.max.x - box.min.x, (box.max.y - box.min.y) * aspect) * frame.metresPerUnit * kRoom;
    frame.scale = kScales.back();
    for (const int scale : kScales) {
        if (scale * kPaperMetres >= wanted) {
            frame.scale = scale;
            break;
        }
    }
    const double half = frame.scale * kPaperMetres / frame.metresPerUnit / 2;
    frame.extent.include(Vec3{centre.x - half, centre.y - half / aspect, 0});
    frame.extent.include(Vec3{centre.x + half, centre.y + half / aspect, 0});
    return frame;
}

void SheetMaps::start(const Request &request)
{
    const std::optional<Frame> frame = frameOf(request);
    if (!frame) {
        next();
        return;
    }
    const QgsProject &project = m_document.project();
    const QgsRectangle extent(frame->extent.min.x, frame->extent.min.y, frame->extent.max.x, frame->extent.max.y);
    auto *job = new QgsMapRendererParallelJob(MapPainter::settingsFor(
        project, frame->extent, kSize, kSharpness,
        m_orders.front()->rasters.shown(m_document.visibleLayers(), extent, project.crs()), Qt::white, project.crs()));
    job->setParent(this);
    m_job = job;
    connect(job, &QgsMapRendererJob::finished, this, [this, job, request, frame = *frame] {
        const QImage image = job->renderedImage();
        job->deleteLater();
        m_job = nullptr;
        take(image, request, frame);
        next();
    });
    job->start();
}

void SheetMaps::take(const QImage &image, const Request &request, const Frame &frame)
{
    QImage sheet = image.convertToFormat(QImage::Format_RGB32);
    sheet.setDevicePixelRatio(kSharpness);
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(11);
    painter.setFont(font);
    const double metresPerPoint = frame.scale * kPaperMetres / kSize.width();
    if (request.mark) {
        const Vec2 at = map::reprojectPoint(*request.mark, kLonLat, frame.crs);
        const double perPoint = (frame.extent.max.x - frame.extent.min.x) / kSize.width();
        const QPointF middle((at.x - frame.extent.min.x) / perPoint, (frame.extent.max.y - at.y) / perPoint);
        constexpr double kRing = 17;
        painter.setPen(QPen(Qt::white, 5));
        painter.drawEllipse(middle, kRing, kRing);
        painter.setPen(QPen(kMark, 2));
        painter.drawEllipse(middle, kRing, kRing);
    }
    drawScaleBar(painter, metresPerPoint);
    drawNorth(painter);
    painter.setPen(QPen(QColor(150, 150, 150), 1));
    painter.drawRect(QRectF(0.5, 0.5, kSize.width() - 1.0, kSize.height() - 1.0));
    painter.end();
    sheet.setDevicePixelRatio(1); // a document takes pixels
    m_orders.front()->pictures.insert(
        request.id, {sheet, tr("Map 1 : %1, EPSG:%2").arg(QLocale().toString(frame.scale)).arg(frame.crs.value())});
}

} // namespace loci::widgets
