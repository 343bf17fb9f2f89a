// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/asset.h"
#include "layers/domain/heritage/edtf.h"
#include "layers/domain/heritage/review.h"

#include <QJsonArray>
#include <algorithm>

namespace loci::heritage {

namespace {
void addDates(const QString &text, AssetFacts &facts)
{
    const auto date = Edtf::parse(text);
    if (!date) {
        return;
    }
    const auto widen = [](std::optional<int> &edge, int value, bool isFirst) {
        edge = !edge ? value : isFirst ? std::min(*edge, value) : std::max(*edge, value);
    };
    const auto century = [](const Edtf::Part &part, int year) { // 17XX is the 18th century
        return part.unspecified >= 2 && part.year >= 0 ? part.year / 100 + 1 : centuryOf(year);
    };
    if (const auto first = date->first()) {
        widen(facts.yearFrom, first->year, true);
        widen(facts.centuryFrom, century(date->start, first->year), true);
    }
    if (const auto last = date->last()) {
        const Edtf::Part &part = date->isInterval ? date->end : date->start;
        widen(facts.yearTo, last->year, false);
        widen(facts.centuryTo, century(part, last->year), false);
    }
}

/// The dating of the whole, else the phases in which it was built.
void findDates(const Asset &asset, AssetFacts &facts)
{
    const QString whole = asset.text(QStringLiteral("/dating/edtf"));
    if (!whole.isEmpty()) {
        addDates(whole, facts);
        return;
    }
    for (const Phase &phase : asset.parts<Phase>()) {
        if (phase.kind.isEmpty() || phase.kind == QLatin1String("construction")) {
            addDates(phase.date, facts);
        }
    }
}

QString dayText(const Day &day)
{
    return QStringLiteral("%1-%2-%3")
        .arg(day.year, 4, 10, QLatin1Char('0'))
        .arg(day.month, 2, 10, QLatin1Char('0'))
        .arg(day.day, 2, 10, QLatin1Char('0'));
}

void findCondition(const Asset &asset, AssetFacts &facts)
{
    for (const Survey &survey : asset.parts<Survey>()) {
        const auto date = Edtf::parse(survey.date);
        const QString day = date && date->last() ? dayText(*date->last()) : QString();
        if (facts.condition.isEmpty() || day >= facts.lastSurvey) {
            facts.condition = survey.condition.isEmpty() ? facts.condition : survey.condition;
            facts.lastSurvey = std::max(facts.lastSurvey, day);
        }
    }
}

int countHaves(const Asset &asset)
{
    static const QStringList asked = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
                                      QStringLiteral("4")};
    const QJsonObject haves = asset.value(QStringLiteral("/fourHaves")).toObject();
    if (haves.isEmpty() && !asked.contains(asset.text(QStringLiteral("/level")))) {
        return -1;
    }
    int count = 0;
    for (const char *have : {"zone", "sign", "archive", "keeper"}) {
        count += haves.value(QLatin1String(have)).toObject().value(QLatin1String("done")).toBool() ? 1 : 0;
    }
    return count;
}

/// Every text of a JSON value, for the search; ids, hashes and coordinates are no words.
void collectText(const QJsonValue &value, QString &out)
{
    static const QStringList silent = {
        QStringLiteral("id"),     QStringLiteral("sha256"),   QStringLiteral("wkt"),       QStringLiteral("original"),
        QStringLiteral("crs"),    QStringLiteral("bindings"), QStringLiteral("footprint"), QStringLiteral("concept"),
        QStringLiteral("review"), QStringLiteral("trashed"),  QStringLiteral("names"),     QStringLiteral("created"),
        QStringLiteral("updated")};
    if (value.isString()) {
        out += value.toString() + QLatin1Char('\n');
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const auto &item : items) {
            collectText(item, out);
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!silent.contains(it.key())) {
                collectText(it.value(), out);
            }
        }
    }
}
} // namespace

AssetFacts factsOf(const Asset &asset)
{
    AssetFacts facts;
    facts.id = asset.id();
    facts.name = asset.name({QStringLiteral("zh")});
    facts.otherName = asset.name({QStringLiteral("en")});
    facts.otherName = facts.otherName == facts.name ? QString() : facts.otherName;
    facts.reference = asset.reference();
    facts.category = asset.text(QStringLiteral("/category"));
    facts.type = asset.text(QStringLiteral("/type/concept"));
    facts.typeLabel = asset.text(QStringLiteral("/type/label"), {QStringLiteral("zh"), QStringLiteral("en")});
    facts.grade = asset.text(QStringLiteral("/grade"));
    facts.level = asset.text(QStringLiteral("/level"));
    facts.district = asset.text(QStringLiteral("/district"));
    facts.sensitivity = asset.text(QStringLiteral("/sensitivity/level"));
    facts.updated = asset.text(QStringLiteral("/updated"));
    facts.review = reviewState(asset);
    facts.isTrashed = asset.isTrashed();
    findDates(asset, facts);
    findCondition(asset, facts);
    facts.fourHaves = countHaves(asset);
    for (const RelatedAsset &related : asset.parts<RelatedAsset>()) {
        facts.parent = related.relation == QLatin1String("part-of") ? related.id : facts.parent;
    }
    for (const MediaUse &medium : asset.parts<MediaUse>()) {
        facts.photographs += medium.role.isEmpty() || medium.role == QLatin1String("photograph") ? 1 : 0;
    }
    for (const Name &name : asset.parts<Name>()) {
        facts.searchNames += name.text + QLatin1Char('\n');
    }
    for (const ReferenceNumber &number : asset.parts<ReferenceNumber>()) {
        facts.searchNames += number.number + QLatin1Char('\n');
    }
    collectText(asset.json(), facts.searchText);
    return facts;
}

} // namespace loci::heritage
