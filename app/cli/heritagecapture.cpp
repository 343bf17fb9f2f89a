// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/heritagecapture.h"

#include "app/cli/heritageread.h"
#include "layers/workspace/heritage/capture.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace loci::cli {

using workspace::Access;
using workspace::PendingConflict;
using workspace::TakeSide;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::HeritageCapture)
};

Result<TakeSide> sideOf(const Call &call)
{
    const QString text = call.options.value(QStringLiteral("take"), QStringLiteral("ask"));
    if (text == QLatin1String("theirs")) {
        return TakeSide::Theirs;
    }
    if (text == QLatin1String("ours")) {
        return TakeSide::Ours;
    }
    if (text == QLatin1String("ask")) {
        return TakeSide::Ask;
    }
    return fail(ErrorCode::Usage, Texts::tr("--take is theirs, ours or ask, not “%1”.").arg(text));
}

Result<Answer> runBundle(const Call &call)
{
    const QString target = call.options.value(QStringLiteral("out"));
    if (target.isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("Say with --out what the bundle is to be called, such as B.gpkg."));
    }
    LOCI_TRY(const auto query, heritageQueryOf(call));
    LOCI_TRY(const OpenedCatalogue opened, openCatalogue(call));
    const QStringList maps = call.options.value(QStringLiteral("layers")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    LOCI_TRY(const workspace::BundleReport report,
             workspace::writeBundle(*opened.catalogue, *opened.workspace, query, maps, target, call.cancel));
    Answer answer;
    answer.json = {{QStringLiteral("output"), QFileInfo(target).absoluteFilePath()},
                   {QStringLiteral("records"), report.records},
                   {QStringLiteral("zones"), report.zones},
                   {QStringLiteral("media"), report.media},
                   {QStringLiteral("withheld"), report.withheld}};
    answer.findings = report.findings;
    answer.text = Texts::tr("%1 records, %2 zones and %3 files go out in %4.")
                      .arg(report.records)
                      .arg(report.zones)
                      .arg(report.media)
                      .arg(target);
    return answer;
}

QJsonObject conflictJson(const PendingConflict &conflict)
{
    QJsonObject json = conflict.field.toJson();
    json.insert(QStringLiteral("record"), conflict.record);
    json.insert(QStringLiteral("name"), conflict.name);
    json.insert(QStringLiteral("person"), conflict.person);
    json.insert(QStringLiteral("bundle"), conflict.bundle);
    return json;
}

QJsonArray conflictsJson(const std::vector<PendingConflict> &conflicts)
{
    QJsonArray array;
    for (const PendingConflict &conflict : conflicts) {
        array.append(conflictJson(conflict));
    }
    return array;
}

Result<Answer> runMerge(const Call &call)
{
    LOCI_TRY(const TakeSide side, sideOf(call));
    const QString file = call.arguments.value(1);
    const QString reason =
        call.options.value(QStringLiteral("reason"), Texts::tr("Came back with %1").arg(QFileInfo(file).fileName()));
    LOCI_TRY(const OpenedCatalogue opened, openCatalogue(call, Access::ReadWrite));
    LOCI_TRY(const workspace::MergeReport report,
             workspace::mergeBundle(*opened.catalogue, *opened.workspace, file, side, reason, call.cancel));
    Answer answer;
    answer.json = {{QStringLiteral("unchanged"), report.unchanged},
                   {QStringLiteral("created"), report.created},
                   {QStringLiteral("taken"), report.taken},
                   {QStringLiteral("merged"), report.merged},
                   {QStringLiteral("decided"), report.decided},
                   {QStringLiteral("media"), report.media},
                   {QStringLiteral("confirmed"), QJsonArray::fromStringList(report.confirmed)},
                   {QStringLiteral("conflicts"),
                    conflictsJson(workspace::pendingConflicts(*opened.catalogue, *opened.workspace))}};
    answer.findings = report.findings;
    answer.text = Texts::tr("%1 new, %2 taken, %3 merged, %4 unchanged; %5 fields wait for a decision.")
                      .arg(report.created)
                      .arg(report.taken)
                      .arg(report.merged)
                      .arg(report.unchanged)
                      .arg(report.conflicts);
    if (call.options.contains(QStringLiteral("release"))) {
        LOCI_TRY(const int gone, workspace::releaseMedia(*opened.catalogue, file, call.cancel));
        answer.json.insert(QStringLiteral("released"), gone);
    }
    return answer;
}

Result<Answer> runConflicts(const Call &call)
{
    LOCI_TRY(const TakeSide side, sideOf(call));
    LOCI_TRY(const OpenedCatalogue opened,
             openCatalogue(call, side == TakeSide::Ask ? Access::ReadOnly : Access::ReadWrite));
    const auto conflicts = workspace::pendingConflicts(*opened.catalogue, *opened.workspace);
    if (side != TakeSide::Ask) {
        for (const PendingConflict &conflict : conflicts) {
            LOCI_CHECK(workspace::decideConflict(*opened.catalogue, *opened.workspace, conflict, side,
                                                 call.options.value(QStringLiteral("reason"))));
        }
    }
    Answer answer;
    answer.json = {{QStringLiteral("conflicts"), conflictsJson(conflicts)},
                   {QStringLiteral("decided"), side == TakeSide::Ask ? 0 : qint64(conflicts.size())}};
    QStringList lines;
    for (const PendingConflict &conflict : conflicts) {
        lines << QStringLiteral("%1  %2").arg(conflict.name, conflict.field.path);
    }
    lines << Texts::tr("%1 fields wait for a decision.").arg(side == TakeSide::Ask ? qint64(conflicts.size()) : 0);
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

} // namespace

HeritageCommand heritageBundleCommand()
{
    return {QStringLiteral("bundle"),
            QStringLiteral("bundle WORKSPACE --out B.gpkg [--text WORDS] [--facet level=1|2] [--missing photograph] "
                           "[--layers FILE,...] [--as PERSON]"),
            {QStringLiteral("out"), QStringLiteral("text"), QStringLiteral("facet"), QStringLiteral("missing"),
             QStringLiteral("layers"), QStringLiteral("as")},
            {},
            1,
            1,
            runBundle};
}

HeritageCommand heritageMergeCommand()
{
    return {QStringLiteral("merge"),
            QStringLiteral("merge WORKSPACE B.gpkg [--take theirs|ours|ask] [--release] [--reason TEXT] [--as PERSON]"),
            {QStringLiteral("take"), QStringLiteral("reason"), QStringLiteral("as")},
            {QStringLiteral("release")},
            2,
            2,
            runMerge};
}

HeritageCommand heritageConflictsCommand()
{
    return {QStringLiteral("conflicts"),
            QStringLiteral("conflicts WORKSPACE [--take theirs|ours] [--reason TEXT] [--as PERSON]"),
            {QStringLiteral("take"), QStringLiteral("reason"), QStringLiteral("as")},
            {},
            1,
            1,
            runConflicts};
}

} // namespace loci::cli
