// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/planning/plancase.h"

#include <QStringList>

namespace loci::planning {

RulePack joined(const std::vector<RulePack> &packs)
{
    RulePack all;
    QStringList ids, versions, en, zh;
    for (const RulePack &pack : packs) {
        ids << pack.id;
        versions << pack.version;
        en << pack.title.in(QStringLiteral("en"));
        zh << pack.title.in(QStringLiteral("zh"));
        all.jurisdiction = all.jurisdiction.isEmpty() ? pack.jurisdiction : all.jurisdiction;
        for (const Rule &rule : pack.rules) {
            if (all.find(rule.id) == nullptr) {
                all.rules.push_back(rule);
            }
        }
    }
    all.id = ids.join(QLatin1Char('+'));
    all.version = versions.join(QLatin1Char('+'));
    all.title = {en.join(QStringLiteral(" + ")), zh.join(QStringLiteral("＋"))};
    return all;
}

} // namespace loci::planning
