// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/bagit.h"
#include "layers/formats/heritage/bagpaths.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace loci::formats {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::BagIt)
};

constexpr qint64 kPiece = qint64(1) << 20;
constexpr qint64 kLargestTag = qint64(256) << 20;

struct Algorithm
{
    const char *name;
    QCryptographicHash::Algorithm hash;
};
constexpr Algorithm kAlgorithms[] = {{"sha256", QCryptographicHash::Sha256},
                                     {"sha512", QCryptographicHash::Sha512},
                                     {"sha1", QCryptographicHash::Sha1},
                                     {"md5", QCryptographicHash::Md5}};

Result<QByteArray> hashOfFile(const QString &path, QCryptographicHash::Algorithm algorithm, const CancelToken &cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    QCryptographicHash hash(algorithm);
    while (!file.atEnd()) {
        const QByteArray piece = file.read(kPiece);
        if (piece.isEmpty()) {
            return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read: %2").arg(path, file.errorString()));
        }
        hash.addData(piece);
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The work on the package was cancelled."));
        }
    }
    return hash.result().toHex();
}

class Verifier
{
public:
    Verifier(const QString &folder, const CancelToken &cancel, const ProgressFunction &progress)
        : m_folder(QDir(folder).absolutePath())
        , m_cancel(cancel)
        , m_progress(progress)
    {}
    Result<BagReport> verify();

private:
    void report(const char *code, const QString &object, const QString &message, Severity severity = Severity::Error);
    void listFiles();
    void checkDeclaration();
    void checkOxum();
    Result<int> checkManifests(const QString &prefix);
    Result<> checkManifest(const QString &name, const Algorithm &algorithm, bool isPayload);
    Result<> checkFile(const QString &path, const QByteArray &checksum, const Algorithm &algorithm);
    QByteArray tag(const QString &name) const;
    QString fullPath(const QString &path) const { return m_folder + QLatin1Char('/') + path; }

    QString m_folder;
    CancelToken m_cancel;
    ProgressFunction m_progress;
    BagReport m_report;
    FindingList m_findings{1000};
    QSet<QString> m_files; ///< all, below the folder
    QSet<QString> m_unsafe;
    qint64 m_read = 0;
};

void Verifier::report(const char *code, const QString &object, const QString &message, Severity severity)
{
    Finding finding;
    finding.severity = severity;
    finding.code = QString::fromLatin1(code);
    finding.object = object;
    finding.message = message;
    finding.source = m_folder;
    m_findings.add(std::move(finding));
}

QByteArray Verifier::tag(const QString &name) const
{
    QFile file(fullPath(name));
    return m_files.contains(name) && file.size() <= kLargestTag && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                                                  : QByteArray();
}

void Verifier::listFiles()
{
    const QDir root(m_folder);
    QDirIterator files(m_folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QString path = root.relativeFilePath(files.filePath());
        if (files.fileInfo().isSymLink() || !files.fileInfo().isFile()) {
            m_unsafe.insert(path);
            report("bag_unsafe_path", path, Texts::tr("%1 is a link or no plain file; it is not followed.").arg(path));
        } else {
            m_files.insert(path);
        }
    }
    for (const QString &path : std::as_const(m_files)) {
        if (path.startsWith(QLatin1String("data/"))) {
            ++m_report.files;
            m_report.bytes += QFileInfo(fullPath(path)).size();
            m_report.payload << path;
        }
    }
    m_report.payload.sort();
}

void Verifier::checkDeclaration()
{
    static const QRegularExpression version(QStringLiteral("BagIt-Version:\\s*(\\d+\\.\\d+)"));
    const QRegularExpressionMatch match = version.match(QString::fromUtf8(tag(QStringLiteral("bagit.txt"))));
    if (!match.hasMatch()) {
        report("bag_declaration", QStringLiteral("bagit.txt"),
               Texts::tr("bagit.txt is missing or does not state the version; this is no BagIt package."));
        return;
    }
    m_report.version = match.captured(1);
}

void Verifier::checkOxum()
{
    static const QRegularExpression oxum(QStringLiteral("Payload-Oxum:\\s*(\\d+)\\.(\\d+)"));
    const QRegularExpressionMatch match = oxum.match(QString::fromUtf8(tag(QStringLiteral("bag-info.txt"))));
    if (match.hasMatch() &&
        (match.captured(1).toLongLong() != m_report.bytes || match.captured(2).toLongLong() != m_report.files)) {
        report("bag_oxum", QStringLiteral("bag-info.txt"),
               Texts::tr("bag-info.txt states %1 files with %2 bytes; there are %3 with %4.")
                   .arg(match.captured(2), match.captured(1))
                   .arg(m_report.files)
                   .arg(m_report.bytes));
    }
}

Result<> Verifier::checkFile(const QString &path, const QByteArray &checksum, const Algorithm &algorithm)
{
    if (!isSafeBagPath(path)) {
        report("bag_unsafe_path", path,
               Texts::tr("The manifest names %1, which is not inside of the package.").arg(path));
        return {};
    }
    if (m_unsafe.contains(path)) {
        return {};
    }
    if (!m_files.contains(path)) {
        report("bag_missing", path, Texts::tr("%1 is missing.").arg(path));
        return {};
    }
    const Result<QByteArray> found = hashOfFile(fullPath(path), algorithm.hash, m_cancel);
    if (!found && found.error().code == ErrorCode::Cancelled) {
        return fail(found.error());
    }
    if (!found) {
        report("bag_unreadable", path, found.error().message);
    } else if (*found != checksum) {
        report("bag_altered", path, Texts::tr("%1 was altered: its content is not the one of the manifest.").arg(path));
    }
    m_read += QFileInfo(fullPath(path)).size();
    if (m_progress && m_report.bytes > 0) {
        m_progress(std::min(1.0, static_cast<double>(m_read) / static_cast<double>(m_report.bytes)));
    }
    return {};
}

Result<> Verifier::checkManifest(const QString &name, const Algorithm &algorithm, bool isPayload)
{
    const BagManifest manifest = BagManifest::parse(tag(name));
    for (const QString &line : manifest.wrongLines) {
        report("bag_manifest", name,
               Texts::tr("The manifest %1 has a line that cannot be read: %2").arg(name, line.left(80)));
    }
    QStringList paths = manifest.checksums.keys();
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        LOCI_CHECK(checkFile(path, manifest.checksums.value(path), algorithm));
    }
    if (isPayload) {
        for (const QString &path : std::as_const(m_report.payload)) {
            if (!manifest.checksums.contains(path)) {
                report("bag_extra", path, Texts::tr("%1 is not in the manifest.").arg(path));
            }
        }
    }
    return {};
}

Result<int> Verifier::checkManifests(const QString &prefix)
{
    int found = 0;
    for (const Algorithm &algorithm : kAlgorithms) {
        const QString name = QStringLiteral("%1-%2.txt").arg(prefix, QLatin1String(algorithm.name));
        if (m_files.contains(name)) {
            ++found;
            LOCI_CHECK(checkManifest(name, algorithm, prefix == QLatin1String("manifest")));
        }
    }
    return found;
}

Result<BagReport> Verifier::verify()
{
    if (!QFileInfo(m_folder).isDir()) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 is no folder that can be read.").arg(m_folder));
    }
    listFiles();
    checkDeclaration();
    checkOxum();
    LOCI_TRY(const int manifests, checkManifests(QStringLiteral("manifest")));
    if (manifests == 0) {
        report("bag_no_manifest", {}, Texts::tr("The package has no manifest that can be read here."));
    }
    LOCI_TRY(const int tagManifests, checkManifests(QStringLiteral("tagmanifest")));
    if (tagManifests == 0) {
        report("bag_no_tagmanifest", {},
               Texts::tr("The package has no manifest of its own descriptions; changes of them would not be seen."),
               Severity::Info);
    }
    m_report.findings = m_findings.take();
    m_report.isValid = !hasErrors(m_report.findings);
    return std::move(m_report);
}

} // namespace

Result<QByteArray> sha256OfFile(const QString &path, const CancelToken &cancel)
{
    return hashOfFile(path, QCryptographicHash::Sha256, cancel);
}

Result<BagReport> verifyBag(const QString &folder, const CancelToken &cancel, const ProgressFunction &progress)
{
    return Verifier(folder, cancel, progress).verify();
}

} // namespace loci::formats
