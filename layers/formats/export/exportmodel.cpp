// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/exportmodel.h"

#include "layers/formats/export/cityjsonwriter.h"
#include "layers/formats/export/gltfwriter.h"
#include "layers/formats/export/objwriter.h"
#include "layers/formats/export/tileswriter.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace loci::formats {

using namespace loci::city;

namespace {

Result<ExportReport> write(const CityModel &model, const ExportRequest &request)
{
    switch (request.format) {
    case ExportFormat::CityJson:
        return writeCityJson(model, request.path, request.options);
    case ExportFormat::CityJsonSeq:
        return writeCityJsonSeq(model, request.path, request.options);
    case ExportFormat::Glb:
        return writeGlb(model, request.path, request.options);
    case ExportFormat::Gltf:
        return writeGltf(model, request.path, request.options);
    case ExportFormat::Tiles3d:
        return writeTiles(model, request.path, request.options);
    case ExportFormat::Obj:
        return writeObj(model, request.path, request.options);
    case ExportFormat::Footprints:
        break;
    }
    if (request.footprints) {
        return request.footprints(model, request.path, request.options);
    }
    return fail(ErrorCode::Unsupported,
                QCoreApplication::translate("loci::formats", "Footprints cannot be written here."));
}

} // namespace

Result<ExportReport> exportModel(const CityModel &model, const ExportRequest &request)
{
    const QFileInfo target(request.path);
    if (!model.sourcePath.isEmpty() && target.exists() &&
        target.canonicalFilePath() == QFileInfo(model.sourcePath).canonicalFilePath()) {
        return cannotWrite(request.path,
                           QCoreApplication::translate("loci::formats", "it is the file that is being read"));
    }
    if (request.criteria.isAll()) {
        return write(model, request);
    }
    LOCI_TRY(const CityModelPtr part, subset(model, request.criteria, request.options.cancel));
    LOCI_TRY(ExportReport report, write(*part, request));
    if (part->objectCount() == 0) {
        report.findings.push_back({Severity::Warning,
                                   QStringLiteral("empty_selection"),
                                   {},
                                   {},
                                   QCoreApplication::translate("loci::formats", "No object fulfils the criteria."),
                                   model.sourcePath});
    } else if (part->geometry.geometries.empty() && !model.geometry.geometries.empty()) {
        report.findings.push_back(
            {Severity::Warning,
             QStringLiteral("no_geometry"),
             {},
             {},
             QCoreApplication::translate("loci::formats", "No geometry is of the chosen level of detail."),
             model.sourcePath});
    }
    return report;
}

} // namespace loci::formats
