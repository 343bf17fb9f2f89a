// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/footprintwriter.h"

#include "layers/map/footprintpackage.h"

#include <QCoreApplication>

namespace loci::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("loci::app", text);
}

Result<formats::ExportReport> write(const city::CityModel &model, const QString &path,
                                    const formats::ExportOptions &options)
{
    LOCI_TRY(const map::PackagedFootprints done,
             map::writeFootprintPackage(model, path, options.cancel, options.progress));
    formats::DroppedList dropped;
    dropped.add(translated(QT_TRANSLATE_NOOP("loci::app", "objects")),
                translated(QT_TRANSLATE_NOOP("loci::app", "an object without an outline")),
                static_cast<int>(done.withoutOutline));
    dropped.add(translated(QT_TRANSLATE_NOOP("loci::app", "objects")),
                translated(QT_TRANSLATE_NOOP(
                    "loci::app", "a part: its shape went into the outline, its attributes where all parts agree")),
                static_cast<int>(done.parts));
    dropped.add(
        translated(QT_TRANSLATE_NOOP("loci::app", "geometries")),
        translated(QT_TRANSLATE_NOOP("loci::app", "a shape in three dimensions: its outline and its heights are kept")),
        static_cast<int>(model.geometry.geometries.size()));
    formats::ExportReport report;
    report.objects = done.features;
    report.dropped = dropped.take();
    report.files = QStringList{path};
    return report;
}

} // namespace

formats::FootprintWriter footprintWriter()
{
    return write;
}

} // namespace loci::app
