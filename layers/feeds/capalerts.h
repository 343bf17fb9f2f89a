// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/alert.h"
#include "layers/formats/feeds/feedalert.h"

namespace loci::feeds {

/// What a warning of the Common Alerting Protocol means for the list of alerts.
struct CapNews
{
    std::optional<Alert> alert; ///< nothing for a cancellation, a test, a draft and an exercise
    QStringList ended;          ///< ids of those that it supersedes or cancels
    qint64 at = 0;              ///< when these end
};
CapNews newsOf(const QString &feed, const formats::FeedAlert &alert);

} // namespace loci::feeds
