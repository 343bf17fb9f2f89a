// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelreader.h"

#include "layers/formats/citygml/citygmlreader.h"
#include "layers/formats/cityjsonreader.h"
#include "layers/formats/inputfile.h"
#include "layers/formats/mesh/meshreaders.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <vector>

namespace loci::formats {

namespace {

/// The list of formats: a new reader is added here.
const std::vector<const ModelReader *> &readers()
{
    static const CityJsonReader cityJson;
    static const CityGmlReader cityGml;
    static const std::vector<const ModelReader *> all = [] {
        std::vector<const ModelReader *> list = meshReaders(); // before CityJSON, which takes JSON by single members
        list.push_back(&cityJson);
        list.push_back(&cityGml);
        return list;
    }();
    return all;
}

const ModelReader *readerFor(const QByteArray &head, const QString &path)
{
    const auto &all = readers();
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const auto *reader) { return reader->recognises(head); });
    if (known != all.end()) {
        return *known;
    }
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto claimed =
        std::find_if(all.begin(), all.end(), [&](const auto *reader) { return reader->claims(suffix); });
    return claimed == all.end() ? nullptr : *claimed;
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
    if (const ModelReader *reader = readerFor(head, path)) {
        return reader->read(path, cancel, progress);
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
    return readerFor(*head, path) != nullptr;
}

} // namespace loci::formats
