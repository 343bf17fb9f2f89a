// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "layers/formats/modelreader.h"

#include <functional>

namespace loci::cli {

/// Reads the model of a file, or of a workspace.
using ModelOpener = std::function<Result<formats::LoadedModel>(const QString &path, const CancelToken &cancel)>;

/// `plan check|ceiling|...`: planning analysis.
VerbSpec planVerb(ModelOpener open);

} // namespace loci::cli
