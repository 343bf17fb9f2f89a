// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/host/packfolders.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <array>
#include <unistd.h>

namespace loci::packs {

using formats::Seal;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::packs::Folders)
};

constexpr qint64 kLargestFile = 64'000'000;

Result<QByteArray> readInside(const QString &folder, const QString &path)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    const QString full = QFileInfo(QDir(folder).filePath(path)).canonicalFilePath();
    if (!isInside(path) || !full.startsWith(root + QLatin1Char('/'))) {
        return fail(ErrorCode::NotReadable, Texts::tr("The pack has no file “%1”.").arg(path));
    }
    QFile file(full);
    if (file.size() > kLargestFile || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("The file “%1” of the pack cannot be read.").arg(path),
                    file.errorString());
    }
    return file.readAll();
}

/// Others may write into it, or it belongs to somebody who is neither us nor the system.
QString unsafeEntry(const QString &folder)
{
    const auto unsafe = [](const QFileInfo &info) {
        return info.isSymLink() || info.permissions().testFlag(QFileDevice::WriteOther) ||
               (info.ownerId() != 0 && info.ownerId() != ::geteuid());
    };
    if (unsafe(QFileInfo(folder))) {
        return folder;
    }
    QDirIterator walk(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        if (const QFileInfo info(walk.next()); unsafe(info)) {
            return info.filePath();
        }
    }
    return {};
}

void refuse(FoundPack &pack, const QString &sentence)
{
    pack.trust = Trust::Refused;
    pack.problem = sentence;
}

void judge(FoundPack &pack, const std::map<QString, QByteArray> &trustedKeys, const QList<QByteArray> &agreed)
{
    if (const QString entry = unsafeEntry(pack.folder); !entry.isEmpty()) {
        refuse(pack, Texts::tr("“%1” is a link or can be changed by others; packs are taken only from files that "
                               "nobody else can change.")
                         .arg(QDir::toNativeSeparators(entry)));
        return;
    }
    const auto seal = formats::checkSeal(pack.folder, trustedKeys);
    const auto files = formats::fileHashes(pack.folder);
    if (!seal || !files) {
        refuse(pack, seal ? files.error().message : seal.error().message);
        return;
    }
    pack.files = formats::contentHash(*files);
    pack.signer = seal->signer;
    if (seal->seal == Seal::Wrong) {
        refuse(pack, Texts::tr("Its signature is not valid."));
    } else if (seal->seal == Seal::Altered) {
        refuse(pack, Texts::tr("“%1” was changed after the pack was signed.").arg(seal->file));
    } else if (seal->seal == Seal::Good) {
        pack.trust = Trust::Signed;
    } else {
        pack.trust = agreed.contains(pack.files) ? Trust::Agreed : Trust::Ask;
    }
}

} // namespace

QString toText(Trust trust)
{
    static constexpr std::array kNames = {"builtIn", "signed", "agreed", "ask", "refused"};
    return QLatin1String(kNames.at(static_cast<std::size_t>(trust)));
}

FoundPack lookAt(const QString &folder, bool builtIn, const std::map<QString, QByteArray> &trustedKeys,
                 const QList<QByteArray> &agreed)
{
    FoundPack pack;
    pack.folder = folder;
    pack.trust = builtIn ? Trust::BuiltIn : Trust::Ask;
    if (!builtIn) {
        judge(pack, trustedKeys, agreed);
    }
    const auto text = readInside(folder, QLatin1String(Manifest::kFileName));
    auto read = text ? Manifest::read(*text) : Result<Loaded<Manifest>>(tl::unexpected<Error>(text.error()));
    if (read) {
        pack.manifest = std::move(read->value);
        pack.findings = std::move(read->findings);
    } else if (pack.problem.isEmpty()) {
        pack.problem = read.error().message;
    }
    return pack;
}

std::vector<FoundPack> findPacks(const std::vector<PackRoot> &roots, const std::map<QString, QByteArray> &trustedKeys,
                                 const QList<QByteArray> &agreed)
{
    std::vector<FoundPack> found;
    for (const PackRoot &root : roots) {
        const QDir folder(root.folder);
        const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &name : names) {
            const QString path = folder.filePath(name);
            if (QFileInfo::exists(QDir(path).filePath(QLatin1String(Manifest::kFileName)))) {
                found.push_back(lookAt(path, root.builtIn, trustedKeys, agreed));
            }
        }
    }
    return found;
}

Contents contentsOf(const FoundPack &pack)
{
    if (!pack.manifest) {
        return {};
    }
    return readContents(*pack.manifest, [&pack](const QString &path) { return readInside(pack.folder, path); });
}

QString libraryPath(const FoundPack &pack)
{
    return pack.manifest && pack.manifest->hasCode()
               ? QDir(pack.folder).filePath(QStringLiteral("lib%1.so").arg(pack.manifest->library))
               : QString();
}

} // namespace loci::packs
