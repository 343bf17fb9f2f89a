// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/heritageio.h"
#include "layers/formats/heritage/mappingfiles.h"
#include "layers/formats/inputfile.h"
#include "layers/workspace/heritage/exporting.h"
#include "layers/workspace/heritage/importing.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace loci::cli {

using heritage::PlannedRow;
using workspace::Access;
using workspace::Catalogue;
using workspace::ImportPreview;
using workspace::Workspace;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::HeritageImport)
};

QString option(const Call &call, const char *name)
{
    return call.options.value(QLatin1String(name));
}

QStringList listOption(const Call &call, const char *name)
{
    const QString text = option(call, name);
    return text.isEmpty() ? QStringList() : text.split(QLatin1Char(','));
}

QString reasonOf(const Call &call, const QString &file)
{
    const QString reason = option(call, "reason");
    return reason.isEmpty() ? Texts::tr("Imported from %1").arg(QFileInfo(file).fileName()) : reason;
}

bool isThesaurus(const QString &path)
{
    const auto head = formats::headOfFile(path, 4096);
    return head && head->contains("<rdf:RDF") && head->contains("skos");
}

Result<std::unique_ptr<Workspace>> openForWriting(const QString &path)
{
    LOCI_TRY(auto opened, Workspace::open(path, Access::ReadWrite));
    if (opened->isReadOnly()) {
        return fail(ErrorCode::NotWritable, opened->heldBy());
    }
    return opened;
}

QJsonArray changesOf(const heritage::PlannedRecord &record)
{
    QJsonArray list;
    const std::vector<heritage::FieldChange> changes = record.changes();
    for (const heritage::FieldChange &change : changes) {
        list.append(QJsonObject{{QStringLiteral("path"), change.path},
                                {QStringLiteral("before"), change.before},
                                {QStringLiteral("after"), change.after}});
    }
    return list;
}

/// Every row's fate, with the fields that would change.
QJsonArray fatesOf(const heritage::ImportPlan &plan)
{
    QJsonArray rows;
    for (const PlannedRow &row : plan.rows) {
        QJsonObject object{{QStringLiteral("row"), row.number}, {QStringLiteral("fate"), heritage::fateName(row.fate)}};
        if (row.record >= 0) {
            const heritage::PlannedRecord &record = plan.records[static_cast<std::size_t>(row.record)];
            object.insert(QStringLiteral("id"), record.after.id());
            object.insert(QStringLiteral("name"), row.name);
            if (row.fate == PlannedRow::Fate::Update) {
                object.insert(QStringLiteral("changes"), changesOf(record));
            }
        }
        rows.append(object);
    }
    return rows;
}

QJsonArray rejectedOf(const heritage::ImportPlan &plan)
{
    QJsonArray list;
    for (const PlannedRow &row : plan.rows) {
        if (row.fate == PlannedRow::Fate::Reject) {
            list.append(QJsonObject{{QStringLiteral("row"), row.number},
                                    {QStringLiteral("field"), row.field},
                                    {QStringLiteral("reason"), row.reason}});
        }
    }
    return list;
}

Answer describe(const ImportPreview &preview, bool isDryRun)
{
    const heritage::ImportPlan &plan = preview.plan;
    const int created = plan.count(PlannedRow::Fate::Create);
    const int joined = plan.count(PlannedRow::Fate::Joined);
    const int updated = plan.count(PlannedRow::Fate::Update) + joined;
    const int unchanged = plan.count(PlannedRow::Fate::Unchanged);
    const int rejected = plan.count(PlannedRow::Fate::Reject);
    Answer answer;
    answer.json = {{QStringLiteral("rows"), qint64(plan.rows.size())},
                   {QStringLiteral("created"), created},
                   {QStringLiteral("updated"), updated},
                   {QStringLiteral("joined"), joined},
                   {QStringLiteral("unchanged"), unchanged},
                   {QStringLiteral("rejected"), rejectedOf(plan)},
                   {QStringLiteral("records"), qint64(plan.records.size())},
                   {QStringLiteral("mapping"), plan.mappingId},
                   {QStringLiteral("format"), preview.format},
                   {QStringLiteral("layer"), preview.layer},
                   {QStringLiteral("encoding"), preview.encoding},
                   {QStringLiteral("crs"), preview.crs},
                   {QStringLiteral("dryRun"), isDryRun}};
    if (isDryRun) {
        answer.json.insert(QStringLiteral("fates"), fatesOf(plan));
    }
    answer.findings = preview.findings;
    answer.text = Texts::tr("%1 rows (%2, %3): %4 new, %5 changed, %6 unchanged, %7 rejected.")
                      .arg(plan.rows.size())
                      .arg(preview.format, preview.encoding)
                      .arg(created)
                      .arg(updated)
                      .arg(unchanged)
                      .arg(rejected);
    if (isDryRun) {
        answer.text += QLatin1Char(' ') + Texts::tr("Nothing was written.");
    }
    return answer;
}

Result<Answer> importTable(const Call &call, const QString &workspacePath, const QString &file)
{
    LOCI_TRY(heritage::ImportMapping mapping, formats::loadMapping(option(call, "mapping")));
    const bool isDryRun = call.options.contains(QStringLiteral("dry-run"));
    LOCI_TRY(const auto opened,
             isDryRun ? Workspace::open(workspacePath, Access::ReadOnly) : openForWriting(workspacePath));
    workspace::ImportRequest request;
    request.reader = opened->reader();
    request.source.path = file;
    request.source.layer = option(call, "layer");
    request.source.encoding = option(call, "encoding");
    request.source.graphs = listOption(call, "graphs");
    request.source.thesauri = listOption(call, "thesauri");
    request.mapping = std::move(mapping);
    LOCI_TRY(const ImportPreview preview, workspace::previewImport(request, call.cancel));
    if (!isDryRun) {
        Catalogue catalogue(*opened);
        LOCI_TRY(const int written, workspace::applyImport(catalogue, preview.plan, reasonOf(call, file)));
        Answer answer = describe(preview, false);
        answer.json.insert(QStringLiteral("written"), written);
        return answer;
    }
    return describe(preview, true);
}

Result<Answer> importBag(const Call &call, const QString &workspacePath, const QString &folder)
{
    LOCI_TRY(const auto opened, openForWriting(workspacePath));
    Catalogue catalogue(*opened);
    LOCI_TRY(const workspace::ExportReport report,
             workspace::importPackage(catalogue, folder, reasonOf(call, folder), call.cancel));
    Answer answer;
    answer.json = {{QStringLiteral("records"), report.records}, {QStringLiteral("media"), report.media}};
    answer.text =
        Texts::tr("%1 records and %2 files were read from the package.").arg(report.records).arg(report.media);
    answer.findings = report.findings;
    return answer;
}

Result<Answer> importTerms(const Call &call, const QString &workspacePath, const QString &file)
{
    LOCI_TRY(const auto opened, openForWriting(workspacePath));
    Answer answer;
    LOCI_TRY(const int terms,
             workspace::importThesaurus(*opened, file, reasonOf(call, file), answer.findings, call.cancel));
    answer.json = {{QStringLiteral("terms"), terms}};
    answer.text = Texts::tr("A thesaurus with %1 terms is in the workspace now.").arg(terms);
    return answer;
}

Result<Answer> runImport(const Call &call)
{
    const QString workspacePath = call.arguments.value(0);
    const QString file = call.arguments.value(1);
    if (call.options.contains(QStringLiteral("mapping"))) {
        return importTable(call, workspacePath, file);
    }
    if (QFileInfo(file).isDir()) {
        return importBag(call, workspacePath, file);
    }
    if (isThesaurus(file)) {
        return importTerms(call, workspacePath, file);
    }
    return fail(ErrorCode::Usage, Texts::tr("A table needs --mapping: the name of a file, or one of %1.")
                                      .arg(formats::bundledMappings().join(QLatin1String(", "))));
}

} // namespace

HeritageCommand heritageImportCommand()
{
    HeritageCommand command;
    command.name = QStringLiteral("import");
    command.usage = QStringLiteral("import WORKSPACE FILE|PACKAGE [--mapping NAME|FILE] [--dry-run] [--layer L] "
                                   "[--encoding E] [--graphs FILE,...] [--thesauri FILE,...] [--reason TEXT]");
    command.valueOptions = {QStringLiteral("mapping"), QStringLiteral("layer"),    QStringLiteral("encoding"),
                            QStringLiteral("graphs"),  QStringLiteral("thesauri"), QStringLiteral("reason")};
    command.flags = {QStringLiteral("dry-run")};
    command.minArguments = 2;
    command.maxArguments = 2;
    command.run = runImport;
    return command;
}

} // namespace loci::cli
