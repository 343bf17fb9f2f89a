// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analyseverb.h"
#include "app/cli/briefverb.h"
#include "app/cli/catalogueverb.h"
#include "app/cli/cityverbs.h"
#include "app/cli/contractverb.h"
#include "app/cli/convertverb.h"
#include "app/cli/feedverb.h"
#include "app/cli/heritageio.h"
#include "app/cli/indicatorverb.h"
#include "app/cli/levelverb.h"
#include "app/cli/packverb.h"
#include "app/cli/plan/plandossier.h"
#include "app/cli/plan/planopener.h"
#include "app/cli/rendermapverb.h"
#include "app/cli/rendersceneverb.h"
#include "app/cli/sampleverb.h"
#include "app/cli/shareverb.h"
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
    std::vector<VerbSpec> verbs;
    verbs.reserve(24);
    verbs.push_back(infoVerb());
    verbs.push_back(validateVerb());
    verbs.push_back(convertVerb(app::footprintWriter(), heightRules()));
    verbs.push_back(renderMapVerb());
    verbs.push_back(renderSceneVerb());
    verbs.push_back(sampleVerb());
    verbs.push_back(workspaceVerb());
    verbs.push_back(heritageVerb({heritageReportCommand()}));
    verbs.push_back(planVerb({workspaceModelOpener(), workspaceCaseOpener(), planDossier}));
    verbs.push_back(feedVerb());
    verbs.push_back(indicatorVerb());
    verbs.push_back(packVerb());
    verbs.push_back(levelVerb());
    verbs.push_back(catalogueVerb());
    verbs.push_back(contractVerb());
    verbs.push_back(analyseVerb());
    verbs.push_back(shareVerb());
    verbs.push_back(briefVerb());
    return verbs;
}

} // namespace loci::cli
