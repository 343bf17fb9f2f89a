// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cityverbs.h"
#include "app/cli/convertverb.h"
#include "app/cli/indicatorverb.h"
#include "app/cli/rendermapverb.h"
#include "app/cli/rendersceneverb.h"
#include "app/cli/sampleverb.h"
#include "app/cli/verb.h"
#include "app/cli/workspaceverb.h"
#include "app/footprintwriter.h"

namespace loci::cli {

std::vector<VerbSpec> allVerbs()
{
    return {infoVerb(),      validateVerb(),    convertVerb(app::footprintWriter()),
            renderMapVerb(), renderSceneVerb(), sampleVerb(),
            workspaceVerb(), indicatorVerb()};
}

} // namespace loci::cli
