// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/base/result.h"
#endif
#include "widgets/scene/sceneview.h"

#include <QImage>
#include <QPointF>
#include <QStringList>
#include <functional>

namespace loci::widgets {

/// What a picture of the city shows, apart from its models.
struct StageView
{
    QSize size; ///< pixels
    std::optional<CameraPose> camera;
    std::optional<QDateTime> sun; ///< UTC; with it the sun throws shadows
    QStringList highlighted, hidden;
    QByteArray proposal; ///< JSON; empty: the city as it is
    QColor proposalColour;
    bool dark = true;
    QColor accent;
    QImage ground;
    Box3 groundExtent;
    struct Label
    {
        QString object; ///< on its roof; empty: `place`
        Vec3 place;
    };
    std::vector<Label> labels;
};
struct StagePicture
{
    QImage image;
    std::vector<std::optional<QPointF>> labels; ///< pixels from the upper left corner; empty: out of sight
    QStringList missing;                        ///< ids that no model has
    QString problem;                            ///< of the proposal; the city is drawn without it
};

/// The city for those who want pictures of it and no view: a scene of its own in a window that nobody sees. Tiles and
/// proposals are built by workers, pictures drawn part by part between the person's events; shadows by a worker. One
/// picture after the other. Main thread.
class SceneStage final : public QObject
{
    Q_OBJECT
public:
    explicit SceneStage(QObject *parent = nullptr);
    ~SceneStage() override;

    /// Only visible ones count; unchanged models keep their tiles.
    void setModels(const std::vector<SceneModel> &models);
    bool isIdle() const; ///< nothing is being built or drawn
    Box3 extent() const;
    EpsgCode crs() const;
    CameraPose homeCamera(double aspect) const;

    using Done = std::function<void(const Result<StagePicture> &)>;
    void draw(StageView view, Done done);
    /// A frame of a flight over what the last picture showed, now. Empty when it cannot be drawn.
    QImage frame(const CameraPose &pose, QSize size);

signals:
    void modelsReady();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace loci::widgets
