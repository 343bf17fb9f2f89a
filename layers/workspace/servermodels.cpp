// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/servermodels.h"

#include "layers/formats/modelcache/companions.h"
#include "layers/storage/deskchanges.h"
#include "layers/storage/documentstore.h"
#include "layers/storage/schema.h"
#include "layers/workspace/packagecontents.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/serverhome.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <functional>

namespace loci::workspace {

using storage::Database;
using storage::PostGisAddress;
using storage::Statement;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::ServerModels)
};

constexpr qint64 kPart = 1 << 20;

/// A file as it goes onto the server.
struct Piece
{
    QString source, name, sha256;
    qint64 size = 0;
};

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, Texts::tr("Cancelled; what has been sent is not sent again next time."));
}

tl::unexpected<Error> changedMeanwhile(const QString &path)
{
    return fail(ErrorCode::NotReadable,
                Texts::tr("%1 was changed while it was read; try again.").arg(QDir::toNativeSeparators(path)));
}

/// Every file of a model that is read from several, as far as nobody says which.
bool takesItsFolder(const QString &path)
{
    const QString name = QFileInfo(path).fileName().toLower();
    return name.endsWith(QLatin1String(".obj")) || name.endsWith(QLatin1String(".gltf")) ||
           name == QLatin1String("tileset.json");
}

/// The model first; empty when it is not there.
std::vector<Piece> piecesOf(const ModelState &model, Findings &findings)
{
    PackageContents contents;
    std::vector<Piece> pieces;
    if (!contents.add(model.path, model.key).isEmpty() && takesItsFolder(model.path)) {
        const QDir folder = QFileInfo(model.path).absoluteDir();
        const auto beside = formats::modelcache::companionsOf(model.path);
        for (const auto &companion : beside.value_or(std::vector<formats::modelcache::Companion>())) {
            const QString name = contents.nameOf(model.path);
            contents.addAs(folder.filePath(companion.name),
                           name.left(name.lastIndexOf(QLatin1Char('/')) + 1) + companion.name, model.key);
        }
    }
    findings.insert(findings.end(), contents.findings().begin(), contents.findings().end());
    pieces.reserve(contents.files().size());
    for (const PackageContents::File &file : contents.files()) {
        pieces.push_back({file.source, file.name, {}, 0});
    }
    return pieces;
}

Result<> eachPart(const QString &path, const CancelToken &cancel,
                  const std::function<Result<>(qint64 part, const QByteArray &bytes)> &each)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable,
                    Texts::tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    for (qint64 part = 0; part == 0 || !file.atEnd(); ++part) {
        if (cancel.isCancelled()) {
            return cancelled();
        }
        LOCI_CHECK(each(part, file.read(kPart)));
    }
    return {};
}

Result<> hash(Piece &piece, const CancelToken &cancel)
{
    QCryptographicHash content(QCryptographicHash::Sha256);
    LOCI_CHECK(eachPart(piece.source, cancel, [&](qint64, const QByteArray &bytes) -> Result<> {
        content.addData(bytes);
        piece.size += bytes.size();
        return {};
    }));
    piece.sha256 = QString::fromLatin1(content.result().toHex());
    return {};
}

Result<qint64> bytesThere(Database &database, const QString &sha256)
{
    qint64 bytes = -1; // an empty file is one piece of no bytes
    LOCI_CHECK(database.run("SELECT coalesce(sum(length(bytes)), -1) FROM model_part WHERE sha256 = ?1", {sha256},
                            [&bytes](const Statement &row) { bytes = row.integer(0); }));
    return bytes;
}

/// Each piece by itself, so that nobody waits for them; gives how many bytes went.
Result<qint64> send(Database &database, const Piece &piece, const CancelToken &cancel)
{
    LOCI_TRY(const qint64 there, bytesThere(database, piece.sha256));
    if (there == piece.size) {
        return 0;
    }
    QCryptographicHash content(QCryptographicHash::Sha256);
    LOCI_CHECK(eachPart(piece.source, cancel, [&](qint64 part, const QByteArray &bytes) {
        content.addData(bytes);
        return database.run("INSERT INTO model_part (sha256, part, bytes) VALUES (?1, ?2, ?3) ON CONFLICT (sha256, "
                            "part) DO NOTHING",
                            {piece.sha256, part, bytes});
    }));
    if (QString::fromLatin1(content.result().toHex()) != piece.sha256) {
        LOCI_CHECK(database.run("DELETE FROM model_part WHERE sha256 = ?1", {piece.sha256}));
        return changedMeanwhile(piece.source);
    }
    return piece.size - std::max<qint64>(0, there);
}

Result<> enter(Database &database, const QString &path, const std::vector<Piece> &pieces)
{
    LOCI_CHECK(database.run("DELETE FROM model_file WHERE path = ?1", {path}));
    qint64 number = 0;
    for (const Piece &piece : pieces) {
        LOCI_TRY(const qint64 there, bytesThere(database, piece.sha256));
        if (there != piece.size) {
            return changedMeanwhile(piece.source);
        }
        LOCI_CHECK(database.run("INSERT INTO model_file (path, number, name, sha256, size) VALUES (?1, ?2, ?3, ?4, ?5)",
                                {path, number++, piece.name, piece.sha256, piece.size}));
    }
    return {};
}

struct Sent
{
    QString key, path;
    std::vector<Piece> pieces;
};

/// Without pieces when this desk has not got it.
Result<Sent> sendModel(Database &database, const ModelState &model, StoreReport &report, const CancelToken &cancel)
{
    Sent sent{model.key, model.path, {}};
    if (!model.isHere) {
        if (model.storedFiles == 0) {
            report.findings.push_back(
                {Severity::Warning, QStringLiteral("file_missing"), model.key, model.path,
                 Texts::tr("%1 is not there or cannot be read, so it was not put onto the server.")
                     .arg(QDir::toNativeSeparators(model.path))});
        }
        return sent;
    }
    sent.pieces = piecesOf(model, report.findings);
    for (Piece &piece : sent.pieces) {
        LOCI_CHECK(hash(piece, cancel));
        LOCI_TRY(const qint64 bytes, send(database, piece, cancel));
        report.sent += bytes;
        report.bytes += piece.size;
        ++report.files;
    }
    return sent;
}

Result<> enterAll(Database &database, const std::vector<Sent> &all)
{
    std::vector<storage::ToldChange> told;
    told.reserve(all.size());
    LOCI_TRY(storage::Transaction transaction, storage::Transaction::begin(database));
    for (const Sent &one : all) {
        LOCI_CHECK(enter(database, one.path, one.pieces));
        told.push_back({one.key});
    }
    LOCI_CHECK(storage::DeskChanges(database, QStringLiteral("models"))
                   .append(told, storage::currentUser(), QDateTime::currentDateTimeUtc()));
    return transaction.commit();
}

Result<> dropOrphans(Database &database)
{
    return database.run("DELETE FROM model_part WHERE NOT EXISTS (SELECT 1 FROM model_file AS f WHERE f.sha256 = "
                        "model_part.sha256)");
}
} // namespace

Result<std::vector<ModelState>> modelsOf(Database &database, const QString &workspacePath)
{
    const storage::DocumentStore documents(database);
    LOCI_TRY(const QStringList keys, documents.keys(QLatin1String(key::kCityModelPrefix)));
    LOCI_TRY(const bool canStore, storage::hasTable(database, QStringLiteral("model_file")));
    std::vector<ModelState> models;
    models.reserve(std::size_t(keys.size()));
    for (const QString &key : keys) {
        LOCI_TRY(const auto document, documents.value(key));
        const QJsonObject json = QJsonDocument::fromJson(document.value_or(QByteArray())).object();
        ModelState model{key,
                         json.value(QStringLiteral("name")).toString(key.section(QLatin1Char('/'), -1)),
                         resolvedPath(workspacePath, json.value(QStringLiteral("path")).toString()),
                         false,
                         0,
                         0};
        model.isHere = QFileInfo(model.path).isReadable();
        if (canStore) {
            LOCI_CHECK(database.run("SELECT count(*), coalesce(sum(size), 0) FROM model_file WHERE path = ?1",
                                    {model.path}, [&model](const Statement &row) {
                                        model.storedFiles = int(row.integer(0));
                                        model.storedBytes = row.integer(1);
                                    }));
        }
        models.push_back(std::move(model));
    }
    return models;
}

Result<std::vector<ModelState>> modelsAt(const QString &home, const QString &password)
{
    if (PostGisAddress::looksLikeOne(home)) {
        LOCI_TRY(const WorkspaceFile file, openOnServer(home, password, Access::ReadOnly));
        return modelsOf(*file.database, file.path);
    }
    LOCI_TRY(const WorkspaceFile file, WorkspaceFile::open(home, Access::ReadOnly, SystemClock()));
    return modelsOf(*file.database, file.path);
}

Result<StoreReport> storeModels(const QString &home, const QString &password, const CancelToken &cancel)
{
    if (!PostGisAddress::looksLikeOne(home)) {
        return fail(ErrorCode::Usage, Texts::tr("The models of a workspace in a file stay where they are; “loci "
                                                "workspace pack” takes them along."));
    }
    LOCI_TRY(const WorkspaceFile file, openOnServer(home, password, Access::ReadWrite));
    Database &database = *file.database;
    LOCI_TRY(const auto models, modelsOf(database, file.path));
    StoreReport report;
    std::vector<Sent> sent;
    for (const ModelState &model : models) {
        LOCI_TRY(Sent one, sendModel(database, model, report, cancel));
        if (!one.pieces.empty()) {
            sent.push_back(std::move(one));
        }
    }
    report.models = int(sent.size());
    LOCI_CHECK(enterAll(database, sent));
    return report;
}

Result<int> forgetModels(const QString &home, const QString &password)
{
    if (!PostGisAddress::looksLikeOne(home)) {
        return fail(ErrorCode::Usage, Texts::tr("A workspace in a file holds no models that could be taken away."));
    }
    LOCI_TRY(const WorkspaceFile file, openOnServer(home, password, Access::ReadWrite));
    Database &database = *file.database;
    LOCI_TRY(storage::Transaction transaction, storage::Transaction::begin(database));
    int models = 0;
    LOCI_CHECK(database.run("SELECT count(DISTINCT path) FROM model_file", {},
                            [&models](const Statement &row) { models = int(row.integer(0)); }));
    LOCI_CHECK(database.run("DELETE FROM model_file"));
    LOCI_CHECK(dropOrphans(database));
    LOCI_CHECK(transaction.commit());
    return models;
}

} // namespace loci::workspace
