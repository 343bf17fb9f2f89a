// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/rowreader.h"

#include "layers/formats/heritage/archesrows.h"
#include "layers/formats/heritage/delimitedtext.h"
#include "layers/formats/heritage/jsonlist.h"
#include "layers/formats/heritage/ogrrows.h"
#include "layers/formats/heritage/textencoding.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace loci::formats {

using heritage::RowTable;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::RowReader)
};

constexpr qint64 kLargestText = qint64(1) << 30;
constexpr qint64 kHead = 512;

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    if (file.size() > kLargestText) {
        return fail(ErrorCode::Unsupported, Texts::tr("%1 is larger than 1 GiB; cut it into parts.").arg(path));
    }
    return file.readAll();
}

Result<Loaded<RowTable>> readText(const RowSource &source, const CancelToken &cancel)
{
    LOCI_TRY(const QByteArray bytes, bytesOf(source.path));
    if (bytes.startsWith("%PDF") || bytes.startsWith("\x89PNG") ||
        (bytes.contains('\0') && !bytes.startsWith("\xFF\xFE") && !bytes.startsWith("\xFE\xFF"))) {
        return fail(ErrorCode::Unsupported, Texts::tr("%1 is no table that can be read here.").arg(source.path));
    }
    LOCI_TRY(const DecodedText decoded, decodeText(bytes, source.encoding));
    const QChar delimiter = source.delimiter.isNull() ? guessDelimiter(decoded.text) : source.delimiter;
    LOCI_TRY(Loaded<RowTable> loaded, parseDelimited(decoded.text, delimiter, source.path, cancel));
    loaded.value.format = QStringLiteral("CSV");
    loaded.value.encoding = decoded.encoding;
    if (decoded.badBytes > 0) {
        Finding finding;
        finding.severity = Severity::Warning;
        finding.code = QStringLiteral("bad_bytes");
        finding.message = Texts::tr("%1 bytes are no characters in %2; they are shown as “%3”.")
                              .arg(decoded.badBytes)
                              .arg(decoded.encoding, QString(QChar::ReplacementCharacter));
        finding.source = source.path;
        finding.count = static_cast<int>(decoded.badBytes);
        loaded.findings.push_back(std::move(finding));
    }
    return loaded;
}

Result<Loaded<RowTable>> readJson(const RowSource &source, const CancelToken &cancel, const ProgressFunction &progress)
{
    LOCI_TRY(const QByteArray bytes, bytesOf(source.path));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull()) {
        return fail(
            ErrorCode::Invalid,
            Texts::tr("%1 is no valid JSON: %2 at byte %3.").arg(source.path, error.errorString()).arg(error.offset));
    }
    if (document.isArray()) {
        return readJsonList(source, document.array(), cancel);
    }
    if (isArchesBusinessData(document.object())) {
        return readArchesRows(source, document.object(), cancel);
    }
    return readOgrRows(source, OgrFormat::GeoJson, cancel, progress);
}

/// A packed office document says what it is in its first member.
bool isSpreadsheet(const QByteArray &head, const QString &suffix, const char *own)
{
    return head.startsWith("PK") && suffix == QLatin1String(own);
}

} // namespace

Result<Loaded<RowTable>> readRows(const RowSource &source, const CancelToken &cancel, const ProgressFunction &progress)
{
    const QFileInfo info(source.path);
    QFile file(source.path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable,
                    Texts::tr("%1 cannot be read: %2")
                        .arg(source.path, info.exists() ? file.errorString() : Texts::tr("it is not there")));
    }
    const QByteArray head = file.read(kHead);
    file.close();
    const QString suffix = info.suffix().toLower();
    if (isSpreadsheet(head, suffix, "xlsx")) {
        return readOgrRows(source, OgrFormat::Xlsx, cancel, progress);
    }
    if (head.contains("application/vnd.oasis.opendocument.spreadsheet") || isSpreadsheet(head, suffix, "ods")) {
        return readOgrRows(source, OgrFormat::Ods, cancel, progress);
    }
    if (head.startsWith("SQLite format 3")) {
        return readOgrRows(source, OgrFormat::GeoPackage, cancel, progress);
    }
    if (head.startsWith(QByteArray::fromRawData("\x00\x00\x27\x0a", 4))) {
        return readOgrRows(source, OgrFormat::Shapefile, cancel, progress);
    }
    QByteArray start = head;
    start = (start.startsWith("\xEF\xBB\xBF") ? start.mid(3) : start).trimmed();
    if (start.startsWith('{') || start.startsWith('[')) {
        return readJson(source, cancel, progress);
    }
    return readText(source, cancel);
}

} // namespace loci::formats
