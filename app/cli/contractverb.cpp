// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/contractverb.h"

#include "app/contracts/deliveryload.h"
#include "layers/map/qgisruntime.h"
#include "layers/workspace/contracts/deliverystore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>
#include <QStandardPaths>
#include <algorithm>

namespace loci::cli {

using contracts::Contract;
using workspace::Access;
using workspace::Workspace;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::ContractVerb)
};

const QString kReport = QStringLiteral("report");

QString resultText(const contracts::CheckReport &report)
{
    if (report.keeps()) {
        return Texts::tr("%n rows keep the contract “%1”.", nullptr, static_cast<int>(report.rows))
            .arg(report.contract);
    }
    QStringList lines{Texts::tr("The delivery breaks the contract “%1” in %n places.", nullptr,
                                static_cast<int>(report.more) + static_cast<int>(report.breaches.size()))
                          .arg(report.contract)};
    constexpr std::size_t kShown = 10;
    for (std::size_t i = 0; i < std::min(kShown, report.breaches.size()); ++i) {
        const contracts::Breach &breach = report.breaches[i];
        lines << (breach.row > 0 ? Texts::tr("row %1: %2").arg(QString::number(breach.row), breach.message)
                                 : breach.message);
    }
    return lines.join(QLatin1Char('\n'));
}

Result<> writeReport(const Call &call, const contracts::CheckReport &report)
{
    const QString path = call.options.value(kReport);
    if (path.isEmpty()) {
        return {};
    }
    QSaveFile file(path);
    const QByteArray bytes = report.toCsv();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    }
    return {};
}

Result<Answer> answerOf(const Call &call, const contracts::CheckReport &report)
{
    LOCI_CHECK(writeReport(call, report));
    Answer answer;
    answer.json = report.toJson();
    answer.text = resultText(report);
    answer.findings = report.findings();
    return answer;
}

/// A contract from a file, or of the workspace by its id.
Result<Contract> contractFrom(const QString &name, const Workspace *workspace)
{
    if (workspace != nullptr && !QFileInfo::exists(name)) {
        for (const Contract &contract : workspace::contractsOf(*workspace)) {
            if (contract.id == name) {
                return contract;
            }
        }
        return fail(ErrorCode::Usage, Texts::tr("There is no contract “%1”.").arg(name));
    }
    LOCI_TRY(auto read, formats::readContractFile(name));
    return std::move(read.value);
}

Result<Answer> check(const Call &call)
{
    LOCI_TRY(const Contract contract, contractFrom(call.arguments.value(1), nullptr));
    LOCI_TRY(const auto checked, formats::checkDelivery(contract, call.arguments.value(2), call.cancel));
    return answerOf(call, checked.report);
}

Result<Answer> list(const Workspace &workspace)
{
    Answer answer;
    QJsonArray items;
    QStringList lines;
    for (const Contract &contract : workspace::contractsOf(workspace)) {
        const workspace::LoadedDelivery loaded = workspace::loadedDelivery(workspace, contract.id);
        QJsonObject json{{QStringLiteral("contract"), contract.toJson()}};
        json.insert(QStringLiteral("loaded"), loaded.number > 0 ? QJsonValue(loaded.toJson()) : QJsonValue());
        items.append(json);
        lines << (loaded.number > 0
                      ? Texts::tr("%1: delivery %2 with %3 rows")
                            .arg(contract.id, QString::number(loaded.number), QString::number(loaded.rows))
                      : Texts::tr("%1: nothing delivered yet").arg(contract.id));
    }
    answer.json = {{QStringLiteral("contracts"), items}};
    answer.text = lines.isEmpty() ? Texts::tr("No contract is agreed on.") : lines.join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> add(const Call &call, Workspace &workspace)
{
    LOCI_TRY(const auto read, formats::readContractFile(call.arguments.value(2)));
    LOCI_CHECK(workspace::keepContract(workspace, read.value));
    LOCI_TRY(Answer answer, list(workspace));
    answer.findings = read.findings;
    return answer;
}

Result<Answer> load(const Call &call, Workspace &workspace)
{
    LOCI_TRY(const Contract contract, contractFrom(call.arguments.value(2), &workspace));
    LOCI_TRY(const QString target, workspace::deliveryPath(workspace, contract.id));
    const QString known = workspace::loadedDelivery(workspace, contract.id).sha256;
    LOCI_TRY(const auto prepared, app::prepareDelivery(contract, call.arguments.value(3), target, known, call.cancel));
    std::shared_ptr<map::QgisRuntime> runtime;
    if (!prepared.path.isEmpty()) {
        LOCI_TRY(runtime, map::QgisRuntime::start(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                                                  QStringLiteral("/qgis")));
    }
    LOCI_TRY(const app::DeliveryOutcome outcome, app::finishDelivery(workspace, contract, prepared));
    LOCI_TRY(Answer answer, answerOf(call, outcome.report));
    answer.json.insert(QStringLiteral("loaded"), outcome.loaded);
    answer.json.insert(QStringLiteral("same"), outcome.same);
    if (outcome.same) {
        answer.text = Texts::tr("This delivery of “%1” is loaded already; nothing was changed.").arg(contract.id);
    } else if (outcome.loaded) {
        answer.text = Texts::tr("%1 It is loaded.").arg(answer.text);
    }
    return answer;
}

Result<Answer> run(const Call &call)
{
    const QString what = call.arguments.value(0);
    const auto is = [&](const char *name, int arguments) {
        return what == QLatin1String(name) && call.arguments.size() == arguments;
    };
    if (is("check", 3)) {
        return check(call);
    }
    if (!is("list", 2) && !is("add", 3) && !is("load", 4)) {
        return fail(ErrorCode::Usage,
                    Texts::tr("That cannot be done with contracts: %1").arg(call.arguments.join(QLatin1Char(' '))));
    }
    LOCI_TRY(const auto opened,
             Workspace::open(call.arguments.value(1), is("list", 2) ? Access::ReadOnly : Access::ReadWrite));
    if (is("list", 2)) {
        return list(*opened);
    }
    return is("add", 3) ? add(call, *opened) : load(call, *opened);
}

} // namespace

VerbSpec contractVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("contract");
    verb.usage = QStringLiteral("contract check CONTRACT.json DATA [--report OUT.csv] | list FILE.loci | add FILE.loci "
                                "CONTRACT.json | load FILE.loci CONTRACT.json|ID DATA [--report OUT.csv]");
    verb.summary = Texts::tr("Checks deliveries against their contract and loads those that keep it");
    verb.valueOptions = {kReport};
    verb.minArguments = 2;
    verb.maxArguments = 4;
    verb.run = run;
    return verb;
}

} // namespace loci::cli
