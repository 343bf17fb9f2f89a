// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/briefingstage.h"

#include "layers/workspace/paths.h"
#include "widgets/board/readings.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/tokens.h"
#include "widgets/map/mapsession.h"
#include "widgets/map/viewpainter.h"
#include "widgets/scene/scenestage.h"

#include <QFutureWatcher>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QTimer>
#include <QtConcurrent/QtConcurrentRun>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

using briefing::PaneKind;
using briefing::Scene;

namespace {

constexpr int kGroundPixels = 3072;
constexpr int kPatienceMs = 6000;
constexpr double kBoardLetters = 13; // pixels of a board's body text at its own size
constexpr double kMapLetters = 14;   // and of a map's labels

double distanceOf(const briefing::CameraView &camera)
{
    const Vec3 way{camera.position.x - camera.focus.x, camera.position.y - camera.focus.y,
                   camera.position.z - camera.focus.z};
    return std::sqrt(way.x * way.x + way.y * way.y + way.z * way.z);
}

/// The ground that a camera may see: all of a town, a piece of a region.
Box3 groundFor(const Box3 &all, const std::optional<briefing::CameraView> &camera)
{
    if (all.isEmpty() || !camera) {
        return all;
    }
    const double reach = distanceOf(*camera) * 4;
    if (reach >= std::max(all.max.x - all.min.x, all.max.y - all.min.y) / 2) {
        return all;
    }
    Box3 box;
    box.include(Vec3{std::max(all.min.x, camera->focus.x - reach), std::max(all.min.y, camera->focus.y - reach), 0});
    box.include(Vec3{std::min(all.max.x, camera->focus.x + reach), std::min(all.max.y, camera->focus.y + reach), 0});
    return box;
}

QImage readPicture(const QString &path, QSize size)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize own = reader.size();
    if (own.isValid()) {
        reader.setScaledSize(own.scaled(size, Qt::KeepAspectRatioByExpanding));
    }
    const QImage image = reader.read();
    const QPoint corner((image.width() - size.width()) / 2, (image.height() - size.height()) / 2);
    return image.isNull() ? QImage() : image.copy(QRect(corner, size));
}

} // namespace

struct BriefingStage::Work
{
    Order order;
    Done done;
    WallLayout layout;
    WallContent content;
    std::shared_ptr<WallPicture> picture;
    bool begun = false;
    const Scene &scene() const { return content.scene; }
    QString say(const char *words) const
    {
        return WallWords(spoken(order.briefing, order.language).first()).say(words);
    }
};

BriefingStage::BriefingStage(MapSession &session, CityLibrary &cities, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_cities(cities)
    , m_city(new SceneStage(this))
    , m_map(new ViewPainter(session.document(), this))
{
    connect(&m_cities, &CityLibrary::entriesChanged, this, [this] {
        pushModels();
        next();
    });
    connect(&m_session.document(), &map::MapDocument::becameIdle, this, &BriefingStage::next);
    const auto forgetGround = [this] { m_groundWanted = {}; };
    connect(&m_session.document(), &map::MapDocument::layersChanged, this, forgetGround);
    connect(&m_session.document(), &map::MapDocument::layerStyleChanged, this, forgetGround);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_impatient = true; // a server that does not answer must not hold up the wall
        next();
    });
    connect(&m_session.document(), &map::MapDocument::becameIdle, this, [this] { m_impatient = false; });
    pushModels();
}

BriefingStage::~BriefingStage() = default;

void BriefingStage::pushModels()
{
    std::vector<SceneModel> models;
    for (const CityEntry &entry : m_cities.entries()) {
        if (entry.model != nullptr) {
            models.push_back({entry.id, entry.name, entry.model, entry.visible, entry.opacity, entry.lod,
                              entry.colourBy, entry.colourScale});
        }
    }
    m_city->setModels(models);
}

void BriefingStage::setOutcome(std::shared_ptr<const indicators::Outcome> outcome)
{
    m_outcome = std::move(outcome);
}

bool BriefingStage::isIdle() const
{
    return m_orders.empty();
}

void BriefingStage::compose(Order order, Done done)
{
    auto work = std::make_unique<Work>();
    work->order = std::move(order);
    work->done = std::move(done);
    m_orders.push_back(std::move(work));
    next();
}

void BriefingStage::forgetOrders()
{
    while (!m_orders.empty() && !m_orders.back()->begun) {
        m_orders.pop_back();
    }
}

void BriefingStage::next()
{
    if (m_working || m_orders.empty() || m_cities.isLoading()) {
        return;
    }
    if (!m_session.document().isIdle() && !m_impatient) {
        m_patience.isActive() ? void() : m_patience.start();
        return;
    }
    m_working = true;
    Work &work = *m_orders.front();
    const Order &order = work.order;
    work.begun = true;
    work.content.briefing = order.briefing;
    work.content.scene = order.briefing.scenes.at(static_cast<std::size_t>(order.scene));
    work.content.language = order.language;
    work.content.today = order.today;
    work.layout = layOutWall(order.briefing, work.scene(), order.canvas);
    work.picture = std::make_shared<WallPicture>();
    for (const briefing::Figure &figure : work.scene().figures) {
        work.content.figures.push_back(briefing::shown(figure, m_outcome.get(), order.today));
        if (work.content.figures.back().isGone) {
            work.picture->problems << tr("The indicator %1 is gone; its number is left out.").arg(figure.code);
        }
    }
    startPane();
}

void BriefingStage::startPane()
{
    Work &work = *m_orders.front();
    const std::size_t number = work.content.panes.size();
    if (number >= work.layout.panes.size()) {
        finish();
        return;
    }
    const briefing::Pane &pane = work.layout.panes[number];
    const QRect &place = work.layout.places[number];
    switch (pane.kind) {
    case PaneKind::Map:
        startMap(pane, place);
        break;
    case PaneKind::City:
        startCity(pane, place);
        break;
    case PaneKind::Board:
        paintBoard(place);
        break;
    case PaneKind::Picture:
        startPicture(pane, place);
        break;
    }
}

void BriefingStage::panesDone(PanePicture picture)
{
    Work &work = *m_orders.front();
    const std::size_t number = work.content.panes.size();
    if (number < work.scene().captions.size()) {
        picture.caption = work.scene().captions[number].in(spoken(work.order.briefing, work.order.language).first());
    }
    if (!picture.problem.isEmpty()) {
        work.picture->problems << picture.problem;
    }
    work.content.panes.push_back(std::move(picture));
    QTimer::singleShot(0, this, &BriefingStage::startPane); // the person's events come between two panes
}

void BriefingStage::startMap(const briefing::Pane &, const QRect &place)
{
    const Work &work = *m_orders.front();
    ViewPainter::Wish wish;
    wish.extent = work.scene().map.extent;
    wish.crs = work.scene().map.crs;
    wish.size = place.size();
    wish.scale = std::max(1.0, work.layout.letter.text / kMapLetters);
    wish.dark = work.order.briefing.show == briefing::Show::Dark;
    wish.layers = work.scene().map.layers;
    m_map->paint(wish, [this, crs = wish.crs](const QImage &image, const Box3 &drawn, const QStringList &missing) {
        PanePicture picture;
        picture.image = image;
        if (image.width() > 0 && crs.isKnown()) {
            picture.metresPerPixel = (drawn.max.x - drawn.min.x) / image.width();
            picture.crs = QStringLiteral("EPSG:%1").arg(crs.value());
        }
        if (!missing.isEmpty()) {
            picture.problem = tr("Map layers of the scene are gone: %1.").arg(missing.join(QStringLiteral(", ")));
        }
        panesDone(std::move(picture));
    });
}

void BriefingStage::startCity(const briefing::Pane &pane, const QRect &place)
{
    const Work &work = *m_orders.front();
    const bool dark = work.order.briefing.show == briefing::Show::Dark;
    const Box3 wanted = groundFor(m_city->extent(), work.scene().camera);
    const bool same = !m_groundWanted.isEmpty() && m_groundDark == dark && m_groundWanted.min == wanted.min &&
                      m_groundWanted.max == wanted.max;
    if (same || wanted.isEmpty()) {
        drawCity(pane, place, m_ground, m_groundExtent);
        return;
    }
    const double width = wanted.max.x - wanted.min.x, height = wanted.max.y - wanted.min.y;
    const double scale = kGroundPixels / std::max({1.0, width, height});
    ViewPainter::Wish wish;
    wish.extent = wanted;
    wish.crs = m_city->crs();
    wish.size = {std::max(16, static_cast<int>(width * scale)), std::max(16, static_cast<int>(height * scale))};
    wish.dark = dark;
    wish.outlines = false;
    wish.labels = false;
    wish.layers = work.scene().map.layers;
    m_map->paint(wish, [this, pane, place, wanted, dark](const QImage &image, const Box3 &drawn, const QStringList &) {
        m_ground = image;
        m_groundExtent = drawn;
        m_groundWanted = wanted;
        m_groundDark = dark;
        drawCity(pane, place, image, drawn);
    });
}

void BriefingStage::drawCity(const briefing::Pane &pane, const QRect &place, const QImage &ground, const Box3 &extent)
{
    Work &work = *m_orders.front();
    const Scene &scene = work.scene();
    const WallColours colours = wallColours(work.order.briefing.show);
    StageView view;
    view.size = place.size();
    view.camera = scene.camera ? std::optional(CameraPose{scene.camera->position, scene.camera->focus}) : std::nullopt;
    view.sun = scene.time;
    view.highlighted = scene.highlighted;
    view.hidden = scene.hidden;
    view.dark = work.order.briefing.show == briefing::Show::Dark;
    view.accent = colours.accent;
    view.proposalColour = colours.bad;
    view.ground = ground;
    view.groundExtent = extent;
    if (pane.withProposal && !scene.proposal.isEmpty()) {
        view.proposal = QJsonDocument(scene.proposal).toJson(QJsonDocument::Compact);
    } else {
        for (const QJsonValue &change : scene.proposal.value(QStringLiteral("changes")).toArray()) {
            view.highlighted.removeAll(change.toObject().value(QStringLiteral("id")).toString());
        }
    }
    const QString language = spoken(work.order.briefing, work.order.language).first();
    QStringList words;
    for (const briefing::PlaceLabel &label : scene.labels) {
        const bool proposed = view.proposal.isEmpty() && !scene.proposal.isEmpty() &&
                              QJsonDocument(scene.proposal).toJson().contains(label.object.toUtf8()) &&
                              !label.object.isEmpty();
        if (!proposed) {
            view.labels.push_back({label.object, label.place});
            words << label.text.in(language);
        }
    }
    const CameraPose camera =
        view.camera.value_or(m_city->homeCamera(static_cast<double>(place.width()) / std::max(1, place.height())));
    m_city->draw(std::move(view), [this, words, camera](const Result<StagePicture> &drawn) {
        Work &ours = *m_orders.front();
        PanePicture picture;
        if (!drawn) {
            picture.problem = drawn.error().message;
            panesDone(std::move(picture));
            return;
        }
        picture.image = drawn->image;
        QStringList missing = drawn->missing;
        missing.removeDuplicates();
        if (!missing.isEmpty()) {
            picture.problem = tr("Objects of the scene are gone: %1.").arg(missing.join(QStringLiteral(", ")));
        }
        if (!drawn->problem.isEmpty()) {
            picture.problem = drawn->problem;
        }
        if (m_city->extent().isEmpty()) {
            picture.problem = tr("The city model of the scene is gone; what can be shown is shown.");
        }
        for (std::size_t i = 0; i < drawn->labels.size(); ++i) {
            if (drawn->labels[i]) {
                picture.labels.push_back({words.at(static_cast<qsizetype>(i)), *drawn->labels[i]});
            }
        }
        if (ours.picture->cityPane < 0) {
            ours.picture->cityPane = static_cast<int>(ours.content.panes.size());
            ours.picture->camera = camera;
        }
        panesDone(std::move(picture));
    });
}

void BriefingStage::paintBoard(const QRect &place)
{
    Work &work = *m_orders.front();
    PanePicture picture;
    const workspace::Workspace *workspace = m_session.currentWorkspace();
    const QString key = QLatin1String(workspace::key::kBoardPrefix) + work.scene().board;
    const QJsonObject json = workspace != nullptr ? workspace->json(key) : QJsonObject();
    if (json.isEmpty() || !m_outcome) {
        picture.problem = json.isEmpty() ? tr("The board “%1” of the scene is gone.").arg(work.scene().board)
                                         : tr("The numbers of the board are not computed.");
        panesDone(std::move(picture));
        return;
    }
    const bool dark = work.order.briefing.show == briefing::Show::Dark;
    const TokensOf theme(dark ? ThemeMode::Dark : ThemeMode::Light);
    const Board board = Board::fromJson(work.scene().board, json);
    const QString language = spoken(work.order.briefing, work.order.language).first();
    const Readings readings = readingsOf(*m_outcome, m_outcome->now);
    const TileContext context{*m_outcome, board, m_outcome->results->areas().city(), {}, language, nullptr, &readings};
    picture.image = QImage(place.size(), QImage::Format_RGB32);
    picture.image.fill(tokens().window);
    QPainter painter(&picture.image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double margin = 2.5 * work.layout.unit;
    const double scale = std::clamp(work.layout.letter.text / kBoardLetters, (place.width() - 2 * margin) / 1200,
                                    (place.width() - 2 * margin) / 620);
    painter.translate(margin, margin);
    painter.scale(scale, scale);
    const double cell = (place.width() - 2 * margin) / scale / Board::kColumns;
    const double row = (place.height() - 2 * margin) / scale / std::max(1, board.rows());
    const Tokens &t = tokens();
    for (const Tile &tile : board.tiles) {
        const QRectF box(tile.place.x() * cell + t.gap / 2.0, tile.place.y() * row + t.gap / 2.0,
                         tile.place.width() * cell - t.gap, tile.place.height() * row - t.gap);
        painter.setPen(QPen(t.hairline, 1));
        painter.setBrush(t.surface);
        painter.drawRoundedRect(box, t.radius, t.radius);
        painter.save();
        painter.setClipRect(box);
        paintTile(painter, box.adjusted(t.padding, t.padding - 2, -t.padding, -t.padding), tile, context);
        painter.restore();
    }
    painter.end();
    panesDone(std::move(picture));
}

void BriefingStage::startPicture(const briefing::Pane &pane, const QRect &place)
{
    const Work &work = *m_orders.front();
    const QString stored = work.scene().pictures.value(pane.picture);
    const workspace::Workspace *workspace = m_session.currentWorkspace();
    const QString path = workspace != nullptr ? workspace::resolvedPath(workspace->path(), stored) : stored;
    auto *watcher = new QFutureWatcher<QImage>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        PanePicture picture;
        picture.image = watcher->result();
        watcher->deleteLater();
        if (picture.image.isNull()) {
            picture.problem = tr("The picture %1 cannot be read.").arg(path);
        }
        panesDone(std::move(picture));
    });
    watcher->setFuture(QtConcurrent::run([path, size = place.size()] { return readPicture(path, size); }));
}

void BriefingStage::finish()
{
    const std::unique_ptr<Work> work = std::move(m_orders.front());
    m_orders.pop_front();
    WallPicture &picture = *work->picture;
    picture.image = QImage(work->order.canvas, QImage::Format_RGB32);
    QPainter painter(&picture.image);
    picture.problems << paintWall(painter, work->layout, work->content);
    painter.end();
    picture.layout = work->layout;
    picture.briefing = work->order.briefing;
    picture.scene = work->content.scene;
    m_working = false;
    work->done(work->picture);
    next();
}

} // namespace loci::widgets
