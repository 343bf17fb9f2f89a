// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samplehistory.h"

#include <QJsonArray>
#include <QUuid>
#include <algorithm>
#include <array>

namespace loci::app {

using heritage::Asset;
using heritage::Profile;

namespace {

constexpr std::array kConditions = {"good", "fairly-good", "fair", "fairly-poor", "poor"};

QString textOf(const QJsonObject &facts, const char *key)
{
    return facts.value(QLatin1String(key)).toString();
}

QString codeFor(const Profile &profile, const char *list, const QString &label)
{
    const heritage::Vocabulary *vocabulary = profile.vocabulary(QLatin1String(list));
    if (vocabulary != nullptr && !label.isEmpty()) {
        for (const heritage::Choice &choice : vocabulary->choices) {
            if (choice.label.in(QStringLiteral("zh")) == label) {
                return choice.code;
            }
        }
    }
    return {};
}

QJsonObject term(const char *list, const char *code, const char *zh, const char *en)
{
    const QString scheme = QStringLiteral("urn:loci:sample:") + QLatin1String(list);
    return {{QStringLiteral("scheme"), scheme},
            {QStringLiteral("concept"), scheme + QLatin1Char(':') + QLatin1String(code)},
            {QStringLiteral("label"), QJsonObject{{QStringLiteral("zh"), QString::fromUtf8(zh)},
                                                  {QStringLiteral("en"), QString::fromUtf8(en)}}}};
}

bool isModern(const QJsonObject &facts)
{
    return textOf(facts, "category_code") == QLatin1String("0500");
}

bool isStone(const QJsonObject &facts)
{
    const QString kind = textOf(facts, "subcategory");
    return kind.contains(QLatin1String("bridge")) || kind.contains(QLatin1String("wall"));
}

QJsonObject mainMaterial(const QJsonObject &facts)
{
    if (isStone(facts)) {
        return term("materials", "limestone", "石灰石", "Limestone");
    }
    return isModern(facts) ? term("materials", "red-brick", "红砖", "Red brick")
                           : term("materials", "fir", "杉木", "Fir");
}

void addAddressAndUse(Asset &asset, const QJsonObject &facts)
{
    const QString name = textOf(facts, "name_zh");
    QString street = QStringLiteral("古城");
    for (const QChar end : {QChar(u'街'), QChar(u'巷'), QChar(u'路')}) {
        const auto at = name.indexOf(end);
        street = at > 0 ? name.left(at + 1) : street;
    }
    asset.set(QStringLiteral("/address"), QStringLiteral("临江市") + street);
    const QString kind = textOf(facts, "subcategory");
    QString use = QStringLiteral("open");
    QString user = QStringLiteral("临江市文物保护管理所");
    if (textOf(facts, "occupancy") == QLatin1String("vacant")) {
        use = QStringLiteral("unused");
    } else if (kind.contains(QLatin1String("dwelling"))) {
        use = QStringLiteral("dwelling");
        user = QStringLiteral("住户");
    } else if (kind.contains(QLatin1String("shop")) || kind.contains(QLatin1String("commercial"))) {
        use = QStringLiteral("commerce");
        user = QStringLiteral("商户");
    } else if (kind.contains(QLatin1String("religious"))) {
        use = QStringLiteral("religious");
    }
    asset.set(QStringLiteral("/ownership/use"), QJsonArray{use});
    asset.set(QStringLiteral("/ownership/user"), user);
}

heritage::Survey surveyIn(int year, int condition, const QString &number)
{
    heritage::Survey survey;
    survey.id = sampleId(QStringLiteral("survey%1").arg(year), number);
    survey.date = QStringLiteral("%1-%2-%3")
                      .arg(year)
                      .arg(1 + sampleSeed(number) % 9, 2, 10, QLatin1Char('0'))
                      .arg(1 + sampleSeed(number) % 27, 2, 10, QLatin1Char('0'));
    survey.surveyor = QStringLiteral("Loci");
    survey.scale = QStringLiteral("cn5");
    survey.condition = QLatin1String(kConditions.at(static_cast<std::size_t>(std::clamp(condition, 1, 5) - 1)));
    return survey;
}

/// A repair in 2014 for every third place, a slow decline for another third.
void addSurveys(Asset &asset, const QJsonObject &facts)
{
    const QString number = textOf(facts, "ref_no");
    std::vector<heritage::Survey> surveys = asset.parts<heritage::Survey>();
    const int now = facts.value(QLatin1String("condition_code")).toInt();
    const quint32 kind = sampleSeed(number) % 3;
    if (surveys.empty() || kind == 2) {
        return;
    }
    std::vector<heritage::Survey> earlier;
    if (kind == 0) {
        earlier = {surveyIn(2008, 3, number), surveyIn(2012, 5, number), surveyIn(2016, 1, number)};
        asset.set(QStringLiteral("/management"),
                  QJsonArray{QJsonObject{{QStringLiteral("kind"), QStringLiteral("repair")},
                                         {QStringLiteral("date"), QStringLiteral("2013/2014")},
                                         {QStringLiteral("actor"), QStringLiteral("临江市古建筑修缮队")},
                                         {QStringLiteral("result"), QStringLiteral("揭顶大修，更换糟朽椽望")}}});
        surveys.back().trend = now > 1 ? QStringLiteral("declining") : QStringLiteral("stable");
    } else {
        earlier = {surveyIn(2009, std::max(1, now - 1), number), surveyIn(2015, now, number)};
        surveys.back().trend = QStringLiteral("stable");
    }
    surveys.insert(surveys.begin(), earlier.begin(), earlier.end());
    asset.setParts(surveys);
}

void addPhases(Asset &asset, const QJsonObject &facts)
{
    std::vector<heritage::Phase> phases = asset.parts<heritage::Phase>();
    if (phases.empty()) {
        return;
    }
    phases.front().rest.insert(QStringLiteral("materials"), mainMaterial(facts));
    phases.front().certainty = QStringLiteral("probable");
    if (!isModern(facts) && !isStone(facts)) {
        phases.front().rest.insert(QStringLiteral("technique"),
                                   term("techniques", "column-tie", "穿斗式", "Column-and-tie frame"));
    }
    if (asset.json().contains(QLatin1String("management"))) {
        heritage::Phase repair;
        repair.id = sampleId(QStringLiteral("repair"), textOf(facts, "ref_no"));
        repair.kind = QStringLiteral("alteration");
        repair.date = QStringLiteral("2013/2014");
        repair.dateText = QStringLiteral("2013—2014年");
        repair.certainty = QStringLiteral("certain");
        phases.push_back(repair);
    }
    asset.setParts(phases);
}

void addComponents(Asset &asset, const QJsonObject &facts)
{
    if (isStone(facts) || isModern(facts)) {
        return;
    }
    asset.set(QStringLiteral("/components"),
              QJsonArray{QJsonObject{
                             {QStringLiteral("name"), QStringLiteral("屋面")},
                             {QStringLiteral("type"), term("components", "flush", "硬山顶", "Flush gable roof")},
                             {QStringLiteral("material"), term("materials", "grey-tile", "小青瓦", "Small grey tile")}},
                         QJsonObject{{QStringLiteral("name"), QStringLiteral("大木构架")},
                                     {QStringLiteral("type"), term("components", "frame", "大木构架", "Timber frame")},
                                     {QStringLiteral("material"), term("materials", "fir", "杉木", "Fir")}}});
}

void addWords(Asset &asset, const QJsonObject &facts)
{
    const QString era = textOf(facts, "era_zh");
    const QString eraEnglish = textOf(facts, "era");
    asset.set(QStringLiteral("/description/zh"),
              QStringLiteral("%1，%2，%3保存至今，是临江古城风貌的组成部分。")
                  .arg(textOf(facts, "name_zh"), textOf(facts, "subcategory_zh"),
                       era.isEmpty() ? QStringLiteral("年代待考，") : era + QStringLiteral("始建，")));
    asset.set(QStringLiteral("/description/en"),
              eraEnglish.isEmpty() ? QStringLiteral("%1, a %2 of unknown date in the old town of Linjiang.")
                                         .arg(textOf(facts, "name"), textOf(facts, "subcategory"))
                                   : QStringLiteral("%1, a %2 of the %3, part of the old town of Linjiang.")
                                         .arg(textOf(facts, "name"), textOf(facts, "subcategory"), eraEnglish));
    if (facts.value(QLatin1String("level_code")).toInt() <= 3) {
        asset.set(QStringLiteral("/significance"),
                  QJsonArray{QJsonObject{
                      {QStringLiteral("kind"), QStringLiteral("historic")},
                      {QStringLiteral("statement"), QStringLiteral("见证临江古城格局与营造传统，形制完整。")}}});
    }
}

} // namespace

QString sampleId(const QString &kind, const QString &number)
{
    static const QUuid sample(QStringLiteral("7f0c1f0e-5f0b-4b58-9a36-0d3a6a7b5c11"));
    return QUuid::createUuidV5(sample, kind + number).toString(QUuid::WithoutBraces);
}

quint32 sampleSeed(const QString &number)
{
    quint32 seed = 2166136261U; // FNV-1a
    for (const QChar each : number) {
        seed = (seed ^ each.unicode()) * 16777619U;
    }
    return seed;
}

void addSampleHistory(Asset &asset, const QJsonObject &facts, const Profile &profile)
{
    if (const QString code = codeFor(profile, "subclass", textOf(facts, "subcategory_zh")); !code.isEmpty()) {
        asset.set(QStringLiteral("/type/concept"), code);
    }
    const QString cause = textOf(facts, "damage_cause_zh");
    for (const auto &[list, path] : {std::pair{"natural-cause", "/damage/natural"}, {"human-cause", "/damage/human"}}) {
        if (const QString code = codeFor(profile, list, cause); !code.isEmpty()) {
            asset.set(QLatin1String(path), QJsonArray{code});
        }
    }
    addAddressAndUse(asset, facts);
    addSurveys(asset, facts);
    addPhases(asset, facts);
    addComponents(asset, facts);
    addWords(asset, facts);
}

} // namespace loci::app
