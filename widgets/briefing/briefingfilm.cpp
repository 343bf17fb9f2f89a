// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/briefingfilm.h"

#include "widgets/scene/scenestage.h"

#include <QPainter>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <utility>

namespace loci::widgets {

namespace {

constexpr int kFadeFrames = 8;

scene::Camera toCamera(const CameraPose &pose)
{
    return {pose.position, pose.focus};
}

int framesOf(double seconds)
{
    return std::max(1, static_cast<int>(std::lround(seconds * FilmWriter::kRate)));
}

} // namespace

BriefingFilm::BriefingFilm(SceneStage &city, std::unique_ptr<FilmWriter> file, QObject *parent)
    : QObject(parent)
    , m_city(city)
    , m_file(std::move(file))
{}

QRect BriefingFilm::cityPlace(const WallPicturePtr &picture) const
{
    return picture && picture->cityPane >= 0 ? picture->layout.places.at(static_cast<std::size_t>(picture->cityPane))
                                             : QRect();
}

void BriefingFilm::plan(const WallPicture &picture)
{
    const briefing::Scene &scene = picture.scene;
    const QRect place = cityPlace(m_picture);
    const bool sameCity = !place.isEmpty() && place == cityPlace(m_before);
    if (scene.transition == briefing::Transition::Flight && sameCity && !(m_before->camera == picture.camera)) {
        const scene::CalmFlight flight(toCamera(m_before->camera), toCamera(picture.camera));
        m_shots.push_back({flight, framesOf(flight.seconds()), false});
    } else if (m_before && scene.transition != briefing::Transition::Cut) {
        m_shots.push_back({std::nullopt, kFadeFrames, true});
    }
    if (scene.path.empty() || place.isEmpty()) {
        m_shots.push_back({std::nullopt, framesOf(scene.seconds), false});
        return;
    }
    std::vector<scene::Camera> stops{toCamera(picture.camera)};
    for (const briefing::CameraView &stop : scene.path) {
        stops.push_back({stop.position, stop.focus});
    }
    const scene::CalmFlight path{std::span<const scene::Camera>(stops)};
    m_shots.push_back({path, framesOf(std::max(scene.seconds, path.seconds())), false});
}

void BriefingFilm::add(const WallPicturePtr &picture, Done done)
{
    m_before = std::exchange(m_picture, picture);
    m_done = std::move(done);
    m_frame = 0;
    plan(*picture);
    QTimer::singleShot(0, this, &BriefingFilm::step);
}

void BriefingFilm::step()
{
    if (m_shots.empty()) {
        std::exchange(m_done, {})({});
        return;
    }
    const Shot &shot = m_shots.front();
    const bool stands = !shot.flight && !shot.fades;
    const Result<> added = stands ? m_file->add(m_picture->image, shot.frames)
                                  : drawn(shot, static_cast<double>(m_frame + 1) / shot.frames);
    if (!added) {
        m_shots.clear();
        std::exchange(m_done, {})(added);
        return;
    }
    if (stands || ++m_frame == shot.frames) {
        m_shots.pop_front();
        m_frame = 0;
    }
    QTimer::singleShot(0, this, &BriefingFilm::step);
}

Result<> BriefingFilm::drawn(const Shot &shot, double share)
{
    QImage image = m_picture->image;
    QPainter painter(&image);
    if (shot.flight) {
        const QRect place = cityPlace(m_picture);
        const scene::Camera camera = shot.flight->at(share);
        const QImage frame = m_city.frame({camera.position, camera.focus}, place.size());
        if (!frame.isNull()) {
            painter.drawImage(place, frame);
        }
    } else if (m_before->image.size() == image.size()) {
        painter.setOpacity(1 - share);
        painter.drawImage(0, 0, m_before->image);
    }
    painter.end();
    return m_file->add(image);
}

} // namespace loci::widgets
