// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/photodesk.h"

#include "layers/workspace/paths.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/tokens.h"
#include "widgets/planning/planwords.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSaveFile>
#include <utility>

namespace loci::widgets {

using planning::ControlPoint;
using planning::SitePhoto;

namespace {

constexpr int kMostWidth = 1600; // pixels of what is computed

QImage readImage(const QString &path, QString &problem)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    problem = image.isNull() ? reader.errorString() : QString();
    return image;
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

PhotoDesk::PhotoDesk(PlanDesk &desk, workspace::TaskRunner &tasks, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_tasks(tasks)
{
    connect(&m_desk, &PlanDesk::photosChanged, this, &PhotoDesk::reload);
    connect(&m_desk, &PlanDesk::caseChanged, this, &PhotoDesk::develop);
    connect(&m_desk, &PlanDesk::currentChanged, this, &PhotoDesk::develop);
}

void PhotoDesk::setActive(bool active)
{
    m_active = active;
    reload();
}

void PhotoDesk::reload()
{
    m_photos.clear();
    if (m_desk.workspace() != nullptr) {
        m_photos = workspace::PlanStore::photos(*m_desk.workspace());
    }
    if (current() == nullptr) {
        m_current = m_photos.empty() ? QString() : m_photos.front().id;
    }
    load();
}

const SitePhoto *PhotoDesk::current() const
{
    const auto found =
        std::find_if(m_photos.begin(), m_photos.end(), [this](const SitePhoto &one) { return one.id == m_current; });
    return found == m_photos.end() ? nullptr : &*found;
}

QString PhotoDesk::absoluteFile(const SitePhoto &photo) const
{
    return workspace::resolvedPath(m_desk.workspace()->path(), photo.file);
}

void PhotoDesk::load()
{
    const SitePhoto *photo = m_active ? current() : nullptr;
    const QString file = photo != nullptr ? absoluteFile(*photo) : QString();
    if (file != m_shownFile) {
        m_shownFile = file;
        QString problem;
        m_image = file.isEmpty() ? QImage() : readImage(file, problem);
        if (!problem.isEmpty()) {
            emit failed(tr("The photograph %1 cannot be read: %2.").arg(QDir::toNativeSeparators(file), problem));
        }
        m_pixel.reset();
    }
    solve();
}

void PhotoDesk::open(const QString &path, const QString &viewId)
{
    const CityEntry *city = m_desk.city();
    if (m_desk.isReadOnly() || city == nullptr || !city->model) {
        return;
    }
    QString problem;
    const QImage image = readImage(path, problem);
    if (image.isNull()) {
        emit failed(tr("The photograph %1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), problem));
        return;
    }
    SitePhoto photo;
    photo.id = m_desk.freePhotoId();
    photo.name = QFileInfo(path).completeBaseName();
    photo.file = path;
    photo.view = viewId;
    photo.width = image.width();
    photo.height = image.height();
    photo.crs = city->model->crs;
    m_current = photo.id;
    store(photo, tr("Add the photograph “%1”").arg(photo.name));
}

void PhotoDesk::choose(const QString &id)
{
    m_current = id;
    m_pixel.reset();
    load();
}

void PhotoDesk::setView(const QString &viewId)
{
    const SitePhoto *photo = current();
    if (photo != nullptr && photo->view != viewId && !m_desk.isReadOnly()) {
        SitePhoto next = *photo;
        next.view = viewId;
        store(next, tr("Say where the photograph “%1” was taken from").arg(photo->name));
    }
}

void PhotoDesk::removeCurrent()
{
    if (const SitePhoto *photo = current(); photo != nullptr && !m_desk.isReadOnly()) {
        m_desk.report(m_desk.removePhoto(photo->id, tr("Remove the photograph “%1”").arg(photo->name)));
    }
}

void PhotoDesk::store(const SitePhoto &photo, const QString &title)
{
    m_desk.report(m_desk.savePhoto(photo, title));
}

void PhotoDesk::setPixel(const Vec2 &pixel)
{
    if (current() != nullptr && !m_desk.isReadOnly()) {
        m_pixel = pixel;
        emit changed();
    }
}

void PhotoDesk::addPlace(const Vec3 &place)
{
    const SitePhoto *photo = current();
    if (photo == nullptr || !m_pixel || m_desk.isReadOnly()) {
        return;
    }
    SitePhoto next = *photo;
    next.points.push_back({*std::exchange(m_pixel, std::nullopt), place});
    store(next, tr("Add control point %1").arg(next.points.size()));
}

void PhotoDesk::changePoint(int number, const ControlPoint &point)
{
    const SitePhoto *photo = current();
    if (photo == nullptr || number < 0 || number >= static_cast<int>(photo->points.size()) || m_desk.isReadOnly()) {
        return;
    }
    SitePhoto next = *photo;
    next.points[static_cast<std::size_t>(number)] = point;
    if (!(next == *photo)) {
        store(next, tr("Change control point %1").arg(number + 1));
    }
}

void PhotoDesk::removePoint(int number)
{
    const SitePhoto *photo = current();
    if (photo == nullptr || number < 0 || number >= static_cast<int>(photo->points.size()) || m_desk.isReadOnly()) {
        return;
    }
    SitePhoto next = *photo;
    next.points.erase(next.points.begin() + number);
    store(next, tr("Remove control point %1").arg(number + 1));
}

void PhotoDesk::solve()
{
    m_camera.reset();
    const SitePhoto *photo = m_active ? current() : nullptr;
    if (photo != nullptr && static_cast<int>(photo->points.size()) >= SitePhoto::kLeastPoints) {
        std::optional<Vec3> near;
        for (const planning::ProtectedView &view : m_desk.basis().views.views) {
            if (view.id == photo->view && !view.eyes.empty()) {
                near = view.eyes.front();
            }
        }
        m_camera = analysis::solveCamera(photo->points, photo->width, photo->height, near);
    }
    m_stale = true;
    emit changed();
    develop();
}

void PhotoDesk::develop()
{
    const auto proposal = m_desk.proposal();
    const CityEntry *city = m_desk.city();
    if (!m_active || m_desk.hasDraft()) {
        return;
    }
    if (!m_camera || !*m_camera || city == nullptr || !city->model || !proposal) {
        m_layers = {};
        emit pictureChanged();
        return;
    }
    if (!m_stale && proposal->changes == m_developed.changes) {
        return;
    }
    m_stale = false;
    m_developed = *proposal;
    if (m_task != 0) {
        m_tasks.cancel(std::exchange(m_task, 0));
    }
    const planning::PhotoCamera camera = (*m_camera)->camera;
    using Developed = Result<MontageLayers>;
    auto number = std::make_shared<quint64>(0);
    *number = m_tasks.run(
        this, tr("See the proposal in the photograph"),
        [base = city->model, wanted = *proposal, camera = camera.scaledTo(std::min(camera.width, kMostWidth))](
            const CancelToken &cancel, const ProgressFunction &progress) -> Developed {
            MontageLayers layers;
            LOCI_TRY(const city::CityModelPtr changed, planning::applied(base, wanted));
            LOCI_TRY(layers.now, analysis::photoLayer(*base, {}, camera, cancel));
            progress(0.5);
            LOCI_TRY(layers.after, analysis::photoLayer(*changed, wanted.touched(), camera, cancel));
            return layers;
        },
        [this, number](Developed layers) {
            if (*number != m_task) {
                return;
            }
            m_task = 0;
            if (layers) {
                m_layers = std::move(*layers);
            } else if (layers.error().code != ErrorCode::Cancelled) {
                emit failed(layers.error().message);
            }
            emit pictureChanged();
        });
    m_task = *number;
}

void PhotoDesk::setFade(double fade)
{
    m_fade = std::clamp(fade, kFadePhoto, kFadeProposal);
    emit pictureChanged();
}

QImage PhotoDesk::picture() const
{
    return montage(m_image, m_layers, m_fade, tokens().accent);
}

std::vector<PictureFact> PhotoDesk::facts() const
{
    const SitePhoto &photo = *current();
    const analysis::SolvedCamera &solved = **m_camera;
    QFile file(m_shownFile);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    QJsonArray changes;
    for (const planning::PlanChange &change : m_developed.changes) {
        changes << change.toJson();
    }
    const auto number = [](double value, int decimals) { return QString::number(value, 'f', decimals); };
    return {{QStringLiteral("Source"), QFileInfo(m_shownFile).fileName()},
            {QStringLiteral("SourceSha256"), sha256(bytes)},
            {QStringLiteral("Scenario"), m_desk.current()},
            {QStringLiteral("ProposalSha256"), sha256(QJsonDocument(changes).toJson(QJsonDocument::Compact))},
            {QStringLiteral("Model"), m_desk.city()->name},
            {QStringLiteral("Crs"), QStringLiteral("EPSG:%1").arg(photo.crs.value())},
            {QStringLiteral("View"), photo.view},
            {QStringLiteral("ControlPoints"), QString::number(photo.points.size())},
            {QStringLiteral("ReprojectionErrorPixels"), number(solved.mean, 3)},
            {QStringLiteral("Eye"), number(solved.camera.eye.x, 2) + QLatin1Char(' ') + number(solved.camera.eye.y, 2) +
                                        QLatin1Char(' ') + number(solved.camera.eye.z, 2)},
            {QStringLiteral("FocalPixels"), number(solved.camera.focal, 1)},
            {QStringLiteral("RulesAsOf"), m_desk.day().toString(Qt::ISODate)},
            {QStringLiteral("Software"), QStringLiteral("Loci")}};
}

Result<> PhotoDesk::write(const QString &path) const
{
    const SitePhoto *photo = current();
    if (photo == nullptr || !m_camera || !*m_camera || m_layers.isEmpty()) {
        return fail(ErrorCode::Usage, tr("There is no picture to write before the camera has been found."));
    }
    const QString scenario = m_desk.scenario() != nullptr ? PlanWords::name(m_desk.scenario()->name) : QString();
    const QString caption =
        tr("%1, in the photograph %2. The camera was found from %3 control points with a mean error "
           "of %4 pixels; what stands before the proposal hides it. Rules as of %5.")
            .arg(scenario, QFileInfo(m_shownFile).fileName())
            .arg(photo->points.size())
            .arg(PlanWords::number((*m_camera)->mean, {}, 2), QLocale().toString(m_desk.day(), QLocale::ShortFormat));
    const QImage picture = withProvenance(montage(m_image, m_layers, kFadeProposal, tokens().accent),
                                          tr("Photomontage: %1").arg(photo->name), caption, facts());
    QSaveFile file(path);
    QImageWriter writer(&file, "png");
    if (!file.open(QIODevice::WriteOnly) || !writer.write(picture) || !file.commit()) {
        return fail(ErrorCode::NotWritable, tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    }
    return {};
}

} // namespace loci::widgets
