// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read the concepts header behind these
#include "layers/domain/city/heights.h"
#include "layers/formats/crsguess.h"
#include "widgets/city/citylibrary.h"
#endif

#include <QObject>
#include <map>
#include <optional>

namespace loci::widgets {

/// Checks city models in the background: structure and geometry, heights against the ground, and whether the
/// reference system fits. What it proposes is applied to the reference by the library, as an undoable step.
class ModelCheck final : public QObject
{
    Q_OBJECT
public:
    struct Verdict
    {
        city::CityModelPtr model; ///< that was checked
        Findings findings;
        city::HeightReport heights;
        formats::CrsJudgement crs;
    };
    /// Longitude and latitude where a model is expected, if anything says so: the middle of the map.
    using Place = std::function<std::optional<Vec2>()>;

    ModelCheck(CityLibrary &cities, workspace::TaskRunner &tasks, Place place, QObject *parent = nullptr);

    /// Starts; terrain of other loaded models in the same system is used when the model has none of its own.
    void check(const QString &id);
    void checkAll();
    /// Of the model as it is taken now; nothing when it changed since.
    const Verdict *verdict(const QString &id) const;
    /// Source under which the findings of a model's check stand in the panel.
    static QString sourceName(const QString &modelName);

    bool canMendHeights(const QString &id) const;
    void mendHeights(const QString &id); ///< applies the proposed offset of the whole model to the view
    bool canWriteCorrected(const QString &id) const;
    /// Writes the model with every height corrected as proposed into another file, whose suffix decides the format.
    void writeCorrected(const QString &id, const QString &path);
    bool canTakeCandidate(const QString &id) const;
    void takeCandidate(const QString &id, std::size_t number = 0); ///< a proposed reference system

signals:
    void checked(const QString &id, const loci::Findings &findings);
    void failed(const QString &message);
    void written(const QString &path);

private:
    struct Job;
    static Result<Verdict> run(const Job &job, const CancelToken &cancel, const ProgressFunction &progress);

    CityLibrary &m_cities;
    workspace::TaskRunner &m_tasks;
    Place m_place;
    std::map<QString, Verdict> m_verdicts;
};

} // namespace loci::widgets
