// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/heritagepapers.h"

#include "layers/storage/heritage/heritagedata.h"
#include "widgets/heritage/heritagewords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <algorithm>

namespace loci::app {

using heritage::Asset;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::HeritagePapers)
};

constexpr int kPhotographEdge = 1400; ///< pixels, on paper

bool isList(const QString &kind)
{
    return kind == QLatin1String("list");
}

QString datesOf(const heritage::ZoneVersion &version)
{
    if (version.from.isEmpty() && version.to.isEmpty()) {
        return Texts::tr("dates not recorded");
    }
    return version.to.isEmpty() ? Texts::tr("since %1").arg(version.from)
                                : Texts::tr("%1 to %2").arg(version.from, version.to);
}

std::vector<map::SheetZone> zonesOf(const workspace::Catalogue &catalogue, const Asset &asset, QDate day)
{
    std::vector<map::SheetZone> zones;
    const auto hits = catalogue.store().zonesOf(asset.id(), day);
    if (!hits || asset.json().contains(QLatin1String("isCoarse"))) {
        return zones; // a zone would tell the place
    }
    QSet<QString> seen;
    zones.reserve(hits->size());
    for (const storage::heritage::ZoneHit &hit : *hits) {
        if (seen.contains(hit.zone)) {
            continue;
        }
        seen.insert(hit.zone);
        map::SheetZone zone;
        zone.kind = widgets::HeritageWords::zoneWord(hit.kind);
        if (hit.version.isSketch) {
            zone.kind += Texts::tr(" (sketch)");
        }
        zone.inForce = datesOf(hit.version);
        if (hit.version.maxHeight) {
            zone.height = Texts::tr("%1 m").arg(QLocale().toString(*hit.version.maxHeight));
        }
        zone.document = hit.version.decree.isEmpty() ? hit.version.authority : hit.version.decree;
        zones.push_back(std::move(zone));
    }
    std::stable_sort(zones.begin(), zones.end(),
                     [](const map::SheetZone &a, const map::SheetZone &b) { return a.kind < b.kind; });
    return zones;
}

void addPhotographs(map::SheetRecord &record, const storage::heritage::MediaFolder &folder, PaperOutcome &outcome)
{
    const auto uses = record.asset.parts<heritage::MediaUse>();
    for (const heritage::MediaUse &use : uses) {
        if (use.rest.contains(QLatin1String("isWithheld"))) {
            continue; // a picture tells where it was taken
        }
        if (!folder.contains(use.sha256)) {
            Finding finding;
            finding.code = QStringLiteral("medium_missing");
            finding.object = record.asset.id();
            finding.where = use.sha256;
            finding.message = Texts::tr("A file of the record is missing; the sheet is printed without it.");
            outcome.findings.push_back(std::move(finding));
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
            record.content.photographs.push_back({image, caption.join(QStringLiteral(" · "))});
            ++outcome.photographs;
        }
    }
}

} // namespace

Result<PaperInput> collectPaper(const workspace::Catalogue &catalogue, const PaperRequest &request)
{
    LOCI_TRY(heritage::Profile profile, storage::heritage::loadProfile(catalogue.profileId()));
    PaperInput input{request.kind, request.heading, std::move(profile), std::nullopt, {}, catalogue.media()};
    if (!isList(request.kind) && request.kind != QLatin1String("sheet")) {
        LOCI_TRY(map::PaperTemplate paper, map::loadPaper(request.kind));
        input.paper = std::move(paper);
    }
    input.records.reserve(static_cast<std::size_t>(request.ids.size()));
    for (const QString &id : request.ids) {
        auto asset = catalogue.asset(id);
        if (!asset && isList(request.kind)) {
            continue; // withheld from this person
        }
        if (!asset) {
            return fail(ErrorCode::Usage, Texts::tr("There is no record with the id “%1”.").arg(id));
        }
        map::SheetContent content;
        content.language = request.language;
        content.office = request.office;
        content.person = catalogue.person();
        content.printed = request.printed;
        content.map = request.maps.value(id).first;
        content.mapCaption = request.maps.value(id).second;
        if (!isList(request.kind)) {
            content.zones = zonesOf(catalogue, *asset, request.printed.date());
        }
        input.records.push_back({std::move(*asset), std::move(content)});
    }
    if (input.records.empty() && !isList(request.kind)) {
        return fail(ErrorCode::Usage, Texts::tr("No record is chosen for printing."));
    }
    return input;
}

Result<PaperOutcome> writePaper(PaperInput input, const QString &path, const CancelToken &cancel)
{
    PaperOutcome outcome;
    outcome.records = static_cast<int>(input.records.size());
    QString heading = input.heading;
    std::unique_ptr<QTextDocument> document;
    const map::SheetContent content = input.records.empty() ? map::SheetContent() : input.records.front().content;
    if (isList(input.kind)) {
        std::vector<Asset> assets;
        assets.reserve(input.records.size());
        for (map::SheetRecord &record : input.records) {
            assets.push_back(std::move(record.asset));
        }
        document = map::recordList(assets, input.profile, content);
    } else {
        for (map::SheetRecord &record : input.records) {
            if (cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled, Texts::tr("Printing was cancelled."));
            }
            addPhotographs(record, input.media, outcome);
        }
        document = input.paper ? map::paperOf(input.records, input.profile, *input.paper)
                               : map::recordSheets(input.records, input.profile);
        if (input.records.size() == 1) {
            heading = input.records.front().asset.name(content.language.startsWith(QLatin1String("zh"))
                                                           ? QStringList{QStringLiteral("zh"), QStringLiteral("en")}
                                                           : QStringList{QStringLiteral("en"), QStringLiteral("zh")});
        }
    }
    LOCI_CHECK(map::writeSheet(*document, map::sheetPageTexts(heading, content), path));
    outcome.pages = document->pageCount();
    return outcome;
}

} // namespace loci::app
