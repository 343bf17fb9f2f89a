// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/board/tilepaint.h"

#include <memory>

namespace loci::widgets {
class FeedSession;
}

namespace loci::app {

/// The streams of the session as boards read them: now, or at the moment that is replayed.
std::shared_ptr<const widgets::Readings> readingsOf(const widgets::FeedSession &session);

} // namespace loci::app
