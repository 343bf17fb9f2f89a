// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/levels/levelexchange.h"

#include "layers/domain/heritage/canonicaljson.h"
#include "layers/storage/indicatorstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace loci::workspace {

using levels::Difference;
using levels::LevelPackage;
using levels::Remark;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::LevelExchange)
};

const QString kSent = QStringLiteral("level/sent/");
const QString kReceived = QStringLiteral("level/received/");
const QString kRemark = QStringLiteral("level/remark/");     // + sender/id: of this workspace
const QString kReturned = QStringLiteral("level/returned/"); // + id: of the level above

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject jsonOf(const LevelPackage &package)
{
    QJsonArray values;
    for (const auto &[key, value] : package.values) {
        values.append(QJsonArray{key.code, key.area, key.period, value.value ? QJsonValue(*value.value) : QJsonValue(),
                                 value.unit, value.quality, value.calculation});
    }
    QJsonObject documents;
    for (const auto &[key, bytes] : package.documents) {
        documents.insert(key, QString::fromUtf8(bytes));
    }
    return {{QStringLiteral("manifest"), package.manifest()},
            {QStringLiteral("values"), values},
            {QStringLiteral("documents"), documents}};
}

LevelPackage packageFrom(const QJsonObject &json)
{
    LevelPackage package;
    const QJsonArray values = json.value(QStringLiteral("values")).toArray();
    for (const auto &row : values) {
        const QJsonValue value = row[3];
        package.values[{row[0].toString(), row[1].toString(), row[2].toString()}] = {
            value.isDouble() ? std::optional(value.toDouble()) : std::nullopt, row[4].toString(), row[5].toString(),
            row[6].toString()};
    }
    const QJsonObject documents = json.value(QStringLiteral("documents")).toObject();
    for (auto one = documents.begin(); one != documents.end(); ++one) {
        package.documents[one.key()] = one.value().toString().toUtf8();
    }
    const QJsonObject manifest = json.value(QStringLiteral("manifest")).toObject();
    package.sender = manifest.value(QStringLiteral("sender")).toString();
    static_cast<void>(package.readManifest(manifest)); // it was checked when it came in
    return package;
}

std::vector<Remark> remarksBelow(const Workspace &workspace, const QString &prefix)
{
    std::vector<Remark> remarks;
    const QStringList keys = workspace.keys(prefix);
    for (const QString &key : keys) {
        if (auto one = Remark::fromJson(workspace.json(key)); one) {
            remarks.push_back(std::move(*one));
        }
    }
    return remarks;
}

} // namespace

LevelPackage collect(const Workspace &workspace, const LevelChoice &choice)
{
    LevelPackage package;
    package.sender = choice.sender;
    package.senderName = choice.senderName;
    package.level = choice.level;
    for (const QString &code : choice.codes) {
        const std::vector<storage::IndicatorRow> rows = workspace.indicatorValues(code);
        for (const storage::IndicatorRow &row : rows) {
            if (!choice.areaPrefix || row.area.startsWith(*choice.areaPrefix)) {
                package.values[{row.code, row.area, row.period}] = {row.value, row.unit, row.quality, row.calculation};
            }
        }
        const QString key = QLatin1String(key::kIndicatorPrefix) + code;
        if (const auto definition = workspace.document(key); definition) {
            package.documents[key] = heritage::canonicalJson(QJsonDocument::fromJson(*definition).object());
        }
    }
    if (choice.records) {
        const QStringList keys = workspace.keys(QStringLiteral("heritage/asset/"));
        for (const QString &key : keys) {
            const QJsonObject record = workspace.json(key);
            const QString sensitivity =
                record.value(QStringLiteral("sensitivity")).toObject().value(QStringLiteral("level")).toString();
            if (sensitivity.isEmpty() || sensitivity == QLatin1String("open")) {
                package.documents[key] = heritage::canonicalJson(record);
            }
        }
    }
    const QJsonObject last = workspace.json(kSent + choice.sender);
    package.version = last.value(QStringLiteral("version")).toInt() + 1;
    package.previous = last.value(QStringLiteral("contentHash")).toString();
    if (package.contentHash() == package.previous) {
        package.version -= 1;
        package.previous = last.value(QStringLiteral("previous")).toString();
    }
    return package;
}

Result<> rememberSent(Workspace &workspace, const LevelPackage &package)
{
    if (workspace.json(kSent + package.sender).value(QStringLiteral("contentHash")).toString() ==
        package.contentHash()) {
        return {};
    }
    return workspace.commit({Texts::tr("Send level package %1").arg(package.version),
                             {{kSent + package.sender, {}, compact(package.manifest())}}});
}

std::vector<Received> received(const Workspace &workspace)
{
    std::vector<Received> all;
    const QStringList keys = workspace.keys(kReceived);
    for (const QString &key : keys) {
        const QString sender = key.mid(kReceived.size());
        all.push_back({packageFrom(workspace.json(key)), remarksBelow(workspace, kRemark + sender + QLatin1Char('/'))});
    }
    return all;
}

std::optional<Received> receivedFrom(const Workspace &workspace, const QString &sender)
{
    if (!workspace.document(kReceived + sender)) {
        return std::nullopt;
    }
    return Received{packageFrom(workspace.json(kReceived + sender)),
                    remarksBelow(workspace, kRemark + sender + QLatin1Char('/'))};
}

Result<ReceiveReport> receive(Workspace &workspace, const LevelPackage &package)
{
    const auto before = receivedFrom(workspace, package.sender);
    const LevelPackage old = before ? before->package : LevelPackage{};
    if (before && old.contentHash() == package.contentHash()) {
        return ReceiveReport{};
    }
    if (before && package.version <= old.version) {
        return fail(ErrorCode::Invalid, Texts::tr("Version %1 of %2 is older than version %3, which is here already.")
                                            .arg(package.version)
                                            .arg(package.sender)
                                            .arg(old.version));
    }
    ReceiveReport report{true, levels::compare(old, package)};
    Command command;
    command.title = Texts::tr("Receive level package %1 of %2").arg(package.version).arg(package.sender);
    command.changes.push_back({kReceived + package.sender, {}, compact(jsonOf(package))});
    for (const Remark &one : before ? before->remarks : std::vector<Remark>()) {
        if (std::any_of(report.differences.begin(), report.differences.end(),
                        [&one](const Difference &difference) { return difference.what == one.what; })) {
            command.changes.push_back({kRemark + package.sender + QLatin1Char('/') + one.id(), {}, {}});
        }
    }
    LOCI_CHECK(workspace.commit(std::move(command)));
    return report;
}

Result<> remark(Workspace &workspace, const QString &sender, Remark remark)
{
    const auto here = receivedFrom(workspace, sender);
    const auto knows = [&](const LevelPackage &package) {
        return package.documents.contains(remark.what) ||
               std::any_of(package.values.begin(), package.values.end(),
                           [&](const auto &one) { return one.first.text() == remark.what; });
    };
    if (!here || !knows(here->package)) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("Nothing called “%1” was received from %2.").arg(remark.what, sender));
    }
    if (remark.text.trimmed().isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("Say what is to be corrected."));
    }
    remark.contentHash = here->package.contentHash();
    const QString key = kRemark + sender + QLatin1Char('/') + remark.id();
    return workspace.commit({Texts::tr("Remark on %1").arg(remark.what), {{key, {}, compact(remark.toJson())}}});
}

QByteArray remarksText(const Workspace &workspace, const QString &sender)
{
    QJsonArray list;
    for (const Remark &one : remarksBelow(workspace, kRemark + sender + QLatin1Char('/'))) {
        list.append(one.toJson());
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("sender"), sender}, {QStringLiteral("remarks"), list}}).toJson();
}

Result<int> takeRemarks(Workspace &workspace, const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    if (!json.value(QStringLiteral("remarks")).isArray()) {
        return fail(ErrorCode::Invalid, Texts::tr("The file holds no remarks on a level package."));
    }
    Command command;
    command.title = Texts::tr("Take remarks of the level above");
    const QJsonArray list = json.value(QStringLiteral("remarks")).toArray();
    for (const auto &item : list) {
        LOCI_TRY(const Remark one, Remark::fromJson(item.toObject()));
        const QString key = kReturned + one.id();
        if (!workspace.document(key)) {
            command.changes.push_back({key, {}, compact(one.toJson())});
        }
    }
    const auto taken = static_cast<int>(command.changes.size());
    LOCI_CHECK(workspace.commit(std::move(command)));
    return taken;
}

std::vector<Remark> returnedRemarks(const Workspace &workspace)
{
    return remarksBelow(workspace, kReturned);
}

} // namespace loci::workspace
