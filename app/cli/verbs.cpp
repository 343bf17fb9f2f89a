// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cityverbs.h"
#include "app/cli/convertverb.h"
#include "app/cli/rendermapverb.h"
#include "app/cli/rendersceneverb.h"
#include "app/cli/sampleverb.h"
#include "app/cli/verb.h"
#include "app/cli/workspaceverb.h"
#include "app/footprintwriter.h"
#include "widgets/common/resources.h"

#include <QFile>

namespace loci::cli {

namespace {

QByteArray heightRules()
{
    initLociResources();
    QFile file(QStringLiteral(":/rules/heights.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::vector<VerbSpec> allVerbs()
{
    return {infoVerb(),      validateVerb(),    convertVerb(app::footprintWriter(), heightRules()),
            renderMapVerb(), renderSceneVerb(), sampleVerb(),
            workspaceVerb()};
}

} // namespace loci::cli
