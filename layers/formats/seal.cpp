// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/seal.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace loci::formats {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::Seal)
};

struct Free
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Bio = std::unique_ptr<BIO, Free>;
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Digest = std::unique_ptr<EVP_MD_CTX, Free>;

constexpr std::size_t kKeyBytes = 32, kSignatureBytes = 64;

Bio source(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

QByteArray textOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

QByteArray rawPublic(const EVP_PKEY *key)
{
    QByteArray raw(static_cast<qsizetype>(kKeyBytes), '\0');
    std::size_t size = kKeyBytes;
    return key != nullptr && EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(raw.data()), &size) == 1
               ? raw
               : QByteArray();
}

QByteArray rawPublicOfPem(const QByteArray &pem)
{
    const Bio bio = source(pem);
    const Key key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    return rawPublic(key.get());
}

const unsigned char *bytes(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

bool fits(const QByteArray &signature, const QByteArray &list, const QByteArray &rawKey)
{
    const Key key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(rawKey), static_cast<std::size_t>(rawKey.size())));
    const Digest digest(EVP_MD_CTX_new());
    return key && signature.size() == static_cast<qsizetype>(kSignatureBytes) &&
           EVP_DigestVerifyInit(digest.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(digest.get(), bytes(signature), kSignatureBytes, bytes(list),
                            static_cast<std::size_t>(list.size())) == 1;
}

QByteArray fingerprint(const QByteArray &rawKey)
{
    return QCryptographicHash::hash(rawKey, QCryptographicHash::Sha256).toHex();
}

/// The text that is signed: a line a file, sorted by path.
QByteArray listOf(const std::map<QString, QByteArray> &files)
{
    QByteArray list("loci-pack 1\n");
    for (const auto &[path, hash] : files) {
        list += hash + "  " + path.toUtf8() + '\n';
    }
    return list;
}

QJsonObject jsonOf(const std::map<QString, QByteArray> &files)
{
    QJsonObject object;
    for (const auto &[path, hash] : files) {
        object.insert(path, QString::fromLatin1(hash));
    }
    return object;
}

std::map<QString, QByteArray> filesFrom(const QJsonObject &json)
{
    std::map<QString, QByteArray> files;
    for (auto one = json.begin(); one != json.end(); ++one) {
        files.insert({one.key(), one.value().toString().toLatin1()});
    }
    return files;
}

/// The first path that differs; empty when the two are equal.
QString firstDifference(const std::map<QString, QByteArray> &signedFiles, const std::map<QString, QByteArray> &now)
{
    for (const auto &[path, hash] : now) {
        const auto before = signedFiles.find(path);
        if (before == signedFiles.end() || before->second != hash) {
            return path;
        }
    }
    for (const auto &[path, hash] : signedFiles) {
        if (!now.contains(path)) {
            return path;
        }
    }
    return {};
}

} // namespace

Result<std::map<QString, QByteArray>> fileHashes(const QString &folder)
{
    constexpr std::size_t kMost = 10'000;
    std::map<QString, QByteArray> files;
    const QDir root(folder);
    QDirIterator walk(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QFileInfo info(walk.next());
        const QString path = root.relativeFilePath(info.filePath());
        if (info.isSymLink() || (!info.isFile() && !info.isDir())) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("“%1” is a link, which may not be in a sealed folder.").arg(path));
        }
        if (info.isDir() || path == QLatin1String(kSealFile)) {
            continue;
        }
        QFile file(info.filePath());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (files.size() >= kMost || !file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
            return fail(ErrorCode::NotReadable, Texts::tr("The file “%1” cannot be read.").arg(path),
                        file.errorString());
        }
        files.insert({path, hash.result().toHex()});
    }
    return files;
}

QByteArray contentHash(const std::map<QString, QByteArray> &files)
{
    return QCryptographicHash::hash(listOf(files), QCryptographicHash::Sha256).toHex();
}

Result<KeyPair> KeyPair::make()
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const Bio secret(BIO_new(BIO_s_mem()));
    const Bio open(BIO_new(BIO_s_mem()));
    if (!key || PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
        PEM_write_bio_PUBKEY(open.get(), key.get()) != 1) {
        return fail(ErrorCode::Internal, Texts::tr("No key could be made."));
    }
    return KeyPair{textOf(secret.get()), textOf(open.get())};
}

Result<> sealFolder(const QString &folder, const QByteArray &secretPem)
{
    const Bio bio = source(secretPem);
    const Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    const QByteArray open = rawPublic(key.get());
    if (open.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("The key is no secret Ed25519 key in PEM."));
    }
    LOCI_TRY(const auto files, fileHashes(folder));
    const QByteArray list = listOf(files);
    QByteArray signature(static_cast<qsizetype>(kSignatureBytes), '\0');
    std::size_t size = kSignatureBytes;
    const Digest digest(EVP_MD_CTX_new());
    if (EVP_DigestSignInit(digest.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes(list),
                       static_cast<std::size_t>(list.size())) != 1) {
        return fail(ErrorCode::Internal, Texts::tr("The folder could not be signed."));
    }
    QSaveFile out(QDir(folder).filePath(QLatin1String(kSealFile)));
    const QJsonObject json{{QStringLiteral("algorithm"), QStringLiteral("Ed25519")},
                           {QStringLiteral("key"), QString::fromLatin1(open.toBase64())},
                           {QStringLiteral("files"), jsonOf(files)},
                           {QStringLiteral("signature"), QString::fromLatin1(signature.toBase64())}};
    if (!out.open(QIODevice::WriteOnly) || out.write(QJsonDocument(json).toJson()) < 0 || !out.commit()) {
        return fail(ErrorCode::NotWritable, Texts::tr("The signature cannot be written into %1.").arg(folder),
                    out.errorString());
    }
    return {};
}

Result<SealReport> checkSeal(const QString &folder, const std::map<QString, QByteArray> &trusted)
{
    LOCI_TRY(const auto now, fileHashes(folder));
    QFile file(QDir(folder).filePath(QLatin1String(kSealFile)));
    if (!file.exists()) {
        return SealReport{};
    }
    const QJsonObject json =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    const auto member = [&json](const char *name) {
        return QByteArray::fromBase64(json.value(QLatin1String(name)).toString().toLatin1());
    };
    const QByteArray key = member("key");
    const auto sealed = filesFrom(json.value(QStringLiteral("files")).toObject());
    if (key.size() != static_cast<qsizetype>(kKeyBytes) || !fits(member("signature"), listOf(sealed), key)) {
        return SealReport{Seal::Wrong, {}, QLatin1String(kSealFile)};
    }
    SealReport report{Seal::Unknown, QString::fromLatin1(fingerprint(key)), firstDifference(sealed, now)};
    for (const auto &[name, pem] : trusted) {
        if (rawPublicOfPem(pem) == key) {
            report.seal = Seal::Good;
            report.signer = name;
        }
    }
    if (!report.file.isEmpty()) {
        report.seal = Seal::Altered;
    }
    return report;
}

} // namespace loci::formats
