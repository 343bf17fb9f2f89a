// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/sceneloader.h"

#include "layers/scene/colouring.h"

#include <QFutureWatcher>
#include <QThread>
#include <QtConcurrent/QtConcurrentRun>
#include <algorithm>

namespace loci::widgets {

using scene::operator-;

struct SceneLoader::Plan
{
    std::vector<scene::TilePlan> tiles;
    std::shared_ptr<const scene::TextureSet> textures;
};

struct SceneLoader::Job
{
    quint64 number = 0;
    city::CityModelPtr model;
    scene::TileOptions options;
    CancelToken token;
    std::shared_ptr<const scene::TextureSet> textures;
    std::size_t waiting = 0;
};

SceneLoader::SceneLoader(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
}

SceneLoader::~SceneLoader()
{
    for (const auto &job : std::as_const(m_jobs)) {
        job->token.cancel();
    }
    m_pool.clear();
    m_pool.waitForDone();
}

template <class Work, class Done>
void SceneLoader::run(Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Value>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            done(watcher->result());
        }
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, std::move(work)));
}

void SceneLoader::load(const QString &id, const city::CityModelPtr &model, const QString &lod, bool textured)
{
    cancel(id);
    auto job = std::make_shared<Job>();
    job->number = ++m_lastNumber;
    job->model = model;
    job->options.lod = lod;
    if (textured && !model->geometry.textureThemes.empty()) {
        job->options.textureTheme = model->geometry.textureThemes.front().name;
    }
    m_jobs.insert(id, job);
    run(
        [model, options = job->options, token = job->token] {
            auto plan = std::make_shared<Plan>();
            plan->tiles = scene::planTiles(*model, options, token);
            const Vec3 middle = model->extent.centre();
            const auto distance = [&middle](const scene::TilePlan &tile) {
                const Vec3 way = tile.bounds.centre() - middle;
                return way.x * way.x + way.y * way.y;
            };
            std::sort(plan->tiles.begin(), plan->tiles.end(), [&](const scene::TilePlan &a, const scene::TilePlan &b) {
                return a.kind != b.kind ? a.kind > b.kind : distance(a) < distance(b); // terrain, cover, buildings
            });
            if (options.textureTheme) {
                plan->textures = scene::loadTextures(*model, token);
            }
            return plan;
        },
        [this, id, number = job->number](const std::shared_ptr<Plan> &plan) { onPlanned(id, number, plan); });
}

void SceneLoader::cancel(const QString &id)
{
    if (const auto job = m_jobs.take(id)) {
        job->token.cancel();
    }
}

void SceneLoader::onPlanned(const QString &id, quint64 number, const std::shared_ptr<Plan> &plan)
{
    const std::shared_ptr<Job> job = m_jobs.value(id);
    if (!job || job->number != number) {
        return;
    }
    job->textures = plan->textures;
    job->waiting = plan->tiles.size() + 1;
    for (const scene::TilePlan &tile : plan->tiles) {
        run(
            [model = job->model, tile, options = job->options, token = job->token] {
                const auto mesh = scene::buildTile(*model, tile, options, token);
                return mesh ? *mesh : std::shared_ptr<const scene::TileMesh>();
            },
            [this, id, number](const std::shared_ptr<const scene::TileMesh> &mesh) { onTile(id, number, mesh); });
    }
    onTile(id, number, nullptr); // a model without geometry is ready at once
}

void SceneLoader::onTile(const QString &id, quint64 number, const std::shared_ptr<const scene::TileMesh> &mesh)
{
    const std::shared_ptr<Job> job = m_jobs.value(id);
    if (!job || job->number != number) {
        return; // cancelled meanwhile
    }
    if (mesh) {
        emit tileReady(id, mesh, job->textures);
    }
    if (--job->waiting == 0) {
        m_jobs.remove(id);
        emit modelReady(id, job->textures ? job->textures->findings : Findings());
    }
}

} // namespace loci::widgets
