// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/planning/plandesk.h"
#include "widgets/planning/verdictdesk.h"
#include "widgets/scene/sceneview.h"

namespace loci::widgets {

/// Bodies of a proposal for a 3D picture: what is below the ceiling in one colour, what is above in another and
/// hatched; a proposal that fails otherwise as a whole.
struct MassingColours
{
    scene::Rgb fine, over, unknown;
};
MassingColours themeColours();
std::vector<scene::GlassBody> massing(const planning::Proposal &proposal, const analysis::PlanOutcome *outcome,
                                      const MassingColours &colours);
/// The planes of the views as glass with contour lines.
std::vector<scene::GlassBody> ceilingGlass(const analysis::ViewCeiling &ceiling, const scene::Rgb &colour);

/// Buildings of the town by their verdicts, as far as the filter lets them through; the rest looks as usual.
scene::ObjectClasses verdictClasses(const analysis::TownVerdicts &verdicts,
                                    const std::optional<planning::Verdict> &filter, const city::CityModel &model);

/// The planning case in the 3D view: the proposal as it is dragged, and the ceiling of the views. Main thread.
class PlanScene final : public QObject
{
    Q_OBJECT
public:
    PlanScene(PlanDesk &desk, VerdictDesk &verdicts, SceneView &scene, QObject *parent = nullptr);

    void setShown(bool shown);
    void setCeilingShown(bool shown);
    void refresh(); ///< colours too
    void lookAtProposal();
    void lookAt(const Box3 &place); ///< flies to where all of it is seen; in the coordinates of the model
    void standAt(const planning::ProtectedView &view); ///< the camera where the eye is, looking at the landmark

private:
    void tint();
    std::shared_ptr<scene::ObjectClasses> changedBuildings(const city::CityModel &model) const;

    PlanDesk &m_desk;
    VerdictDesk &m_verdicts;
    SceneView &m_scene;
    bool m_shown = false, m_ceilingShown = false;
};

} // namespace loci::widgets
