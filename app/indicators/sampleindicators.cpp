// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/indicators/sampleindicators.h"

#include "app/indicators/indicatorrun.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLocale>

namespace loci::app {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::SampleIndicators)
};

QByteArray compact(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

/// Entries of the ledger are in people's own words, so in the language that is spoken when the sample is made.
QJsonObject spoken(QJsonObject problem)
{
    const QString language = QLocale().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    for (auto it = problem.begin(); it != problem.end(); ++it) {
        if (it.value().isObject()) {
            it.value() = indicators::wordsFrom(it.value()).in(language);
        }
    }
    return problem;
}

} // namespace

Result<> addSampleIndicators(workspace::Workspace &workspace)
{
    QFile file(QStringLiteral(":/templates/sample-boards.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, Texts::tr("The boards of the sample city are missing in this program."));
    }
    const QJsonObject sample = QJsonDocument::fromJson(file.readAll()).object();
    LOCI_TRY(const QByteArray pack, packText(QStringLiteral(":/templates/sample-indicators.json")));
    workspace::Command command;
    command.title = Texts::tr("Add the indicators of the sample city");
    command.changes.push_back(
        {QLatin1String(workspace::key::kIndicatorAreas), {}, compact(sample.value(QStringLiteral("areas")))});
    command.changes.push_back(
        {QLatin1String(workspace::key::kIndicatorFeeds), {}, compact(sample.value(QStringLiteral("streams")))});
    for (const indicators::Definition &definition : indicators::readPack(pack, QStringLiteral("sample")).value) {
        command.changes.push_back(
            {QLatin1String(workspace::key::kIndicatorPrefix) + definition.code, {}, compact(definition.json)});
    }
    const QJsonObject boards = sample.value(QStringLiteral("boards")).toObject();
    for (auto board = boards.begin(); board != boards.end(); ++board) {
        command.changes.push_back(
            {QLatin1String(workspace::key::kBoardPrefix) + board.key(), {}, compact(board.value())});
    }
    const QJsonObject problems = sample.value(QStringLiteral("problems")).toObject();
    for (auto problem = problems.begin(); problem != problems.end(); ++problem) {
        command.changes.push_back({QLatin1String(workspace::key::kProblemPrefix) + problem.key(),
                                   {},
                                   compact(spoken(problem.value().toObject()))});
    }
    return workspace.commit(std::move(command));
}

} // namespace loci::app
