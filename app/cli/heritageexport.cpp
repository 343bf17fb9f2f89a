// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/heritageio.h"
#include "app/cli/heritageread.h"
#include "layers/formats/heritage/bagit.h"
#include "layers/workspace/heritage/exporting.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace loci::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::HeritageExport)
};

Result<Answer> runExport(const Call &call)
{
    const QString target = call.arguments.value(1);
    const QString name = call.options.value(
        QStringLiteral("format"),
        QFileInfo(target).suffix().toLower().replace(QLatin1String("json-ld"), QLatin1String("jsonld")));
    const auto format = workspace::exportFormatOf(name);
    if (!format) {
        return fail(ErrorCode::Usage,
                    Texts::tr("--format is one of csv, gpkg, geojson, jsonld, skos and bagit, not “%1”.").arg(name));
    }
    LOCI_TRY(const OpenedCatalogue opened, openCatalogue(call));
    LOCI_TRY(const workspace::ExportReport report,
             workspace::exportCatalogue(*opened.catalogue, *opened.workspace, target, *format,
                                        QCoreApplication::applicationVersion(), call.cancel));
    Answer answer;
    answer.json = {{QStringLiteral("output"), QFileInfo(target).absoluteFilePath()},
                   {QStringLiteral("format"), name},
                   {QStringLiteral("rows"), report.records},
                   {QStringLiteral("withheld"), report.withheld},
                   {QStringLiteral("media"), report.media},
                   {QStringLiteral("terms"), report.terms}};
    answer.findings = report.findings;
    answer.text = *format == workspace::ExportFormat::Skos
                      ? Texts::tr("%1 terms in %2.").arg(report.terms).arg(QDir::toNativeSeparators(target))
                      : Texts::tr("%1 records and %2 files in %3.")
                            .arg(report.records)
                            .arg(report.media)
                            .arg(QDir::toNativeSeparators(target));
    return answer;
}

Result<Answer> runVerifyBag(const Call &call)
{
    const QString folder = call.arguments.value(0);
    LOCI_TRY(const formats::BagReport report, formats::verifyBag(folder, call.cancel));
    Answer answer;
    answer.json = {{QStringLiteral("bag"), QFileInfo(folder).absoluteFilePath()},
                   {QStringLiteral("version"), report.version},
                   {QStringLiteral("valid"), report.isValid},
                   {QStringLiteral("files"), report.files},
                   {QStringLiteral("bytes"), report.bytes}};
    answer.findings = report.findings;
    answer.text =
        report.isValid
            ? Texts::tr("%1 files, %2 bytes: the package is whole and unaltered.").arg(report.files).arg(report.bytes)
            : Texts::tr("The package is not what its manifests say.");
    return answer;
}

} // namespace

HeritageCommand heritageExportCommand()
{
    HeritageCommand command;
    command.name = QStringLiteral("export");
    command.usage = QStringLiteral("export WORKSPACE OUT [--format csv|gpkg|geojson|jsonld|skos|bagit] [--as PERSON]");
    command.valueOptions = {QStringLiteral("format"), QStringLiteral("as")};
    command.minArguments = 2;
    command.maxArguments = 2;
    command.run = runExport;
    return command;
}

HeritageCommand heritageVerifyBagCommand()
{
    HeritageCommand command;
    command.name = QStringLiteral("verify-bag");
    command.usage = QStringLiteral("verify-bag FOLDER");
    command.run = runVerifyBag;
    return command;
}

} // namespace loci::cli
