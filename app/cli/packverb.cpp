// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/packverb.h"

#include "app/packs/packplaces.h"
#include "app/packs/packtemplate.h"
#include "layers/workspace/packs/packshelf.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>
#include <QSaveFile>

namespace loci::cli {

using packs::HostedPack;
using packs::Kind;
using packs::PackHost;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PackVerb)
};

const QString kFolders = QStringLiteral("packs");
const QString kKey = QStringLiteral("key");
const QString kCode = QStringLiteral("code");
const QString kId = QStringLiteral("id");
const QString kSafe = QStringLiteral("no-packs");

QJsonObject counts(const packs::Contents &contents)
{
    QJsonObject json;
    for (const Kind kind : packs::allKinds()) {
        json.insert(toText(kind), contents.count(kind));
    }
    return json;
}

QString language()
{
    return QLocale().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

QJsonObject jsonOf(const HostedPack &pack, const workspace::Workspace *opened)
{
    QJsonObject json = counts(pack.everything());
    json.insert(QStringLiteral("id"), pack.id());
    json.insert(QStringLiteral("state"), toText(pack.state));
    json.insert(QStringLiteral("reason"), pack.reason);
    json.insert(QStringLiteral("trust"), toText(pack.found.trust));
    json.insert(QStringLiteral("folder"), pack.found.folder);
    json.insert(QStringLiteral("startMs"), static_cast<double>(pack.startMicroseconds) / 1000.0);
    if (const auto &manifest = pack.found.manifest; manifest) {
        json.insert(QStringLiteral("version"), manifest->version.text());
        json.insert(QStringLiteral("name"), toJson(manifest->name));
        json.insert(QStringLiteral("department"), toJson(manifest->department));
        json.insert(QStringLiteral("owner"), manifest->owner);
        json.insert(QStringLiteral("code"), manifest->hasCode());
    }
    if (pack.ledger) {
        json.insert(QStringLiteral("panels"), static_cast<int>(pack.ledger->panels().size()));
        json.insert(QStringLiteral("commands"), static_cast<int>(pack.ledger->commands().size()));
        json.insert(QStringLiteral("analyses"), static_cast<int>(pack.ledger->analyses().size()));
    }
    if (opened != nullptr) {
        json.insert(QStringLiteral("on"), packEntry(*opened, pack.id()).on);
    }
    return json;
}

QString line(const HostedPack &pack)
{
    const QString name = pack.found.manifest ? pack.found.manifest->name.in(language()) : QString();
    const QString version = pack.found.manifest ? pack.found.manifest->version.text() : QString();
    return QStringLiteral("%1 %2  %3  %4%5")
        .arg(pack.id(), version, name, toText(pack.state),
             pack.reason.isEmpty() ? QString() : QStringLiteral(": ") + pack.reason);
}

Result<Answer> runList(const Call &call)
{
    std::unique_ptr<workspace::Workspace> opened;
    if (call.arguments.size() > 1) {
        LOCI_TRY(opened, workspace::Workspace::open(call.arguments.at(1), workspace::Access::ReadOnly));
    }
    const QString more = call.options.value(kFolders);
    PackHost::Options options =
        app::packOptions(language(), more.isEmpty() ? QStringList() : QStringList{more}, call.options.contains(kSafe));
    options.waits = true;
    PackHost host(std::move(options),
                  [&opened](const packs::Manifest &manifest) { return app::packSnapshot(opened.get(), manifest); });
    host.start();
    Answer answer;
    QJsonArray list;
    QStringList lines;
    for (const auto &pack : host.packs()) {
        list.append(jsonOf(*pack, opened.get()));
        lines << line(*pack);
    }
    answer.json.insert(QStringLiteral("packs"), list);
    answer.text = lines.isEmpty() ? Texts::tr("No packs.") : lines.join(QLatin1Char('\n'));
    return answer;
}

/// Turns packs on or off in a workspace; map layers follow when a window opens it.
Result<Answer> runSwitch(const Call &call, const QString &path, bool on)
{
    LOCI_TRY(const auto opened, workspace::Workspace::open(path));
    PackHost::Options options = app::packOptions(language());
    options.waits = true;
    PackHost host(std::move(options),
                  [&opened](const packs::Manifest &manifest) { return app::packSnapshot(opened.get(), manifest); });
    host.start();
    Answer answer;
    QJsonArray fates;
    for (qsizetype i = 2; i < call.arguments.size(); ++i) {
        const QString id = call.arguments.at(i);
        const HostedPack *pack = host.pack(id);
        if (pack == nullptr || !pack->isRunning()) {
            return fail(ErrorCode::Usage, Texts::tr("The pack %1 does not run.").arg(id),
                        pack != nullptr ? pack->reason : QString());
        }
        const QString title = (on ? Texts::tr("Turn on the pack %1") : Texts::tr("Turn off the pack %1"))
                                  .arg(pack->found.manifest->name.in(language()));
        workspace::PackChange change = on ? workspace::turnOn(*opened, *pack->found.manifest, pack->everything(), title)
                                          : workspace::turnOff(*opened, id, title);
        for (const auto &[key, fate] : change.fates) {
            fates.append(QJsonObject{{QStringLiteral("key"), key}, {QStringLiteral("fate"), toText(fate)}});
        }
        LOCI_CHECK(opened->commit(std::move(change.command)));
    }
    answer.json.insert(QStringLiteral("documents"), fates);
    answer.text = Texts::tr("%n documents.", nullptr, static_cast<int>(fates.size()));
    return answer;
}

/// What a department runs before it hands its pack on.
Result<Answer> runCheck(const QString &folder)
{
    const packs::FoundPack pack = packs::lookAt(QDir(folder).absolutePath(), true, {}, {});
    if (!pack.manifest) {
        return fail(QFileInfo::exists(folder) ? ErrorCode::Invalid : ErrorCode::NotReadable, pack.problem, folder);
    }
    const packs::Contents contents = contentsOf(pack);
    Answer answer;
    answer.json = counts(contents);
    answer.json.insert(QStringLiteral("id"), pack.manifest->id);
    answer.json.insert(QStringLiteral("version"), pack.manifest->version.text());
    answer.findings = pack.findings;
    answer.findings.insert(answer.findings.end(), contents.findings.begin(), contents.findings.end());
    LOCI_TRY(const formats::SealReport seal, formats::checkSeal(pack.folder, {}));
    if (seal.seal == formats::Seal::Wrong || seal.seal == formats::Seal::Altered) {
        answer.findings.push_back({Severity::Error, QStringLiteral("bad_signature"), pack.manifest->id, seal.file,
                                   Texts::tr("The signature does not fit the files."), seal.file});
    }
    if (pack.manifest->hasCode()) {
        const QString problem = packs::tryPack(QCoreApplication::applicationFilePath(), pack.folder);
        if (!problem.isEmpty()) {
            answer.findings.push_back({Severity::Error,
                                       QStringLiteral("bad_code"),
                                       pack.manifest->id,
                                       {},
                                       problem,
                                       QFileInfo(libraryPath(pack)).fileName()});
        }
    }
    answer.text = hasErrors(answer.findings)
                      ? Texts::tr("%1 cannot be used as it is.").arg(pack.manifest->id)
                      : Texts::tr("%1 %2 is in order.").arg(pack.manifest->id, pack.manifest->version.text());
    return answer;
}

Result<Answer> runNew(const Call &call, const QString &folder)
{
    LOCI_TRY(const QStringList files,
             app::writePackTemplate(folder, call.options.value(kId), call.options.contains(kCode)));
    Answer answer;
    answer.json = {{QStringLiteral("folder"), QDir(folder).absolutePath()},
                   {QStringLiteral("files"), QJsonArray::fromStringList(files)}};
    answer.text = Texts::tr("A pack to begin with is in %1; “loci pack check” tells what it lacks.")
                      .arg(QDir::toNativeSeparators(folder));
    return answer;
}

Result<Answer> runSign(const Call &call, const QString &folder)
{
    QFile key(call.options.value(kKey));
    if (!key.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Usage,
                    Texts::tr("Say with --key which secret key signs; “loci pack key FILE” makes one."));
    }
    LOCI_CHECK(formats::sealFolder(folder, key.readAll()));
    Answer answer;
    answer.json.insert(QStringLiteral("folder"), QDir(folder).absolutePath());
    answer.text = Texts::tr("Signed.");
    return answer;
}

Result<> write(const QString &path, const QByteArray &bytes, QFileDevice::Permissions permissions)
{
    QSaveFile file(path);
    if (QFileInfo::exists(path) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
        !file.setPermissions(permissions) || !file.commit()) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written, or is there already.").arg(path),
                    file.errorString());
    }
    return {};
}

Result<Answer> runKey(const QString &path)
{
    LOCI_TRY(const formats::KeyPair pair, formats::KeyPair::make());
    const QString open = path + QStringLiteral(".pem");
    LOCI_CHECK(write(path, pair.secretPem, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    LOCI_CHECK(write(open, pair.publicPem, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
    Answer answer;
    answer.json = {{QStringLiteral("secret"), path}, {QStringLiteral("public"), open}};
    answer.text = Texts::tr("Keep %1 to yourself; give %2 to those who trust your packs.").arg(path, open);
    return answer;
}

Result<Answer> run(const Call &call)
{
    const QString what = call.arguments.value(0);
    const QString where = call.arguments.value(1);
    if (what == QLatin1String("list")) {
        return runList(call);
    }
    if (where.isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("Say which pack: loci pack check|new|sign FOLDER."));
    }
    if (what == QLatin1String("on") || what == QLatin1String("off")) {
        return runSwitch(call, where, what == QLatin1String("on"));
    }
    if (what == QLatin1String("check")) {
        return runCheck(where);
    }
    if (what == QLatin1String("new")) {
        return runNew(call, where);
    }
    if (what == QLatin1String("sign")) {
        return runSign(call, where);
    }
    if (what == QLatin1String("key")) {
        return runKey(where);
    }
    return fail(ErrorCode::Usage, Texts::tr("“%1” is nothing that can be done with packs.").arg(what));
}

} // namespace

VerbSpec packVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("pack");
    verb.usage = QStringLiteral("pack list [FILE.loci] | on|off FILE.loci ID... | check FOLDER | new FOLDER --id ID "
                                "[--code] | sign FOLDER --key FILE | key FILE");
    verb.summary = Texts::tr("department packs: what runs, what a pack lacks, a pack to begin with");
    verb.valueOptions = {kFolders, kKey, kId};
    verb.flags = {kCode, kSafe};
    verb.minArguments = 1;
    verb.maxArguments = -1;
    verb.run = run;
    return verb;
}

} // namespace loci::cli
