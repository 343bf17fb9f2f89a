// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/taskrunner.h"

#include "layers/base/logging.h"

#include <QHash>
#include <QMutex>
#include <QThread>
#include <QThreadPool>
#include <QTimer>
#include <algorithm>

namespace loci::workspace {

namespace {
constexpr int kMillisecondsBetweenSignals = 100;
constexpr std::size_t kFinishedKept = 20;
} // namespace

class TaskRunner::Private
{
public:
    struct Task
    {
        TaskInfo info;
        CancelToken token;
        bool contextDied = false;
        bool workEnded = false;
    };

    /// What workers write: progress by task. Outlives nothing but the pool.
    struct Progress
    {
        QMutex mutex;
        QHash<quint64, double> values;
        bool dirty = false;
    };

    Task *find(quint64 id);
    void touch();
    bool takeProgress();
    void dropOldFinished();

    std::vector<Task> tasks;
    std::shared_ptr<Progress> progress = std::make_shared<Progress>();
    QTimer timer;
    bool dirty = false;
    quint64 lastId = 0;
};

TaskRunner::Private::Task *TaskRunner::Private::find(quint64 id)
{
    const auto found = std::find_if(tasks.begin(), tasks.end(), [id](const Task &task) { return task.info.id == id; });
    return found == tasks.end() ? nullptr : &*found;
}

void TaskRunner::Private::touch()
{
    dirty = true;
    if (!timer.isActive()) {
        timer.start();
    }
}

bool TaskRunner::Private::takeProgress()
{
    const QMutexLocker lock(&progress->mutex);
    for (auto value = progress->values.cbegin(); value != progress->values.cend(); ++value) {
        if (Task *task = find(value.key())) {
            task->info.progress = value.value();
        }
    }
    progress->values.clear();
    return std::exchange(progress->dirty, false);
}

void TaskRunner::Private::dropOldFinished()
{
    const auto isFinished = [](const Task &task) { return task.info.state != TaskInfo::State::Running; };
    auto finished = static_cast<std::size_t>(std::count_if(tasks.begin(), tasks.end(), isFinished));
    std::erase_if(tasks, [&](const Task &task) { return isFinished(task) && finished-- > kFinishedKept; });
}

TaskRunner::TaskRunner(QObject *parent)
    : QObject(parent)
    , m_pool(std::make_unique<QThreadPool>())
    , d(std::make_unique<Private>())
{
    m_pool->setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    m_pool->setExpiryTimeout(-1); // libraries keep things by thread, and lose them with it
    d->timer.setInterval(kMillisecondsBetweenSignals);
    connect(&d->timer, &QTimer::timeout, this, [this] {
        const bool moved = d->takeProgress();
        if (std::exchange(d->dirty, false) || moved) {
            emit tasksChanged();
        } else if (isIdle()) {
            d->timer.stop();
        }
    });
}

TaskRunner::~TaskRunner()
{
    cancelAll();
    m_pool->waitForDone();
}

quint64 TaskRunner::begin(const QString &title, const CancelToken &token)
{
    const quint64 id = ++d->lastId;
    d->tasks.push_back({{id, title, -1, TaskInfo::State::Running, {}, QDateTime::currentDateTimeUtc()}, token});
    d->touch();
    return id;
}

void TaskRunner::finish(quint64 id, const Error *error)
{
    d->takeProgress();
    Private::Task *task = d->find(id);
    if (!task || task->info.state != TaskInfo::State::Running) {
        return;
    }
    if (!error) {
        task->info.state = TaskInfo::State::Done;
        task->info.progress = 1;
    } else {
        const bool cancelled = error->code == ErrorCode::Cancelled;
        task->info.state = cancelled ? TaskInfo::State::Cancelled : TaskInfo::State::Failed;
        task->info.message = error->message;
    }
    d->dropOldFinished();
    d->touch();
}

void TaskRunner::contextDied(quint64 id)
{
    Private::Task *task = d->find(id);
    if (!task) {
        return;
    }
    task->contextDied = true;
    task->token.cancel();
    if (task->workEnded) {
        const Error error = cancelledError();
        finish(id, &error);
    }
}

void TaskRunner::workEnded(quint64 id)
{
    // Called by the worker. The destructor waits for the pool, so `this` is alive here.
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            Private::Task *task = d->find(id);
            if (!task) {
                return;
            }
            task->workEnded = true;
            if (task->contextDied) { // nobody is left who would report it
                const Error error = cancelledError();
                finish(id, &error);
            }
        },
        Qt::QueuedConnection);
}

ProgressFunction TaskRunner::progressFor(quint64 id)
{
    return [progress = d->progress, id](double value) {
        const QMutexLocker lock(&progress->mutex);
        progress->values.insert(id, std::clamp(value, 0.0, 1.0));
        progress->dirty = true;
    };
}

Error TaskRunner::cancelledError()
{
    return {ErrorCode::Cancelled, tr("Cancelled."), {}, nullptr};
}

Error TaskRunner::crashedError(const char *what)
{
    qCWarning(logWorkspace, "A task threw: %s", what);
    return {ErrorCode::Internal, tr("The task stopped because of an internal error."), QString::fromUtf8(what),
            nullptr};
}

void TaskRunner::cancel(quint64 id)
{
    if (Private::Task *task = d->find(id)) {
        task->token.cancel();
    }
}

void TaskRunner::cancelAll()
{
    for (const Private::Task &task : d->tasks) {
        task.token.cancel();
    }
}

bool TaskRunner::isIdle() const
{
    return std::none_of(d->tasks.begin(), d->tasks.end(),
                        [](const Private::Task &task) { return task.info.state == TaskInfo::State::Running; });
}

std::vector<TaskInfo> TaskRunner::tasks() const
{
    d->takeProgress();
    std::vector<TaskInfo> result;
    for (const Private::Task &task : d->tasks) {
        result.push_back(task.info);
    }
    return result;
}

} // namespace loci::workspace
