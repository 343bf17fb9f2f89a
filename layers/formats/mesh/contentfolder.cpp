// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/contentfolder.h"

#include "layers/formats/mesh/meshcontext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace loci::formats {

namespace {

constexpr qint64 kMostBytes = 4LL << 30; // what the 32-bit lengths inside of tiles can name

bool hasScheme(const QString &uri)
{
    const qsizetype colon = uri.indexOf(QLatin1Char(':'));
    return colon >= 0 && colon < (uri.contains(QLatin1Char('/')) ? uri.indexOf(QLatin1Char('/')) : uri.size());
}

} // namespace

ContentFolder::ContentFolder(const QString &openedFile)
    : m_root(QFileInfo(openedFile).absolutePath())
    , m_realRoot(QFileInfo(m_root).canonicalFilePath())
{
    if (!m_realRoot.endsWith(QLatin1Char('/'))) {
        m_realRoot += QLatin1Char('/');
    }
}

std::optional<QString> ContentFolder::resolve(const QString &uri, MeshContext &context) const
{
    const auto refuse = [&](const char *code, const QString &sentence) {
        context.report(Severity::Warning, code, sentence.arg(uri.left(200)));
        return std::optional<QString>();
    };
    QString path = uri;
    path.replace(QLatin1Char('\\'), QLatin1Char('/'));
    if (hasScheme(path) || path.startsWith(QLatin1String("//"))) {
        return refuse("remote_reference",
                      QCoreApplication::translate("loci::formats",
                                                  "\"%1\" is an address; Loci does not fetch what a file refers to."));
    }
    path = QUrl::fromPercentEncoding(path.section(QLatin1Char('?'), 0, 0).section(QLatin1Char('#'), 0, 0).toUtf8());
    path = QDir::cleanPath(m_place.isEmpty() || QDir::isAbsolutePath(path) ? path : m_place + QLatin1Char('/') + path);
    if (path.isEmpty() || path.contains(QChar(0)) || QDir::isAbsolutePath(path) || path == QLatin1String("..") ||
        path.startsWith(QLatin1String("../"))) {
        return refuse("outside_reference",
                      QCoreApplication::translate(
                          "loci::formats", "\"%1\" lies outside the folder of the opened file and is not opened."));
    }
    const QString real = QFileInfo(absolute(path)).canonicalFilePath();
    if (!real.isEmpty() && !real.startsWith(m_realRoot)) {
        return refuse("outside_reference",
                      QCoreApplication::translate(
                          "loci::formats", "\"%1\" lies outside the folder of the opened file and is not opened."));
    }
    return path;
}

std::optional<QByteArray> ContentFolder::read(const QString &uri, MeshContext &context, const char *missingCode) const
{
    const std::optional<QString> path = resolve(uri, context);
    return path ? readFile(*path, context, missingCode) : std::nullopt;
}

std::optional<QByteArray> ContentFolder::readFile(const QString &relative, MeshContext &context,
                                                  const char *missingCode) const
{
    const QFileInfo info(absolute(relative));
    QFile file(info.filePath());
    if (!info.isFile() || info.size() > kMostBytes || !file.open(QIODevice::ReadOnly)) {
        context.report(Severity::Warning, missingCode,
                       QCoreApplication::translate("loci::formats", "The file \"%1\" is not there or cannot be read.")
                           .arg(relative.left(200)));
        return std::nullopt;
    }
    return file.readAll();
}

QString ContentFolder::absolute(const QString &relative) const
{
    return m_root + QLatin1Char('/') + relative;
}

ContentFolder ContentFolder::at(const QString &relative) const
{
    ContentFolder moved = *this;
    const QString folder = QFileInfo(relative).path();
    moved.m_place = folder == QLatin1String(".") ? QString() : folder;
    return moved;
}

std::optional<QByteArray> dataUri(const QString &uri)
{
    if (!uri.startsWith(QLatin1String("data:"), Qt::CaseInsensitive)) {
        return std::nullopt;
    }
    const qsizetype comma = uri.indexOf(QLatin1Char(','));
    if (comma < 0) {
        return std::nullopt;
    }
    const QByteArray body = QStringView(uri).mid(comma + 1).toLatin1();
    if (!QStringView(uri).left(comma).endsWith(QLatin1String(";base64"))) {
        return QByteArray::fromPercentEncoding(body);
    }
    const auto decoded = QByteArray::fromBase64Encoding(body, QByteArray::Base64Encoding);
    return decoded ? std::optional(decoded.decoded) : std::nullopt;
}

} // namespace loci::formats
