// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/scenerecorder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QOpenGLContext>

namespace loci::widgets {

namespace {

constexpr int kPart = 640;     // pixels a side: a slow computer draws so much in a fraction of a second
constexpr int kPauseDrawn = 5; // ms between two parts, for the person's own events
constexpr int kPauseFull = 40; // ms, while the worker has enough to do

/// Runs in the worker until the queue is finished. What was written is removed again when it is cancelled or fails.
Result<QStringList> writeFrames(FrameQueue &queue, std::size_t count, const CancelToken &cancel,
                                const ProgressFunction &progress)
{
    QStringList files;
    const auto give = [&](tl::unexpected<Error> error) {
        queue.stop();
        for (const QString &file : files) {
            QFile::remove(file);
        }
        return error;
    };
    while (!queue.isFinished()) {
        if (cancel.isCancelled()) {
            return give(fail(ErrorCode::Cancelled, {}));
        }
        if (progress) {
            progress((static_cast<double>(files.size()) + queue.drawn()) / static_cast<double>(count + 1));
        }
        auto frame = queue.next();
        if (!frame) {
            continue;
        }
        if (frame->shadows) {
            const auto mask = scene::castShadows(*frame->shadows, cancel);
            if (!mask) {
                return give(tl::unexpected<Error>(mask.error()));
            }
            scene::applyShadows(frame->picture, *mask);
        }
        const Result<> written = scene::writePng(frame->picture, frame->path);
        if (!written) {
            return give(tl::unexpected<Error>(written.error()));
        }
        files.append(frame->path);
    }
    return files;
}

} // namespace

SceneRecorder::SceneRecorder(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SceneRecorder::step);
}

QString SceneRecorder::pathOf(std::size_t number) const
{
    if (m_plan.cameras.size() == 1) {
        return m_plan.path;
    }
    const QFileInfo file(m_plan.path);
    return file.dir().filePath(
        QStringLiteral("%1-%2.png").arg(file.completeBaseName()).arg(number + 1, 4, 10, QLatin1Char('0')));
}

scene::PictureOptions SceneRecorder::options() const
{
    return {.width = m_plan.width, .height = m_plan.height, .shadows = m_plan.shadows, .mostPart = kPart};
}

Result<> SceneRecorder::record(workspace::TaskRunner &tasks, const scene::CityScene &scene, Plan plan)
{
    if (isBusy()) {
        return fail(ErrorCode::Usage, tr("Another picture or film of the 3D view is still being drawn."));
    }
    if (plan.cameras.empty()) {
        return fail(ErrorCode::Usage, tr("There is nothing to draw."));
    }
    LOCI_TRY(m_studio, scene::Studio::open(scene));
    m_plan = std::move(plan);
    m_number = 0;
    m_problem.clear();
    m_queue = std::make_shared<FrameQueue>();
    m_studio->begin(m_plan.cameras.front(), options());
    tasks.run(
        this, m_plan.title,
        [queue = m_queue, count = m_plan.cameras.size()](const CancelToken &cancel, const ProgressFunction &progress) {
            return writeFrames(*queue, count, cancel, progress);
        },
        [this](const Result<QStringList> &files) {
            end();
            if (!m_problem.isEmpty()) {
                emit failed(m_problem);
            } else if (files) {
                emit recorded(*files);
            } else if (files.error().code != ErrorCode::Cancelled) {
                emit failed(files.error().message);
            }
            emit finished();
        });
    m_timer.start(kPauseDrawn);
    return {};
}

void SceneRecorder::end()
{
    m_timer.stop();
    if (QOpenGLContext *current = QOpenGLContext::currentContext()) {
        current->doneCurrent(); // the studio's own context is made current to free what it holds
    }
    m_studio.reset();
}

void SceneRecorder::step()
{
    if (!m_studio || m_queue->isStopped()) {
        return; // the worker's answer ends it
    }
    if (m_queue->isFull()) {
        m_timer.start(kPauseFull);
        return;
    }
    if (QOpenGLContext *current = QOpenGLContext::currentContext()) {
        current->doneCurrent(); // Qt must not believe that its context still is
    }
    const Result<bool> drawn = m_studio->step();
    if (!drawn) {
        m_problem = drawn.error().message;
        m_queue->close();
        return;
    }
    m_queue->setDrawn(m_studio->progress());
    if (*drawn) {
        m_queue->push({m_studio->take(), m_studio->shadows(), pathOf(m_number)});
        if (++m_number == m_plan.cameras.size()) {
            m_queue->close();
            return;
        }
        m_studio->begin(m_plan.cameras[m_number], options());
    }
    m_timer.start(kPauseDrawn);
}

} // namespace loci::widgets
