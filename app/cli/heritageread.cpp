// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/heritageread.h"

#include "layers/storage/heritage/heritagedata.h"
#include "layers/workspace/heritage/catalogue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace loci::cli {

using namespace storage::heritage;
using loci::heritage::FieldChange;
using workspace::Access;
using workspace::Catalogue;
using workspace::Workspace;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::HeritageRead)
};

constexpr int kRowsUnlessSaid = 100;

tl::unexpected<Error> usage(const QString &sentence)
{
    return fail(ErrorCode::Usage, sentence);
}

Result<int> number(const Call &call, const char *option, int otherwise)
{
    const QString text = call.options.value(QLatin1String(option));
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!text.isEmpty() && (!isNumber || value < 0)) {
        return usage(Texts::tr("--%1 needs a whole number, not “%2”.").arg(QLatin1String(option), text));
    }
    return text.isEmpty() ? otherwise : value;
}

} // namespace

Result<OpenedCatalogue> openCatalogue(const Call &call, Access access)
{
    OpenedCatalogue opened;
    LOCI_TRY(opened.workspace, Workspace::open(call.arguments.value(0), access));
    opened.catalogue = std::make_unique<Catalogue>(*opened.workspace);
    if (const QString person = call.options.value(QStringLiteral("as")); !person.isEmpty()) {
        opened.catalogue->setPerson(person);
    }
    return opened;
}

Result<AssetQuery> heritageQueryOf(const Call &call)
{
    AssetQuery query;
    query.text = call.options.value(QStringLiteral("text"));
    const QStringList facets = call.options.value(QStringLiteral("facet")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &text : facets) {
        const auto facet = facetOf(text.section(QLatin1Char('='), 0, 0));
        if (!facet || !text.contains(QLatin1Char('='))) {
            return usage(Texts::tr("“%1” is no facet; write for example level=1|2.").arg(text));
        }
        query.facets.insert(*facet, text.section(QLatin1Char('='), 1).split(QLatin1Char('|')));
    }
    const QStringList missing =
        call.options.value(QStringLiteral("missing")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &text : missing) {
        const auto one = missingOf(text);
        if (!one) {
            return usage(Texts::tr("“%1” is nothing that can be missing; there are photograph, recent-survey, zone, "
                                   "four-haves, place and date.")
                             .arg(text));
        }
        query.missing.push_back(*one);
    }
    query.trashed = call.options.contains(QStringLiteral("trashed"));
    return query;
}

namespace {

QJsonObject rowJson(const AssetRow &row)
{
    QJsonObject json{{QStringLiteral("id"), row.facts.id},
                     {QStringLiteral("name"), row.facts.name},
                     {QStringLiteral("otherName"), row.facts.otherName},
                     {QStringLiteral("reference"), row.facts.reference},
                     {QStringLiteral("category"), row.facts.category},
                     {QStringLiteral("type"), row.facts.type},
                     {QStringLiteral("level"), row.facts.level},
                     {QStringLiteral("grade"), row.facts.grade},
                     {QStringLiteral("district"), row.facts.district},
                     {QStringLiteral("condition"), row.facts.condition},
                     {QStringLiteral("review"), row.facts.review}};
    const auto put = [&json](const char *name, const auto &value) {
        json.insert(QLatin1String(name), value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null));
    };
    put("yearFrom", row.facts.yearFrom);
    put("yearTo", row.facts.yearTo);
    put("longitude", row.longitude);
    put("latitude", row.latitude);
    json.insert(QStringLiteral("isCoarse"), row.isCoarse);
    return json;
}

QJsonObject facetJson(const FacetCounts &counts)
{
    QJsonObject json;
    for (const Facet facet : kFacets) {
        QJsonObject values;
        const auto found = counts.constFind(facet);
        if (found != counts.constEnd()) {
            for (const FacetValue &value : *found) {
                values.insert(value.value, value.count);
            }
        }
        json.insert(facetName(facet), values);
    }
    return json;
}

Result<Answer> list(const Call &call)
{
    LOCI_TRY(const AssetQuery query, heritageQueryOf(call));
    LOCI_TRY(const int limit, number(call, "limit", kRowsUnlessSaid));
    LOCI_TRY(const int offset, number(call, "offset", 0));
    LOCI_TRY(const OpenedCatalogue opened, openCatalogue(call));
    LOCI_TRY(const AssetPage page, opened.catalogue->search(query, offset, limit));
    LOCI_TRY(const FacetCounts counts, opened.catalogue->facetCounts(query));
    Answer answer;
    QJsonArray rows;
    QStringList lines;
    for (const AssetRow &row : page.rows) {
        rows.append(rowJson(row));
        lines << QStringLiteral("%1  %2  %3")
                     .arg(row.facts.id, row.facts.reference,
                          row.facts.name.isEmpty() ? row.facts.otherName : row.facts.name);
    }
    answer.json = {{QStringLiteral("total"), page.total},
                   {QStringLiteral("rows"), rows},
                   {QStringLiteral("facets"), facetJson(counts)}};
    lines << Texts::tr("%1 of %2 records.").arg(page.rows.size()).arg(page.total);
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

/// By id, or by a reference number or a name that one record alone has.
Result<QString> idOf(const Catalogue &catalogue, const QString &wanted)
{
    if (catalogue.asset(wanted)) {
        return wanted;
    }
    AssetQuery query;
    query.text = wanted;
    LOCI_TRY(const AssetPage page, catalogue.search(query, 0, 2));
    if (page.total == 1) {
        return page.rows.front().facts.id;
    }
    return usage(page.total == 0 ? Texts::tr("There is no record “%1”.").arg(wanted)
                                 : Texts::tr("“%1” fits %2 records; give the id.").arg(wanted).arg(page.total));
}

Result<QJsonArray> zonesJson(const OpenedCatalogue &opened, const QString &id, QDate day)
{
    LOCI_TRY(const auto hits, opened.catalogue->store().zonesOf(id, day));
    QJsonArray zones;
    for (const ZoneHit &hit : hits) {
        if (!opened.catalogue->zone(hit.zone)) {
            continue; // it would tell where a place is that this person may not know
        }
        zones.append(QJsonObject{{QStringLiteral("id"), hit.zone},
                                 {QStringLiteral("kind"), hit.kind},
                                 {QStringLiteral("name"), hit.name},
                                 {QStringLiteral("from"), hit.version.from},
                                 {QStringLiteral("to"), hit.version.to},
                                 {QStringLiteral("decree"), hit.version.decree},
                                 {QStringLiteral("isSketch"), hit.version.isSketch}});
    }
    return zones;
}

Result<Answer> show(const Call &call)
{
    const QString dayText = call.options.value(QStringLiteral("on"));
    const QDate day = dayText.isEmpty() ? QDate::currentDate() : QDate::fromString(dayText, Qt::ISODate);
    if (!day.isValid()) {
        return usage(Texts::tr("--on needs a day such as 2019-05-01, not “%1”.").arg(dayText));
    }
    LOCI_TRY(const OpenedCatalogue opened, openCatalogue(call));
    LOCI_TRY(const QString id, idOf(*opened.catalogue, call.arguments.value(1)));
    const auto asset = opened.catalogue->asset(id);
    if (!asset) {
        return usage(Texts::tr("There is no record “%1”.").arg(id));
    }
    LOCI_TRY(const auto profile, loadProfile(opened.catalogue->profileId()));
    LOCI_TRY(const QJsonArray zones, zonesJson(opened, id, day));
    Answer answer;
    answer.findings = loci::heritage::validate(*asset, profile, QLocale().name().left(2));
    for (Finding &finding : answer.findings) { // of the record, not of the command
        finding.severity = finding.severity == Severity::Error ? Severity::Warning : finding.severity;
    }
    answer.json = {{QStringLiteral("record"), asset->json()},
                   {QStringLiteral("day"), day.toString(Qt::ISODate)},
                   {QStringLiteral("zones"), zones}};
    answer.text = QStringLiteral("%1\n%2\n").arg(asset->name(), id) +
                  Texts::tr("%1 zones applied on %2.").arg(zones.size()).arg(day.toString(Qt::ISODate));
    return answer;
}

QJsonArray changesJson(const std::vector<FieldChange> &changes)
{
    QJsonArray array;
    for (const FieldChange &change : changes) {
        QJsonObject json{{QStringLiteral("field"), change.path}};
        if (!change.before.isUndefined()) {
            json.insert(QStringLiteral("before"), change.before);
        }
        if (!change.after.isUndefined()) {
            json.insert(QStringLiteral("after"), change.after);
        }
        array.append(json);
    }
    return array;
}

Result<Answer> compare(const OpenedCatalogue &opened, const QString &key, const QString &range)
{
    bool isFirst = false;
    bool isSecond = false;
    const qint64 first = range.section(QLatin1Char(':'), 0, 0).toLongLong(&isFirst);
    const qint64 second = range.section(QLatin1Char(':'), 1).toLongLong(&isSecond);
    if (!isFirst || !isSecond) {
        return usage(Texts::tr("--compare needs two numbers of entries such as 3:17, not “%1”.").arg(range));
    }
    LOCI_TRY(const auto changes, opened.catalogue->store().compare(key, first, second));
    Answer answer;
    answer.json = {{QStringLiteral("changes"), changesJson(changes)}};
    answer.text = Texts::tr("%1 fields differ.").arg(changes.size());
    return answer;
}

Result<Answer> history(const Call &call)
{
    LOCI_TRY(const OpenedCatalogue opened, openCatalogue(call));
    LOCI_TRY(const QString id, idOf(*opened.catalogue, call.arguments.value(1)));
    LOCI_TRY(const auto states, opened.catalogue->history(id)); // refuses who may not see it
    if (const QString range = call.options.value(QStringLiteral("compare")); !range.isEmpty()) {
        return compare(opened, QLatin1String(key::kAsset) + id, range);
    }
    Answer answer;
    QJsonArray array;
    QStringList lines;
    for (const RecordState &state : states) {
        array.append(QJsonObject{{QStringLiteral("entry"), state.number},
                                 {QStringLiteral("time"), state.time.toString(Qt::ISODateWithMs)},
                                 {QStringLiteral("author"), state.author},
                                 {QStringLiteral("action"), state.action},
                                 {QStringLiteral("title"), state.title},
                                 {QStringLiteral("reason"), state.reason},
                                 {QStringLiteral("state"), state.hash},
                                 {QStringLiteral("changes"), changesJson(state.changes)}});
        lines << QStringLiteral("%1  %2  %3  %4  %5")
                     .arg(QString::number(state.number), state.time.toString(Qt::ISODate), state.author, state.title,
                          state.reason);
    }
    answer.json = {{QStringLiteral("id"), id}, {QStringLiteral("states"), array}};
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> verify(const Call &call)
{
    LOCI_TRY(const OpenedCatalogue opened,
             openCatalogue(call, Access::ReadWrite)); // the check of the full text wants to write
    LOCI_TRY(const ChainReport report, opened.catalogue->store().verifyChain());
    const Findings media = opened.catalogue->checkMedia(call.cancel);
    Answer answer;
    answer.findings = report.findings;
    answer.findings.insert(answer.findings.end(), media.begin(), media.end());
    answer.json = {{QStringLiteral("entries"), report.entries},
                   {QStringLiteral("intact"), report.isIntact && media.empty()},
                   {QStringLiteral("firstBroken"),
                    report.firstBroken > 0 ? QJsonValue(report.firstBroken) : QJsonValue(QJsonValue::Null)},
                   {QStringLiteral("head"), report.head}};
    QStringList lines{Texts::tr("%1 entries, head %2.").arg(report.entries).arg(report.head)};
    if (report.firstBroken > 0) {
        lines << Texts::tr("The first broken entry is %1.").arg(report.firstBroken);
    } else if (answer.findings.empty()) {
        lines << Texts::tr("The audit is intact, and every row and file fits it.");
    }
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}
} // namespace

HeritageCommand heritageListCommand()
{
    return {QStringLiteral("list"),
            QStringLiteral("list WORKSPACE [--text WORDS] [--facet level=1|2,category=0300] [--missing "
                           "photograph,zone] [--trashed] [--limit N] [--offset N] [--as PERSON]"),
            {QStringLiteral("text"), QStringLiteral("facet"), QStringLiteral("missing"), QStringLiteral("limit"),
             QStringLiteral("offset"), QStringLiteral("as")},
            {QStringLiteral("trashed")},
            1,
            1,
            list};
}

HeritageCommand heritageShowCommand()
{
    return {QStringLiteral("show"),
            QStringLiteral("show WORKSPACE RECORD [--on DAY] [--as PERSON]"),
            {QStringLiteral("on"), QStringLiteral("as")},
            {},
            2,
            2,
            show};
}

HeritageCommand heritageHistoryCommand()
{
    return {QStringLiteral("history"),
            QStringLiteral("history WORKSPACE RECORD [--compare ENTRY:ENTRY] [--as PERSON]"),
            {QStringLiteral("compare"), QStringLiteral("as")},
            {},
            2,
            2,
            history};
}

HeritageCommand heritageVerifyCommand()
{
    return {QStringLiteral("verify"), QStringLiteral("verify WORKSPACE"), {}, {}, 1, 1, verify};
}

} // namespace loci::cli
