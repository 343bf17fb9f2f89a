// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/base/canceltoken.h"
#include "layers/scene/tilemesh.h"
#endif

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>

namespace loci::widgets {

/// Builds the tiles of city models in workers and hands them over one by one, those in the middle of the model first.
/// Main thread; a worker sees nothing but its arguments.
class SceneLoader final : public QObject
{
    Q_OBJECT
public:
    explicit SceneLoader(QObject *parent = nullptr);
    ~SceneLoader() override; ///< cancels and waits

    /// Starts a model; the same id again cancels the work before.
    void load(const QString &id, const city::CityModelPtr &model, const QString &lod, bool textured);
    void cancel(const QString &id);
    bool isIdle() const { return m_jobs.isEmpty(); }

signals:
    void tileReady(const QString &id, std::shared_ptr<const loci::scene::TileMesh> mesh,
                   std::shared_ptr<const loci::scene::TextureSet> textures);
    void modelReady(const QString &id, const loci::Findings &findings);

private:
    struct Job;
    struct Plan;
    void onPlanned(const QString &id, quint64 number, const std::shared_ptr<Plan> &plan);
    void onTile(const QString &id, quint64 number, const std::shared_ptr<const scene::TileMesh> &mesh);
    template <class Work, class Done>
    void run(Work work, Done done);

    QThreadPool m_pool;
    QHash<QString, std::shared_ptr<Job>> m_jobs;
    quint64 m_lastNumber = 0;
};

} // namespace loci::widgets
