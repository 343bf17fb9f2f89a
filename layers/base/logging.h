// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace loci {

/// One category a room. Messages are English, whole sentences, written before the operation.
Q_DECLARE_LOGGING_CATEGORY(logFormats)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logWorkspace)
Q_DECLARE_LOGGING_CATEGORY(logFeeds)
Q_DECLARE_LOGGING_CATEGORY(logMap)
Q_DECLARE_LOGGING_CATEGORY(logScene)
Q_DECLARE_LOGGING_CATEGORY(logUi)
Q_DECLARE_LOGGING_CATEGORY(logApp)

} // namespace loci
