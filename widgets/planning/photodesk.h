// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/view/photocamera.h"
#include "widgets/planning/photomontage.h"
#include "widgets/planning/plandesk.h"

#include <QImage>
#include <QObject>
#include <optional>

namespace loci::widgets {

/// A photograph of the site as the window works on it: pairs of pixel and place, the camera that they give, and the
/// city with the current proposal through that camera. Pairs are documents of the workspace with undo. Main thread.
class PhotoDesk final : public QObject
{
    Q_OBJECT
public:
    PhotoDesk(PlanDesk &desk, workspace::TaskRunner &tasks, QObject *parent = nullptr);

    void reload();               ///< another workspace
    void setActive(bool active); ///< nothing is computed before somebody wants to see it
    /// Takes a picture file as a new photograph of the site, from a stored view; failed() tells why not.
    void open(const QString &path, const QString &viewId);
    void choose(const QString &id);
    void setView(const QString &viewId); ///< that the current one was taken from
    void removeCurrent();
    const std::vector<planning::SitePhoto> &photos() const { return m_photos; }
    const planning::SitePhoto *current() const; ///< null: none
    const QImage &image() const { return m_image; }

    void setPixel(const Vec2 &pixel); ///< of the next pair; its place comes with addPlace()
    std::optional<Vec2> pixel() const { return m_pixel; }
    void addPlace(const Vec3 &place);
    void changePoint(int number, const planning::ControlPoint &point);
    void removePoint(int number);
    /// Nothing with fewer than six points; else the camera, or why there is none.
    const std::optional<Result<analysis::SolvedCamera>> &camera() const { return m_camera; }

    void setFade(double fade); ///< as montage() takes it
    double fade() const { return m_fade; }
    bool isBusy() const { return m_task != 0; }
    const MontageLayers &layers() const { return m_layers; }
    QImage picture() const; ///< at the place of the slider
    /// The picture with the proposal as a PNG file that says where it comes from.
    Result<> write(const QString &path) const;

signals:
    void changed(); ///< photographs, points, camera
    void pictureChanged();
    void failed(const QString &message);

private:
    void load();
    void solve();
    void develop();
    void store(const planning::SitePhoto &photo, const QString &title);
    std::vector<PictureFact> facts() const;
    QString absoluteFile(const planning::SitePhoto &photo) const;

    PlanDesk &m_desk;
    workspace::TaskRunner &m_tasks;
    std::vector<planning::SitePhoto> m_photos;
    QString m_current, m_shownFile;
    QImage m_image;
    std::optional<Vec2> m_pixel;
    std::optional<Result<analysis::SolvedCamera>> m_camera;
    MontageLayers m_layers;
    planning::Proposal m_developed; ///< what the layers show
    double m_fade = kFadePhoto;
    quint64 m_task = 0; ///< that is awaited
    bool m_active = false, m_stale = true;
};

} // namespace loci::widgets
