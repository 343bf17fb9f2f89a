// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/studio.h"
#endif
#include "layers/workspace/taskrunner.h"
#include "widgets/scene/framequeue.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace loci::widgets {

/// Draws pictures and films of a scene as a task with progress that can be cancelled, while the person goes on working:
/// parts of pictures are drawn on the main thread one by one, shadows and files are made by a worker. One recording at
/// a time. Main thread.
class SceneRecorder final : public QObject
{
    Q_OBJECT
public:
    struct Plan
    {
        QString title; ///< of the task
        QString path;  ///< "a.png"; of several pictures "a-0001.png", "a-0002.png", ...
        std::vector<scene::Camera> cameras;
        int width = 1920, height = 1080;
        bool shadows = false;
    };

    explicit SceneRecorder(QObject *parent = nullptr);
    bool isBusy() const { return m_studio != nullptr; }
    /// Starts; fails with a sentence when it cannot. What the scene shows now is recorded.
    Result<> record(workspace::TaskRunner &tasks, const scene::CityScene &scene, Plan plan);

signals:
    void recorded(const QStringList &files);
    void failed(const QString &message); ///< not when it was cancelled
    void finished();                     ///< after either, and after a cancel

private:
    void step();
    void end();
    QString pathOf(std::size_t number) const;
    scene::PictureOptions options() const;

    Plan m_plan;
    std::size_t m_number = 0; ///< of the camera
    std::unique_ptr<scene::Studio> m_studio;
    std::shared_ptr<FrameQueue> m_queue;
    QTimer m_timer;
    QString m_problem;
};

} // namespace loci::widgets
