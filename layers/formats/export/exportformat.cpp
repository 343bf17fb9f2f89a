// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/exportformat.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace loci::formats {

namespace {
QString translated(const char *text)
{
    return QCoreApplication::translate("loci::formats", text);
}
} // namespace

std::vector<ExportFormatInfo> exportFormats()
{
    return {
        {ExportFormat::CityJson, QStringLiteral("cityjson"), QStringLiteral("CityJSON 2.0"),
         QStringLiteral("city.json")},
        {ExportFormat::CityJsonSeq, QStringLiteral("cityjsonseq"),
         translated(QT_TRANSLATE_NOOP("loci::formats", "CityJSON sequence 2.0")), QStringLiteral("city.jsonl")},
        {ExportFormat::Glb, QStringLiteral("glb"), translated(QT_TRANSLATE_NOOP("loci::formats", "glTF 2.0, one file")),
         QStringLiteral("glb")},
        {ExportFormat::Gltf, QStringLiteral("gltf"),
         translated(QT_TRANSLATE_NOOP("loci::formats", "glTF 2.0 with files beside it")), QStringLiteral("gltf")},
        {ExportFormat::Tiles3d, QStringLiteral("3dtiles"),
         translated(QT_TRANSLATE_NOOP("loci::formats", "3D Tiles 1.1, a folder for the web")), QString()},
        {ExportFormat::Footprints, QStringLiteral("gpkg"),
         translated(QT_TRANSLATE_NOOP("loci::formats", "GeoPackage of footprints")), QStringLiteral("gpkg")},
        {ExportFormat::Obj, QStringLiteral("obj"), QStringLiteral("Wavefront OBJ"), QStringLiteral("obj")},
    };
}

std::optional<ExportFormat> exportFormatNamed(const QString &name)
{
    for (const ExportFormatInfo &info : exportFormats()) {
        if (info.name.compare(name, Qt::CaseInsensitive) == 0) {
            return info.format;
        }
    }
    return std::nullopt;
}

std::optional<ExportFormat> exportFormatOf(const QString &path)
{
    const QString name = QFileInfo(path).fileName().toLower();
    if (name == QLatin1String("tileset.json") || QFileInfo(path).isDir() || path.endsWith(QLatin1Char('/'))) {
        return ExportFormat::Tiles3d;
    }
    const QString suffix = QFileInfo(name).suffix();
    if (suffix == QLatin1String("json")) {
        return ExportFormat::CityJson;
    }
    if (suffix == QLatin1String("jsonl")) {
        return ExportFormat::CityJsonSeq;
    }
    for (const ExportFormatInfo &info : exportFormats()) {
        if (!info.suffix.isEmpty() && suffix == info.suffix) {
            return info.format;
        }
    }
    return std::nullopt;
}

void DroppedList::add(const QString &object, const QString &reason, int count)
{
    if (count == 0) {
        return;
    }
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const Dropped &item) {
        return item.object == object && item.reason == reason;
    });
    if (found == m_items.end()) {
        m_items.push_back({object, reason, count});
    } else {
        found->count += count;
    }
}

tl::unexpected<Error> cannotWrite(const QString &path, const QString &reason)
{
    return fail(ErrorCode::NotWritable,
                QCoreApplication::translate("loci::formats", "%1 cannot be written: %2").arg(path, reason));
}

tl::unexpected<Error> exportCancelled(const QString &path)
{
    return fail(ErrorCode::Cancelled,
                QCoreApplication::translate("loci::formats", "Writing %1 was cancelled.").arg(path));
}

} // namespace loci::formats
