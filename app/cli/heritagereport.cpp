// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/heritageio.h"
#include "app/cli/heritageread.h"
#include "layers/base/clock.h"
#include "layers/map/report/recordsheet.h"
#include "layers/storage/heritage/heritagedata.h"
#include "layers/workspace/heritage/catalogue.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace loci::cli {

using heritage::Asset;
using workspace::Catalogue;
using workspace::Workspace;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::HeritageReport)
};

constexpr int kPhotographEdge = 1400; ///< pixels, on paper

std::vector<map::SheetPicture> photographsOf(const Catalogue &catalogue, const Asset &asset, Findings &findings)
{
    std::vector<map::SheetPicture> pictures;
    const storage::heritage::MediaFolder folder = catalogue.media();
    const auto uses = asset.parts<heritage::MediaUse>();
    for (const heritage::MediaUse &use : uses) {
        if (use.rest.contains(QLatin1String("isWithheld"))) {
            continue; // a picture tells where it was taken
        }
        if (!folder.contains(use.sha256)) {
            Finding finding;
            finding.code = QStringLiteral("medium_missing");
            finding.object = asset.id();
            finding.where = use.sha256;
            finding.message = Texts::tr("A file of the record is missing; the sheet is printed without it.");
            findings.push_back(std::move(finding));
            continue;
        }
        QStringList caption;
        for (const QString &part : {use.caption, use.author, use.taken, use.rights}) {
            if (!part.isEmpty()) {
                caption << part;
            }
        }
        const QImage image = folder.thumbnail(use.sha256, kPhotographEdge);
        if (!image.isNull()) {
            pictures.push_back({image, caption.join(QStringLiteral(" · "))});
        }
    }
    return pictures;
}

Result<QImage> mapOf(const Call &call)
{
    const QString path = call.options.value(QStringLiteral("map"));
    QImage image;
    if (!path.isEmpty() && !image.load(path)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 is no picture that can be read.").arg(path));
    }
    return image;
}

std::vector<Asset> allAssets(const Catalogue &catalogue, const Workspace &opened)
{
    std::vector<Asset> assets;
    const QStringList keys = opened.keys(QLatin1String(storage::heritage::key::kAsset));
    assets.reserve(static_cast<std::size_t>(keys.size()));
    for (const QString &key : keys) {
        auto asset = catalogue.asset(key.section(QLatin1Char('/'), -1));
        if (asset && !asset->isTrashed()) {
            assets.push_back(std::move(*asset));
        }
    }
    return assets;
}

Result<Answer> runReport(const Call &call)
{
    const QString id = call.arguments.value(1);
    const QString path = call.arguments.value(2);
    LOCI_TRY(const OpenedCatalogue own, openCatalogue(call));
    const Workspace *opened = own.workspace.get();
    const Catalogue &catalogue = *own.catalogue;
    LOCI_TRY(const heritage::Profile profile, storage::heritage::loadProfile(catalogue.profileId()));
    Answer answer;
    map::SheetContent content;
    content.language = call.options.value(QStringLiteral("lang"), QLocale().name());
    content.office = call.options.value(QStringLiteral("office"));
    content.printed = SystemClock().nowUtc();
    content.mapCaption = call.options.value(QStringLiteral("map-caption"));
    LOCI_TRY(content.map, mapOf(call));
    std::unique_ptr<QTextDocument> document;
    QString head;
    int records = 1;
    if (id == QLatin1String("list")) {
        const std::vector<Asset> assets = allAssets(catalogue, *opened);
        records = static_cast<int>(assets.size());
        head = opened->name();
        document = map::recordList(assets, profile, content);
    } else {
        const auto asset = catalogue.asset(id);
        if (!asset) {
            return fail(ErrorCode::Usage, Texts::tr("There is no record with the id “%1”.").arg(id));
        }
        content.photographs = photographsOf(catalogue, *asset, answer.findings);
        head = asset->name();
        document = map::recordSheet(*asset, profile, content);
    }
    LOCI_CHECK(map::writeSheet(*document, map::sheetPageTexts(head, content), path));
    answer.json = {{QStringLiteral("output"), QFileInfo(path).absoluteFilePath()},
                   {QStringLiteral("records"), records},
                   {QStringLiteral("pages"), document->pageCount()},
                   {QStringLiteral("photographs"), qint64(content.photographs.size())}};
    answer.text = Texts::tr("%1 was written.").arg(path);
    return answer;
}

} // namespace

HeritageCommand heritageReportCommand()
{
    HeritageCommand command;
    command.name = QStringLiteral("report");
    command.usage = QStringLiteral("report WORKSPACE ID|list OUT.pdf|OUT.odt [--map PICTURE] [--map-caption TEXT] "
                                   "[--office NAME] [--as PERSON]");
    command.valueOptions = {QStringLiteral("map"), QStringLiteral("map-caption"), QStringLiteral("office"),
                            QStringLiteral("as")};
    command.minArguments = 3;
    command.maxArguments = 3;
    command.run = runReport;
    return command;
}

} // namespace loci::cli
