// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/briefing/wallpaint.h"
#include "widgets/scene/sceneview.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <deque>
#include <functional>
#include <memory>

namespace loci::widgets {

class CityLibrary;
class MapSession;
class SceneStage;
class ViewPainter;

/// A scene as it is shown: every consumer gets the same pixels.
struct WallPicture
{
    QImage image;
    WallLayout layout;
    briefing::Briefing briefing;
    briefing::Scene scene;
    QStringList problems; ///< for the console
    int cityPane = -1;    ///< that a flight may fill, with the camera it ends at
    CameraPose camera;
};
using WallPicturePtr = std::shared_ptr<const WallPicture>;

/// Makes wall pictures of scenes in the background, one after the other: map by QGIS, city by the scene stage, boards,
/// pictures from files, then words. Main thread.
class BriefingStage final : public QObject
{
    Q_OBJECT
public:
    BriefingStage(MapSession &session, CityLibrary &cities, QObject *parent = nullptr);
    ~BriefingStage() override;

    void setOutcome(std::shared_ptr<const indicators::Outcome> outcome);
    const indicators::Outcome *outcome() const { return m_outcome.get(); }

    struct Order
    {
        briefing::Briefing briefing;
        int scene = 0;
        QSize canvas;
        QString language;
        QDate today;
    };
    using Done = std::function<void(const WallPicturePtr &)>;
    void compose(Order order, Done done);
    void forgetOrders(); ///< that have not begun
    bool isIdle() const;
    SceneStage &city() { return *m_city; }

private:
    struct Work;
    void pushModels();
    void next();
    void startPane();
    void startMap(const briefing::Pane &pane, const QRect &place);
    void startCity(const briefing::Pane &pane, const QRect &place);
    void drawCity(const briefing::Pane &pane, const QRect &place, const QImage &ground, const Box3 &extent);
    void paintBoard(const QRect &place);
    void startPicture(const briefing::Pane &pane, const QRect &place);
    void panesDone(PanePicture picture);
    void finish();

    MapSession &m_session;
    CityLibrary &m_cities;
    SceneStage *m_city;
    ViewPainter *m_map;
    std::shared_ptr<const indicators::Outcome> m_outcome;
    std::deque<std::unique_ptr<Work>> m_orders;
    bool m_working = false;
    QTimer m_patience; ///< with layers that are still being opened
    bool m_impatient = false;
    QImage m_ground; ///< of the last city picture
    Box3 m_groundExtent, m_groundWanted;
    bool m_groundDark = false;
};

} // namespace loci::widgets
