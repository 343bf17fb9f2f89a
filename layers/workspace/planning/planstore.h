// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/planning/plancase.h"
#include "layers/domain/planning/sitephoto.h"
#include "layers/workspace/workspace.h"

namespace loci::workspace {

namespace key {
inline constexpr char kPlanPrefix[] = "planning/";
inline constexpr char kPlanAreas[] = "planning/areas/";       ///< + id: GeoJSON of areas, with "name"
inline constexpr char kPlanViews[] = "planning/views/";       ///< + id: JSON of ViewSet
inline constexpr char kPlanPack[] = "planning/pack/";         ///< + id: a rule pack, or {"builtIn": name}
inline constexpr char kPlanScenario[] = "planning/scenario/"; ///< + id: JSON of Scenario
inline constexpr char kPlanPhoto[] = "planning/photo/";       ///< + id: JSON of SitePhoto
inline constexpr char kPlanBody[] = "planning/body/";         ///< + id: JSON of PlanBody, never changed
inline constexpr char kPlanSettings[] = "planning/settings";  ///< {"model", "day", "datum"}
} // namespace key

/// The planning documents of a workspace: read as one case, changed by commands with undo. Main thread.
class PlanStore
{
public:
    explicit PlanStore(Workspace &workspace) : m_workspace(workspace) {}

    /// Documents that cannot be read are findings (plan_document_unreadable); the others are taken.
    static Loaded<planning::PlanCase> load(const Workspace &workspace);
    /// Names of the packs that come with the program.
    static QStringList builtInPacks();
    static Result<planning::RulePack> builtInPack(const QString &name);

    /// Writes a scenario. A locked or approved one is refused, unless only its lock or approval changes.
    Result<> save(const planning::Scenario &scenario, const QString &title, const QString &reason = {});
    /// Writes a scenario with the shape that a building of it has.
    Result<> save(const planning::Scenario &scenario, const planning::PlanBody &body, const QString &title);
    Result<> remove(const QString &scenarioId, const QString &title); ///< refused while another one branches from it
    /// Approves and so freezes; who and when are in the scenario and in the history.
    Result<> approve(const QString &scenarioId, const QString &by, const QString &reason, const QDateTime &at);
    Result<> setDay(const QDate &day);
    Result<> putViews(const QString &id, const QByteArray &json, const QString &title); ///< checked before
    /// Writes one view in a document of its own, and takes it out of every other; `view` empty: only takes it out.
    Result<> putView(const QString &id, const std::optional<planning::ProtectedView> &view, EpsgCode crs,
                     const QString &title);
    Result<> putAreas(const QString &id, const QByteArray &geoJson, const QString &title);
    Result<> putPack(const QString &id, const QByteArray &json, const QString &title); ///< a pack, or {"builtIn"}
    /// Photographs of the site by id; one that cannot be read is left out.
    static std::vector<planning::SitePhoto> photos(const Workspace &workspace);
    Result<> putPhoto(const planning::SitePhoto &photo, const QString &title);
    Result<> removeDocument(const QString &key, const QString &title);
    QString freeScenarioId() const; ///< "s1", "s2", ...
    QString freePhotoId() const;    ///< "p1", "p2", ...

private:
    QString freeId(const char *prefix, const QString &pattern) const;
    Result<> commit(const QString &key, std::optional<QByteArray> after, const QString &title,
                    const QString &reason = {});
    Workspace &m_workspace;
};

} // namespace loci::workspace
