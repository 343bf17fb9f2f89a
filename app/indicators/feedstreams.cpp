// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/indicators/feedstreams.h"

#include "layers/domain/indicators/joinedsource.h"
#include "layers/storage/feeds/feedobservations.h"

namespace loci::app {

using indicators::ObservationSource;

Result<std::shared_ptr<const ObservationSource>> withFeedStreams(std::shared_ptr<const ObservationSource> files,
                                                                 const IndicatorSnapshot &snapshot)
{
    LOCI_TRY(auto live, storage::FeedObservations::open(snapshot.observations, snapshot.pausedFeeds));
    if (!live || !files) {
        return live ? std::shared_ptr<const ObservationSource>(std::move(live)) : std::move(files);
    }
    return std::make_shared<const indicators::JoinedSource>(
        std::vector<std::shared_ptr<const ObservationSource>>{std::move(files), std::move(live)});
}

} // namespace loci::app
