// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/heritageio.h"
#include "app/cli/heritageread.h"
#include "app/heritagepapers.h"
#include "layers/base/clock.h"
#include "layers/workspace/heritage/catalogue.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace loci::cli {

using workspace::Catalogue;
using workspace::Workspace;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::HeritageReport)
};

Result<QImage> mapOf(const Call &call)
{
    const QString path = call.options.value(QStringLiteral("map"));
    QImage image;
    if (!path.isEmpty() && !image.load(path)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 is no picture that can be read.").arg(path));
    }
    return image;
}

QStringList allIds(const Catalogue &catalogue)
{
    storage::heritage::AssetQuery query;
    query.sort = storage::heritage::SortBy::Reference;
    const auto ids = catalogue.store().ids(query);
    return ids ? *ids : QStringList();
}

Result<Answer> runReport(const Call &call)
{
    const QString what = call.arguments.value(1);
    const QString path = call.arguments.value(2);
    LOCI_TRY(const OpenedCatalogue own, openCatalogue(call));
    const Workspace *opened = own.workspace.get();
    const Catalogue &catalogue = *own.catalogue;
    const bool list = what == QLatin1String("list");
    app::PaperRequest request;
    request.kind = list ? what : call.options.value(QStringLiteral("kind"), QStringLiteral("sheet"));
    request.ids = list ? allIds(catalogue) : what.split(QLatin1Char(','), Qt::SkipEmptyParts);
    request.language = call.options.value(QStringLiteral("lang"), QLocale().name());
    request.office = call.options.value(QStringLiteral("office"));
    request.heading = opened->name();
    request.printed = SystemClock().nowUtc();
    LOCI_TRY(const QImage map, mapOf(call));
    for (const QString &id : std::as_const(request.ids)) {
        request.maps.insert(id, {map, call.options.value(QStringLiteral("map-caption"))});
    }
    LOCI_TRY(app::PaperInput input, app::collectPaper(catalogue, request));
    LOCI_TRY(const app::PaperOutcome outcome, app::writePaper(std::move(input), path, call.cancel));
    Answer answer;
    answer.findings = outcome.findings;
    answer.json = {{QStringLiteral("output"), QFileInfo(path).absoluteFilePath()},
                   {QStringLiteral("kind"), request.kind},
                   {QStringLiteral("records"), outcome.records},
                   {QStringLiteral("pages"), outcome.pages},
                   {QStringLiteral("photographs"), outcome.photographs}};
    answer.text = Texts::tr("%1 was written.").arg(path);
    return answer;
}

} // namespace

HeritageCommand heritageReportCommand()
{
    HeritageCommand command;
    command.name = QStringLiteral("report");
    command.usage = QStringLiteral("report WORKSPACE ID[,ID...]|list OUT.pdf|OUT.odt [--kind sheet|%1|FILE] "
                                   "[--map PICTURE] [--map-caption TEXT] [--office NAME] [--as PERSON]")
                        .arg(map::bundledPapers().join(QLatin1Char('|')));
    command.valueOptions = {QStringLiteral("kind"), QStringLiteral("map"), QStringLiteral("map-caption"),
                            QStringLiteral("office"), QStringLiteral("as")};
    command.minArguments = 3;
    command.maxArguments = 3;
    command.run = runReport;
    return command;
}

} // namespace loci::cli
