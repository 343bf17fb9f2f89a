// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/samplebriefings.h"

#include "layers/domain/briefing/briefingjson.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace loci::app {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::SampleBriefings)
};

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

Result<> addSampleBriefings(workspace::Workspace &workspace)
{
    QFile file(QStringLiteral(":/templates/sample-briefings.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, Texts::tr("The briefings of the sample city are missing in this program."));
    }
    workspace::Command command{Texts::tr("Add the briefings of the sample city"), {}};
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    for (auto briefing = all.begin(); briefing != all.end(); ++briefing) {
        for (const auto &[key, document] : briefing::documentsOf(briefing.key(), briefing.value().toObject())) {
            command.changes.push_back({key, {}, compact(document)});
        }
    }
    return workspace.commit(std::move(command));
}

} // namespace loci::app
