// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/logging.h"

namespace loci {

Q_LOGGING_CATEGORY(logFormats, "loci.formats")
Q_LOGGING_CATEGORY(logStorage, "loci.storage")
Q_LOGGING_CATEGORY(logWorkspace, "loci.workspace")
Q_LOGGING_CATEGORY(logFeeds, "loci.feeds")
Q_LOGGING_CATEGORY(logMap, "loci.map")
Q_LOGGING_CATEGORY(logScene, "loci.scene")
Q_LOGGING_CATEGORY(logUi, "loci.ui")
Q_LOGGING_CATEGORY(logApp, "loci.app")

} // namespace loci
