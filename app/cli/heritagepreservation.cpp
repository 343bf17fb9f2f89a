// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/heritagecapture.h"
#include "app/cli/heritageread.h"
#include "layers/workspace/heritage/preservation.h"

#include <QCoreApplication>

namespace loci::cli {

using workspace::Access;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::HeritagePreservation)
};

Result<Answer> runFixity(const Call &call)
{
    LOCI_TRY(const OpenedCatalogue opened, openCatalogue(call, Access::ReadWrite));
    const workspace::FixityReport report =
        workspace::checkFixity(opened.catalogue->media(), workspace::mediaHashes(*opened.workspace),
                               opened.workspace->clock().nowUtc(), call.cancel);
    workspace::keepFixityReport(*opened.workspace, report);
    Answer answer;
    answer.json = report.json();
    answer.json.remove(QStringLiteral("findings")); // they are told beside
    answer.findings = report.findings;
    answer.text = Texts::tr("%1 files checked, %2 missing or altered, %3 brought back from the trash.")
                      .arg(report.files)
                      .arg(report.findings.size())
                      .arg(report.restored);
    return answer;
}

Result<Answer> runTrash(const Call &call)
{
    LOCI_TRY(const OpenedCatalogue opened, openCatalogue(call, Access::ReadWrite));
    if (const QString days = call.options.value(QStringLiteral("days")); !days.isEmpty()) {
        LOCI_CHECK(workspace::setTrashDays(*opened.catalogue, *opened.workspace, days.toInt()));
    }
    Answer answer;
    answer.json = {{QStringLiteral("days"), workspace::trashDays(*opened.workspace)}};
    answer.text = Texts::tr("The trash keeps for %1 days.").arg(workspace::trashDays(*opened.workspace));
    if (call.options.contains(QStringLiteral("empty"))) {
        LOCI_TRY(const workspace::TrashReport report,
                 workspace::emptyTrash(*opened.catalogue, *opened.workspace, call.cancel));
        answer.json.insert(QStringLiteral("records"), report.records);
        answer.json.insert(QStringLiteral("waiting"), report.waiting);
        answer.json.insert(QStringLiteral("files"), report.files);
        answer.json.insert(QStringLiteral("purged"), report.purged);
        answer.text += QLatin1Char(' ') + Texts::tr("%1 records went, %2 wait; %3 files moved aside, %4 removed.")
                                              .arg(report.records)
                                              .arg(report.waiting)
                                              .arg(report.files)
                                              .arg(report.purged);
    }
    return answer;
}

} // namespace

HeritageCommand heritageFixityCommand()
{
    return {QStringLiteral("fixity"), QStringLiteral("fixity WORKSPACE"), {}, {}, 1, 1, runFixity};
}

HeritageCommand heritageTrashCommand()
{
    return {QStringLiteral("trash"),
            QStringLiteral("trash WORKSPACE [--empty] [--days N] [--as PERSON]"),
            {QStringLiteral("days"), QStringLiteral("as")},
            {QStringLiteral("empty")},
            1,
            1,
            runTrash};
}

} // namespace loci::cli
