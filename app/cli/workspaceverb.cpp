// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspaceverb.h"

#include "app/cli/workspaceroles.h"
#include "layers/base/clock.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/packaging.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
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

Result<Answer> runUnpack(const Call &call, const QString &package, const QString &folder)
{
    LOCI_TRY(const QString path, workspace::unpack(package, folder, call.cancel));
    return describeFile(path);
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

tl::unexpected<Error> usage(const QString &sentence)
{
    return fail(ErrorCode::Usage, sentence);
}

Result<Answer> run(const Call &call)
{
    const QString verb = call.arguments.value(0);
    const QString path = call.arguments.value(1);
    const QString target = call.arguments.value(2);
    const bool needsTarget =
        QStringList{QStringLiteral("pack"), QStringLiteral("unpack"), QStringLiteral("backup"), QStringLiteral("move")}
            .contains(verb);
    if (verb != QStringLiteral("roles") && hasRoleOptions(call)) {
        return usage(Texts::tr("The options of roles and members go with “workspace roles” only."));
    }
    if (call.options.contains(kTemplateOption) && verb != QStringLiteral("new")) {
        return usage(Texts::tr("The option --template goes with “workspace new” only."));
    }
    if (verb == QStringLiteral("roles")) {
        return runRoles(call);
    }
    if (path.isEmpty() || needsTarget == target.isEmpty()) {
        return usage(needsTarget
                         ? Texts::tr("“workspace %1” needs two names: what to take and where to put it.").arg(verb)
                         : Texts::tr("“workspace %1” needs the name of one file.").arg(verb));
    }
    if (verb == QStringLiteral("new")) {
        return runNew(call, path);
    }
    if (verb == QStringLiteral("info") || verb == QStringLiteral("check")) {
        return describeFile(path);
    }
    if (verb == QStringLiteral("pack")) {
        return runPack(call, path, target);
    }
    if (verb == QStringLiteral("unpack")) {
        return runUnpack(call, path, target);
    }
    if (verb == QStringLiteral("backup")) {
        return runBackup(path, target);
    }
    if (verb == QStringLiteral("move")) {
        return runMove(call, path, target);
    }
    return usage(Texts::tr("There is no “workspace %1”; there are new, info, check, pack, unpack, backup, move and "
                           "roles.")
                     .arg(verb));
}
} // namespace

VerbSpec workspaceVerb()
{
    VerbSpec spec;
    spec.name = QStringLiteral("workspace");
    spec.usage =
        QStringLiteral("workspace new|info|check FILE | pack FILE PACKAGE | unpack PACKAGE FOLDER | backup FILE COPY | "
                       "move FROM TO [FILE, FROM and TO: a file or postgresql://[user@]host/database?schema=name] "
                       "[--template planning|heritage|briefing] | roles ADDRESS [--on] [--set FILE.json] [--member "
                       "LOGIN [--role R] [--department D] [--level L] [--area A,B] [--until DAY] [--remove]]");
    spec.summary =
        Texts::tr("Makes, describes, checks, packs, unpacks, backs up and moves workspaces, and gives roles");
    spec.valueOptions = roleValueOptions() << kTemplateOption;
    spec.flags = roleFlags();
    spec.minArguments = 1;
    spec.maxArguments = 3;
    spec.run = run;
    return spec;
}

} // namespace loci::cli
