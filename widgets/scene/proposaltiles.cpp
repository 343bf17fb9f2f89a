// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/proposaltiles.h"

#include <algorithm>

namespace loci::widgets {

Result<std::shared_ptr<const ProposalTiles>> proposalTiles(const city::CityModelPtr &base, const QByteArray &json,
                                                           const CancelToken &cancel)
{
    LOCI_TRY(const planning::Proposal proposal, planning::Proposal::fromJson(json));
    auto result = std::make_shared<ProposalTiles>();
    LOCI_TRY(result->model, planning::applied(base, proposal));
    result->added.reserve(proposal.changes.size());
    for (const planning::PlanChange &change : proposal.changes) {
        const std::string id = change.id.toStdString();
        if (change.kind != planning::PlanChange::Kind::Remove) {
            result->added.push_back(result->model->find(id));
        }
        if (change.kind != planning::PlanChange::Kind::Add) {
            result->gone.push_back(base->find(id));
        }
    }
    for (scene::TilePlan plan : scene::planTiles(*result->model, {}, cancel)) {
        std::erase_if(plan.roots, [&result](city::ObjectIndex root) {
            return std::find(result->added.begin(), result->added.end(), root) == result->added.end();
        });
        if (!plan.roots.empty()) {
            LOCI_TRY(auto mesh, scene::buildTile(*result->model, plan, {}, cancel));
            result->tiles.push_back(std::move(mesh));
        }
    }
    return result;
}

} // namespace loci::widgets
