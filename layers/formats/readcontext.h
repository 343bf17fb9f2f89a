// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/city/citymodel.h"

#include <QCoreApplication>

namespace loci::formats {

/// What the parts of a reader share: the model that grows and the findings.
struct ReadContext
{
    city::CityModel &model;
    FindingList findings;
    QString place;                ///< "line 3" in a sequence, else empty
    std::vector<bool> badVertex;  ///< vertices that could not be read; may be shorter than the vertices
    std::string currentObject;    ///< id, for findings
    QString currentGeometry = {}; ///< "/geometry/0" while one is read, for findings that say no other place

    void report(Severity severity, const char *code, const QString &message, const QString &spot = {})
    {
        const QString &where = spot.isEmpty() ? currentGeometry : spot;
        Finding finding;
        finding.severity = severity;
        finding.code = QString::fromLatin1(code);
        finding.object = QString::fromStdString(currentObject);
        finding.where = place.isEmpty() ? where : where.isEmpty() ? place : place + QStringLiteral(", ") + where;
        finding.message = message;
        finding.source = model.sourcePath;
        findings.add(std::move(finding));
    }

    /// At the end of a reading: says so when the model has no reference system that is known.
    void reportUnknownCrs(const QString &spot = {})
    {
        if (!model.crs.isKnown() && (model.objectCount() > 0 || !model.crsText.isEmpty())) {
            report(Severity::Warning, "missing_crs",
                   model.crsText.isEmpty()
                       ? QCoreApplication::translate("loci::formats",
                                                     "The model does not state its coordinate reference system.")
                       : QCoreApplication::translate("loci::formats",
                                                     "The coordinate reference system \"%1\" is not known.")
                             .arg(model.crsText),
                   spot);
        }
    }
};

inline QString toText(std::string_view utf8)
{
    constexpr std::size_t kLongest = 200; // a broken id may be the rest of the file
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(std::min(utf8.size(), kLongest)));
}

} // namespace loci::formats
