// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/base/canceltoken.h"
#include "layers/domain/planning/proposal.h"
#include "layers/scene/tilemesh.h"
#endif

namespace loci::widgets {

/// What a proposal puts into a scene: the changed model, tiles of what it adds or reshapes, and what it takes away.
struct ProposalTiles
{
    city::CityModelPtr model;
    std::vector<std::shared_ptr<const scene::TileMesh>> tiles;
    std::vector<city::ObjectIndex> added; ///< in `model`
    std::vector<city::ObjectIndex> gone;  ///< in the base: removed or reshaped
};
/// Any thread. Fails with the proposal's own sentence.
Result<std::shared_ptr<const ProposalTiles>> proposalTiles(const city::CityModelPtr &base, const QByteArray &json,
                                                           const CancelToken &cancel = {});

} // namespace loci::widgets
