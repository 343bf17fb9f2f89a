// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspaceverb.h"

#include "app/cli/workspacemodels.h"
#include "app/cli/workspaceroles.h"
#include "layers/base/clock.h"
#include "layers/storage/postgisaddress.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/packaging.h"
#include "layers/workspace/servermodels.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>

namespace loci::cli {

using workspace::Access;
using workspace::Workspace;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::WorkspaceVerb)
};

const QString kTemplateOption = QStringLiteral("template");
const QString kToOption = QStringLiteral("to");
const QString kModelsOption = QStringLiteral("with-models");

qint64 countOf(const Workspace &opened, const char *prefix)
{
    return opened.keys(QLatin1String(prefix)).size();
}

/// What `info`, `check`, `new` and `unpack` tell.
Answer describe(const Workspace &opened)
{
    Answer answer;
    answer.findings = opened.check();
    const bool sound = !hasErrors(answer.findings);
    const qint64 layers = countOf(opened, workspace::key::kMapLayerPrefix);
    const qint64 models = countOf(opened, workspace::key::kCityModelPrefix);
    const auto steps = opened.history(0);
    answer.json = {{QStringLiteral("workspace"), opened.home()},
                   {QStringLiteral("schemaVersion"), opened.schemaVersion()},
                   {QStringLiteral("template"), opened.templateId()},
                   {QStringLiteral("layers"), layers},
                   {QStringLiteral("cityModels"), models},
                   {QStringLiteral("assets"), countOf(opened, "heritage/asset/")},
                   {QStringLiteral("indicators"), countOf(opened, "indicator/")},
                   {QStringLiteral("scenes"), countOf(opened, "briefing/scene/")},
                   {QStringLiteral("steps"), qint64(steps.size())},
                   {QStringLiteral("integrity"), sound ? QStringLiteral("ok") : QStringLiteral("damaged")}};
    answer.text = Texts::tr("%1: schema %2, %3 map layers, %4 city models, %5 steps in the history, %6.")
                      .arg(QDir::toNativeSeparators(opened.home()))
                      .arg(opened.schemaVersion())
                      .arg(layers)
                      .arg(models)
                      .arg(steps.size())
                      .arg(sound ? Texts::tr("intact") : Texts::tr("damaged"));
    return answer;
}

Result<Answer> describeFile(const QString &path)
{
    LOCI_TRY(const auto opened, Workspace::open(path, Access::ReadOnly));
    return describe(*opened);
}

Result<Answer> runNew(const Call &call, const QString &path)
{
    LOCI_TRY(const auto made, Workspace::create(path, call.options.value(kTemplateOption)));
    return describe(*made);
}

Result<Answer> runPack(const Call &call, const QString &path, const QString &target)
{
    LOCI_TRY(const workspace::PackReport report, workspace::pack(path, target, call.cancel));
    LOCI_TRY(Answer answer, describeFile(path));
    answer.json.insert(QStringLiteral("package"), QFileInfo(target).absoluteFilePath());
    answer.json.insert(QStringLiteral("files"), QJsonArray::fromStringList(report.files));
    answer.json.insert(QStringLiteral("bytes"), report.bytes);
    answer.findings.insert(answer.findings.end(), report.findings.begin(), report.findings.end());
    answer.text = Texts::tr("%1: %2 files, %3 bytes.")
                      .arg(QDir::toNativeSeparators(target))
                      .arg(report.files.size())
                      .arg(report.bytes);
    return answer;
}

Result<Answer> runMove(const Call &call, const QString &from, const QString &to);

/// The folder keeps what the workspace refers to.
Result<Answer> runUnpack(const Call &call, const QString &package, const QString &folder)
{
    const QString server = call.options.value(kToOption);
    if (!server.isEmpty()) {
        LOCI_TRY(const auto address, storage::PostGisAddress::parse(server)); // before anything is written
    }
    LOCI_TRY(const QString path, workspace::unpack(package, folder, call.cancel));
    return server.isEmpty() ? describeFile(path) : runMove(call, path, server);
}

Result<Answer> runBackup(const QString &path, const QString &copy)
{
    LOCI_CHECK(workspace::backup(path, copy));
    LOCI_TRY(Answer answer, describeFile(copy));
    answer.json.insert(QStringLiteral("bytes"), QFileInfo(copy).size());
    return answer;
}

Result<Answer> runMove(const Call &call, const QString &from, const QString &to)
{
    const SystemClock clock;
    LOCI_TRY(const workspace::MoveReport report, workspace::moveWorkspace(from, to, clock, {}, {}, call.cancel));
    LOCI_TRY(Answer answer, describeFile(to));
    QJsonArray tables;
    qint64 rows = 0;
    for (const workspace::TableDigest &table : report.tables) {
        tables.append(QJsonObject{{QStringLiteral("table"), table.table},
                                  {QStringLiteral("rows"), table.rows},
                                  {QStringLiteral("sha256"), table.sha256}});
        rows += table.rows;
    }
    if (call.options.contains(kModelsOption)) {
        LOCI_TRY(const workspace::StoreReport stored, workspace::storeModels(to, {}, call.cancel));
        addStored(answer, stored);
    }
    answer.json.insert(QStringLiteral("movedFrom"), from);
    answer.json.insert(QStringLiteral("tables"), tables);
    answer.json.insert(QStringLiteral("auditHead"), report.auditHead);
    answer.json.insert(QStringLiteral("auditEntries"), report.auditEntries);
    answer.json.insert(QStringLiteral("media"), report.media);
    answer.json.insert(QStringLiteral("observations"), report.observations);
    answer.json.insert(QStringLiteral("rolesStay"), report.hasRolesLeft);
    answer.text = Texts::tr("%1 rows, %2 media and %3 observations went along and were read back equal. The old "
                            "workspace is still there.")
                      .arg(rows)
                      .arg(report.media)
                      .arg(report.observations);
    if (report.hasRolesLeft) {
        answer.text += QLatin1Char(' ') + Texts::tr("Roles and members stay on the server.");
    }
    return answer;
}

/// Where each option belongs; others would be passed over in silence.
Result<> checkOptions(const Call &call, const QString &verb)
{
    if (verb != QStringLiteral("roles") && hasRoleOptions(call)) {
        return fail(ErrorCode::Usage, Texts::tr("The options of roles and members go with “workspace roles” only."));
    }
    static const QHash<QString, QStringList> places = {
        {kTemplateOption, {QStringLiteral("new")}},
        {kToOption, {QStringLiteral("unpack")}},
        {kModelsOption, {QStringLiteral("move"), QStringLiteral("unpack")}},
        {QLatin1String(kStoreModels), {QStringLiteral("models")}},
        {QLatin1String(kForgetModels), {QStringLiteral("models")}}};
    for (auto option = call.options.keyBegin(); option != call.options.keyEnd(); ++option) {
        const auto place = places.constFind(*option);
        if (place != places.constEnd() && !place->contains(verb)) {
            return fail(ErrorCode::Usage, Texts::tr("The option --%1 goes with “workspace %2” only.")
                                              .arg(*option, place->join(Texts::tr("” and “workspace "))));
        }
    }
    const bool movesToFile =
        verb == QStringLiteral("move") && !storage::PostGisAddress::looksLikeOne(call.arguments.value(2));
    const bool unpacksToFile = verb == QStringLiteral("unpack") && !call.options.contains(kToOption);
    if (call.options.contains(kModelsOption) && (movesToFile || unpacksToFile)) {
        return fail(ErrorCode::Usage,
                    Texts::tr("--%1 puts models onto a server; this goes to a file.").arg(kModelsOption));
    }
    return {};
}

/// What is written has to be a file.
Result<> checkTarget(const QString &verb, const QString &target)
{
    if (storage::PostGisAddress::looksLikeOne(target) && verb != QStringLiteral("move")) {
        return fail(ErrorCode::Usage,
                    Texts::tr("“workspace %1” writes a file; “workspace move FROM ADDRESS” and “workspace unpack "
                              "PACKAGE FOLDER --to ADDRESS” put a workspace onto a server.")
                        .arg(verb));
    }
    return {};
}

tl::unexpected<Error> usage(const QString &sentence)
{
    return fail(ErrorCode::Usage, sentence);
}

using OneName = Result<Answer> (*)(const Call &, const QString &);
using TwoNames = Result<Answer> (*)(const Call &, const QString &, const QString &);

const QHash<QString, OneName> &withOneName()
{
    static const QHash<QString, OneName> verbs = {
        {QStringLiteral("new"), runNew},
        {QStringLiteral("info"), [](const Call &, const QString &path) { return describeFile(path); }},
        {QStringLiteral("check"), [](const Call &, const QString &path) { return describeFile(path); }},
        {QStringLiteral("models"), runModels}};
    return verbs;
}

const QHash<QString, TwoNames> &withTwoNames()
{
    static const QHash<QString, TwoNames> verbs = {
        {QStringLiteral("pack"), runPack},
        {QStringLiteral("unpack"), runUnpack},
        {QStringLiteral("backup"),
         [](const Call &, const QString &path, const QString &copy) { return runBackup(path, copy); }},
        {QStringLiteral("move"), runMove}};
    return verbs;
}

Result<Answer> run(const Call &call)
{
    const QString verb = call.arguments.value(0);
    const QString path = call.arguments.value(1);
    const QString target = call.arguments.value(2);
    const OneName one = withOneName().value(verb);
    const TwoNames two = withTwoNames().value(verb);
    LOCI_CHECK(checkOptions(call, verb));
    if (verb == QStringLiteral("roles")) {
        return runRoles(call);
    }
    if (!one && !two) {
        return usage(Texts::tr("There is no “workspace %1”; there are new, info, check, models, roles, pack, unpack, "
                               "backup and move.")
                         .arg(verb));
    }
    if (path.isEmpty() || (two != nullptr) == target.isEmpty()) {
        return usage(two ? Texts::tr("“workspace %1” needs two names: what to take and where to put it.").arg(verb)
                         : Texts::tr("“workspace %1” needs the name of one workspace.").arg(verb));
    }
    LOCI_CHECK(checkTarget(verb, target));
    return one ? one(call, path) : two(call, path, target);
}
} // namespace

VerbSpec workspaceVerb()
{
    VerbSpec spec;
    spec.name = QStringLiteral("workspace");
    spec.usage = QStringLiteral(
        "workspace new|info|check WORKSPACE | models WORKSPACE [--store|--forget] | pack WORKSPACE PACKAGE "
        "| unpack PACKAGE FOLDER [--to ADDRESS] | backup WORKSPACE COPY | move FROM TO [--with-models] "
        "[WORKSPACE, FROM and TO: a file or postgresql://[user@]host/database?schema=name] "
        "[--template planning|heritage|briefing] | roles ADDRESS [--on] [--set FILE.json] [--member LOGIN [--role R] "
        "[--department D] [--level L] [--area A,B] [--until DAY] [--remove]]");
    spec.summary =
        Texts::tr("Makes, describes, checks, packs, unpacks, backs up and moves workspaces, and gives roles");
    spec.valueOptions = roleValueOptions() << kTemplateOption << kToOption;
    spec.flags = roleFlags() << kModelsOption << QLatin1String(kStoreModels) << QLatin1String(kForgetModels);
    spec.minArguments = 1;
    spec.maxArguments = 3;
    spec.run = run;
    return spec;
}

} // namespace loci::cli
