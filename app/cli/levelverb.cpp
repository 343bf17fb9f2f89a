// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/levelverb.h"

#include "layers/base/clock.h"
#include "layers/workspace/levels/levelexchange.h"
#include "layers/workspace/levels/levelfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace loci::cli {

using levels::LevelPackage;
using workspace::Access;
using workspace::Workspace;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::LevelVerb)
};

const QString kOut = QStringLiteral("out");
const QString kKey = QStringLiteral("key");
const QString kSender = QStringLiteral("sender");
const QString kName = QStringLiteral("name");
const QString kLevel = QStringLiteral("level");
const QString kIndicators = QStringLiteral("indicators");
const QString kArea = QStringLiteral("area");
const QString kWhat = QStringLiteral("what");
const QString kText = QStringLiteral("text");
const QString kProposed = QStringLiteral("proposed");
const QString kTrust = QStringLiteral("trust");
const QString kRecords = QStringLiteral("records");

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    }
    return file.readAll();
}

Result<QString> needed(const Call &call, const QString &option)
{
    const QString value = call.options.value(option);
    if (value.isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("The option --%1 is needed.").arg(option));
    }
    return value;
}

QJsonArray toJson(const std::vector<levels::Difference> &differences)
{
    QJsonArray list;
    for (const levels::Difference &one : differences) {
        list.append(QJsonObject{{QStringLiteral("kind"), toText(one.kind)},
                                {QStringLiteral("what"), one.what},
                                {QStringLiteral("before"), one.before},
                                {QStringLiteral("after"), one.after}});
    }
    return list;
}

QJsonArray toJson(const std::vector<levels::Remark> &remarks)
{
    QJsonArray list;
    for (const levels::Remark &one : remarks) {
        list.append(one.toJson());
    }
    return list;
}

Result<workspace::ReadLevelPackage> readFile(const Call &call, const QString &path)
{
    std::map<QString, QByteArray> trusted;
    if (const QString key = call.options.value(kTrust); !key.isEmpty()) {
        LOCI_TRY(const QByteArray pem, bytesOf(key));
        trusted.insert({QFileInfo(key).completeBaseName(), pem});
    }
    LOCI_TRY(auto read, workspace::readLevelPackage(path, trusted));
    if (!trusted.empty() && read.seal.seal != formats::Seal::Good) {
        return fail(ErrorCode::Invalid, Texts::tr("The package is not sealed with the key that is trusted."));
    }
    return read;
}

Answer describe(const workspace::ReadLevelPackage &read)
{
    Answer answer;
    answer.json = read.package.manifest();
    answer.json.insert(QStringLiteral("sealed"),
                       read.seal.seal == formats::Seal::Good || read.seal.seal == formats::Seal::Unknown);
    answer.json.insert(QStringLiteral("signer"), read.seal.signer);
    answer.text = Texts::tr("Version %1 of %2: %3 values, %4 documents.")
                      .arg(read.package.version)
                      .arg(read.package.sender)
                      .arg(read.package.values.size())
                      .arg(read.package.documents.size());
    return answer;
}

Result<Answer> build(const Call &call, Workspace &workspace)
{
    workspace::LevelChoice choice;
    LOCI_TRY(choice.sender, needed(call, kSender));
    LOCI_TRY(const QString out, needed(call, kOut));
    choice.senderName = {call.options.value(kName), call.options.value(kName)};
    choice.level = call.options.value(kLevel);
    choice.codes = call.options.value(kIndicators).split(QLatin1Char(','), Qt::SkipEmptyParts);
    choice.records = call.options.contains(kRecords);
    if (call.options.contains(kArea)) {
        choice.areaPrefix = call.options.value(kArea);
    }
    QByteArray key;
    if (call.options.contains(kKey)) {
        LOCI_TRY(key, bytesOf(call.options.value(kKey)));
    }
    LevelPackage package = workspace::collect(workspace, choice);
    package.made = SystemClock().nowUtc();
    if (package.values.empty() && package.documents.empty()) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("There is nothing to send: no value of these indicators, no record."));
    }
    LOCI_CHECK(workspace::writeLevelPackage(package, out, key));
    LOCI_CHECK(workspace::rememberSent(workspace, package));
    return describe({package, {key.isEmpty() ? formats::Seal::None : formats::Seal::Unknown, {}, {}}});
}

Result<Answer> receive(const Call &call, Workspace &workspace)
{
    LOCI_TRY(const auto read, readFile(call, call.arguments.value(2)));
    LOCI_TRY(const workspace::ReceiveReport report, workspace::receive(workspace, read.package));
    Answer answer = describe(read);
    answer.json.insert(QStringLiteral("changed"), report.changed);
    answer.json.insert(QStringLiteral("differences"), toJson(report.differences));
    answer.text = report.changed
                      ? Texts::tr("%1 %2 differences to what was here.").arg(answer.text).arg(report.differences.size())
                      : Texts::tr("This content of %1 is here already; nothing was changed.").arg(read.package.sender);
    return answer;
}

Result<Answer> list(const Workspace &workspace)
{
    Answer answer;
    QJsonArray senders;
    QStringList lines;
    for (const workspace::Received &one : workspace::received(workspace)) {
        QJsonObject json = one.package.manifest();
        json.insert(QStringLiteral("remarks"), toJson(one.remarks));
        senders.append(json);
        lines << Texts::tr("%1 version %2: %3 values, %4 remarks")
                     .arg(one.package.sender)
                     .arg(one.package.version)
                     .arg(one.package.values.size())
                     .arg(one.remarks.size());
    }
    answer.json = {{QStringLiteral("received"), senders},
                   {QStringLiteral("returned"), toJson(workspace::returnedRemarks(workspace))}};
    answer.text = lines.isEmpty() ? Texts::tr("Nothing was received yet.") : lines.join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> remark(const Call &call, Workspace &workspace)
{
    LOCI_TRY(const QString sender, needed(call, kSender));
    levels::Remark one;
    LOCI_TRY(one.what, needed(call, kWhat));
    LOCI_TRY(one.text, needed(call, kText));
    one.proposed = call.options.value(kProposed);
    one.author = qEnvironmentVariable("USER");
    one.time = SystemClock().nowUtc();
    LOCI_CHECK(workspace::remark(workspace, sender, one));
    return list(workspace);
}

Result<Answer> giveBack(const Call &call, const Workspace &workspace)
{
    LOCI_TRY(const QString sender, needed(call, kSender));
    LOCI_TRY(const QString out, needed(call, kOut));
    const QByteArray text = workspace::remarksText(workspace, sender);
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(out)),
                    file.errorString());
    }
    return list(workspace);
}

Result<Answer> take(const Call &call, Workspace &workspace)
{
    LOCI_TRY(const QByteArray text, bytesOf(call.arguments.value(2)));
    LOCI_TRY(const int taken, workspace::takeRemarks(workspace, text));
    LOCI_TRY(Answer answer, list(workspace));
    answer.json.insert(QStringLiteral("taken"), taken);
    answer.text = Texts::tr("%n new remarks.", nullptr, taken);
    return answer;
}

Result<Answer> run(const Call &call)
{
    const QString what = call.arguments.value(0);
    const QString path = call.arguments.value(1);
    if (what == QLatin1String("check")) {
        LOCI_TRY(const auto read, readFile(call, path));
        return describe(read);
    }
    const bool reads = what == QLatin1String("list") || what == QLatin1String("return");
    LOCI_TRY(const auto opened, Workspace::open(path, reads ? Access::ReadOnly : Access::ReadWrite));
    if (what == QLatin1String("build")) {
        return build(call, *opened);
    }
    if (what == QLatin1String("receive")) {
        return receive(call, *opened);
    }
    if (what == QLatin1String("list")) {
        return list(*opened);
    }
    if (what == QLatin1String("remark")) {
        return remark(call, *opened);
    }
    if (what == QLatin1String("return")) {
        return giveBack(call, *opened);
    }
    if (what == QLatin1String("take")) {
        return take(call, *opened);
    }
    return fail(ErrorCode::Usage, Texts::tr("“%1” is nothing that can be done with level packages.").arg(what));
}

} // namespace

VerbSpec levelVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("level");
    verb.usage =
        QStringLiteral("level build FILE.loci --sender CODE --indicators A,B --out P | check P | receive FILE.loci P | "
                       "list FILE.loci | remark|return FILE.loci --sender CODE ... | take FILE.loci R");
    verb.summary = Texts::tr("packages of indicators and records for the next level, and corrections back");
    verb.valueOptions = {kOut, kKey, kSender, kName, kLevel, kIndicators, kArea, kWhat, kText, kProposed, kTrust};
    verb.flags = {kRecords};
    verb.minArguments = 2;
    verb.maxArguments = 3;
    verb.run = run;
    return verb;
}

} // namespace loci::cli
