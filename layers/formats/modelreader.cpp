// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelreader.h"

#include "layers/formats/citygml/citygmlreader.h"
#include "layers/formats/cityjsonreader.h"
#include "layers/formats/inputfile.h"

#include <QCoreApplication>
#include <vector>

namespace loci::formats {

namespace {

/// The list of formats: a new reader is added here.
const std::vector<const ModelReader *> &readers()
{
    static const CityJsonReader cityJson;
    static const CityGmlReader cityGml;
    static const std::vector<const ModelReader *> all{&cityJson, &cityGml};
    return all;
}

bool isUtf16(const QByteArray &head)
{
    return head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF") ||
           (head.size() >= 4 && head[0] == '{' && head[1] == '\0') ||
           (head.size() >= 4 && head[0] == '\0' && head[1] == '{');
}

} // namespace

Result<LoadedModel> readModel(const QString &path, const CancelToken &cancel, const ProgressFunction &progress)
{
    LOCI_TRY(const QByteArray head, headOfFile(path, ModelReader::kHeadBytes));
    if (head.isEmpty()) {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("loci::formats", "The file %1 is empty.").arg(path));
    }
    if (isUtf16(head)) {
        return fail(
            ErrorCode::Unsupported,
            QCoreApplication::translate("loci::formats", "The file %1 is written in UTF-16; please save it as UTF-8.")
                .arg(path));
    }
    for (const ModelReader *reader : readers()) {
        if (reader->recognises(head)) {
            return reader->read(path, cancel, progress);
        }
    }
    return fail(
        ErrorCode::Unsupported,
        QCoreApplication::translate("loci::formats", "The file %1 is no city model that Loci can read.").arg(path));
}

bool isCityModel(const QString &path)
{
    const auto head = headOfFile(path, ModelReader::kHeadBytes);
    if (!head || head->isEmpty() || isUtf16(*head)) {
        return false;
    }
    for (const ModelReader *reader : readers()) {
        if (reader->recognises(*head)) {
            return true;
        }
    }
    return false;
}

} // namespace loci::formats
