// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sampleplanning.h"

#include "layers/workspace/planning/planstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace loci::app {

Result<> addSamplePlanning(workspace::Workspace &workspace)
{
    if (!workspace.keys(QLatin1String(workspace::key::kPlanPrefix)).isEmpty()) {
        return {};
    }
    QFile file(QStringLiteral(":/templates/planning-linjiang.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal,
                    QCoreApplication::translate("loci::app::SamplePlanning", "The sample's planning case is missing."));
    }
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    workspace::Command command;
    command.title =
        QCoreApplication::translate("loci::app::SamplePlanning", "Add the planning case of the sample city");
    const auto add = [&command](const QString &key, const QJsonValue &value) {
        command.changes.push_back({key, {}, QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)});
    };
    const auto addEach = [&](const char *prefix, const char *member) {
        const QJsonObject documents = all[QLatin1String(member)].toObject();
        for (auto it = documents.begin(); it != documents.end(); ++it) {
            add(QLatin1String(prefix) + it.key(), it.value());
        }
    };
    add(QLatin1String(workspace::key::kPlanSettings), all[QLatin1String("settings")]);
    addEach(workspace::key::kPlanAreas, "areas");
    addEach(workspace::key::kPlanViews, "views");
    addEach(workspace::key::kPlanPack, "packs");
    addEach(workspace::key::kPlanScenario, "scenarios");
    return workspace.commit(std::move(command));
}

} // namespace loci::app
