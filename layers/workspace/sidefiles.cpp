// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/sidefiles.h"

#include "layers/storage/feeds/observationqueries.h"
#include "layers/storage/fileops.h"

#include <QByteArrayView>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace loci::workspace {

namespace {
/// Suffixes that replace the file's own, by the file's own; the empty one stands for every file.
const QSet<QString> &siblingsOf(const QString &suffix)
{
    static const QSet<QString> shape = {QStringLiteral("shx"), QStringLiteral("dbf"),    QStringLiteral("prj"),
                                        QStringLiteral("cpg"), QStringLiteral("qpj"),    QStringLiteral("qix"),
                                        QStringLiteral("sbn"), QStringLiteral("sbx"),    QStringLiteral("idm"),
                                        QStringLiteral("ind"), QStringLiteral("shp.xml")};
    static const QSet<QString> table = {QStringLiteral("dat"), QStringLiteral("map"), QStringLiteral("id"),
                                        QStringLiteral("ind"), QStringLiteral("mid"), QStringLiteral("tab")};
    static const QSet<QString> any = {QStringLiteral("prj"), QStringLiteral("wld"),     QStringLiteral("qml"),
                                      QStringLiteral("qmd"), QStringLiteral("sld"),     QStringLiteral("csvt"),
                                      QStringLiteral("aux"), QStringLiteral("aux.xml"), QStringLiteral("vat.dbf")};
    static const QSet<QString> none;
    if (suffix == QStringLiteral("shp")) {
        return shape;
    }
    if (suffix == QStringLiteral("tab") || suffix == QStringLiteral("mif")) {
        return table;
    }
    return suffix.isEmpty() ? any : none;
}

/// World files: tif -> tfw, tifw.
bool isWorldFile(const QString &suffix, const QString &candidate)
{
    return suffix.size() >= 3 && (candidate == suffix + QLatin1Char('w') ||
                                  (candidate.size() == 3 && candidate[0] == suffix[0] &&
                                   candidate[1] == suffix.back() && candidate[2] == QLatin1Char('w')));
}

bool isImage(const QString &name)
{
    static const QSet<QString> suffixes = {QStringLiteral("png"), QStringLiteral("jpg"),  QStringLiteral("jpeg"),
                                           QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("bmp"),
                                           QStringLiteral("gif"), QStringLiteral("webp"), QStringLiteral("tga"),
                                           QStringLiteral("dds")};
    return suffixes.contains(QFileInfo(name).suffix().toLower());
}

/// The JSON string that starts at `from` (a quote); `end` becomes the place after it.
QString stringAt(QByteArrayView text, qsizetype from, qsizetype &end)
{
    constexpr qsizetype kLongest = 4096;
    for (end = from + 1; end < text.size() && end - from < kLongest; ++end) {
        if (text[end] == '\\') {
            ++end;
        } else if (text[end] == '"') {
            const QByteArray literal = "[" + text.sliced(from, end - from + 1).toByteArray() + "]";
            ++end;
            return QJsonDocument::fromJson(literal).array().at(0).toString();
        }
    }
    return {};
}

qsizetype skipBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
        ++at;
    }
    return at;
}
} // namespace

QStringList sideFiles(const QString &path)
{
    static const QSet<QString> appended = {QStringLiteral("aux.xml"), QStringLiteral("ovr"), QStringLiteral("msk"),
                                           QStringLiteral("qmd"),     QStringLiteral("xml"), QStringLiteral("gfs"),
                                           QStringLiteral("vat.dbf")};
    const QFileInfo info(path);
    const QString suffix = info.suffix().toLower();
    const QString base = info.completeBaseName() + QLatin1Char('.');
    const QString whole = info.fileName() + QLatin1Char('.');
    QStringList found;
    for (const QFileInfo &other : QDir(info.absolutePath()).entryInfoList(QDir::Files | QDir::Readable)) {
        const QString name = other.fileName();
        if (name == info.fileName()) {
            continue;
        }
        const QString candidate = name.mid(base.size()).toLower();
        const bool isSibling = name.startsWith(base, Qt::CaseInsensitive) &&
                               (siblingsOf(suffix).contains(candidate) || siblingsOf({}).contains(candidate) ||
                                isWorldFile(suffix, candidate));
        const bool isAppended = name.startsWith(whole) && appended.contains(name.mid(whole.size()).toLower());
        if (isSibling || isAppended) {
            found << other.absoluteFilePath();
        }
    }
    return found;
}

QString observationsFile(const QString &workspacePath)
{
    const QFileInfo info(workspacePath);
    return info.path() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".observations");
}

Result<> copyObservations(const QString &workspacePath, const QString &copyPath)
{
    const QString source = observationsFile(workspacePath);
    const QString target = observationsFile(copyPath);
    if (!QFileInfo::exists(source) || QFileInfo(source).absoluteFilePath() == QFileInfo(target).absoluteFilePath()) {
        return {};
    }
    const QString temporary = storage::temporaryBeside(target);
    const storage::TemporaryFileGuard guard(temporary);
    LOCI_TRY(const auto store, storage::ObservationQueries::open(source));
    LOCI_CHECK(store.copyTo(temporary));
    QFile::remove(target + QStringLiteral("-wal"));
    QFile::remove(target + QStringLiteral("-shm"));
    return storage::moveIntoPlace(temporary, target, storage::Existing::Replace);
}

bool mayHaveTextures(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QStringLiteral("json") || suffix == QStringLiteral("jsonl") ||
           suffix == QStringLiteral("cityjson") || suffix == QStringLiteral("cityjsonl");
}

QStringList textureImages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const uchar *bytes = file.map(0, file.size());
    if (!bytes) {
        return {};
    }
    const QByteArrayView text(bytes, file.size());
    constexpr QByteArrayView member("\"image\"");
    QStringList images;
    QSet<QString> seen;
    for (qsizetype at = text.indexOf(member); at >= 0; at = text.indexOf(member, at)) {
        at = skipBlanks(text, at + member.size());
        if (at >= text.size() || text[at] != ':') {
            continue;
        }
        at = skipBlanks(text, at + 1);
        if (at >= text.size() || text[at] != '"') {
            continue;
        }
        qsizetype end = at;
        const QString image = stringAt(text, at, end);
        at = end;
        if (isImage(image) && !image.contains(QStringLiteral("://")) && !seen.contains(image)) {
            seen.insert(image);
            images << image;
        }
    }
    return images;
}

} // namespace loci::workspace
