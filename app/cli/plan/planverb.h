// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "layers/domain/planning/plancase.h"
#include "layers/formats/modelreader.h"

#include <functional>

namespace loci::cli {

class PlanInput;

/// Reads the model of a file, or of a workspace.
using ModelOpener = std::function<Result<formats::LoadedModel>(const QString &path, const CancelToken &cancel)>;

/// Reads what a workspace keeps for planning; an empty case for other files.
using CaseOpener = std::function<Result<Loaded<planning::PlanCase>>(const QString &path)>;

/// What the commands read from.
struct PlanSources
{
    ModelOpener model;
    CaseOpener planCase; ///< may be empty
    /// `plan dossier`, for programs that can draw; may be empty.
    std::function<Result<Answer>(const PlanInput &)> dossier = {};
};

/// `plan check|ceiling|...`: planning analysis.
VerbSpec planVerb(PlanSources sources);

} // namespace loci::cli
