// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/streamstatus.h"

namespace loci::widgets {

using feeds::StreamState;

Status statusOf(StreamState state)
{
    switch (state) {
    case StreamState::Live:
        return Status::Good;
    case StreamState::Late:
        return Status::Watch;
    case StreamState::Stale:
        return Status::Stale;
    case StreamState::Broken:
        return Status::Bad;
    case StreamState::Paused:
        return Status::Partial;
    case StreamState::Waiting:
        return Status::Unknown;
    }
    return Status::Unknown;
}

} // namespace loci::widgets
