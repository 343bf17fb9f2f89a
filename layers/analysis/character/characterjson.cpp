// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/character/characterprofile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::CharacterRule)
};

QStringList texts(const QJsonValue &list)
{
    QStringList result;
    for (const QJsonValue &one : list.toArray()) {
        result << one.toString();
    }
    return result;
}

QJsonValue orNull(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

std::optional<double> numberIn(const QJsonObject &json, const char *name)
{
    const QJsonValue value = json.value(QLatin1String(name));
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

template <class Profile>
auto spreadsOf(Profile &profile)
{
    return std::array{std::pair{"height", &profile.height},   std::pair{"eaves", &profile.eaves},
                      std::pair{"storeys", &profile.storeys}, std::pair{"footprint", &profile.footprint},
                      std::pair{"pitch", &profile.pitch},     std::pair{"gap", &profile.gap}};
}

template <class Profile>
auto sharesOf(Profile &profile)
{
    return std::array{std::pair{"roof", &profile.roof}, std::pair{"material", &profile.material},
                      std::pair{"age", &profile.age}};
}

template <class Profile>
auto numbersOf(Profile &profile)
{
    return std::array{std::pair{"coverage", &profile.coverage}, std::pair{"floorAreaRatio", &profile.floorAreaRatio},
                      std::pair{"direction", &profile.direction}, std::pair{"regularity", &profile.regularity}};
}

} // namespace

Result<CharacterRule> CharacterRule::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject attributes = object.value(QStringLiteral("attributes")).toObject();
    CharacterRule rule;
    rule.roof = texts(attributes.value(QStringLiteral("roof")));
    rule.material = texts(attributes.value(QStringLiteral("material")));
    rule.year = texts(attributes.value(QStringLiteral("year")));
    for (const QJsonValue &bound : object.value(QStringLiteral("ageBounds")).toArray()) {
        rule.ageBounds.push_back(bound.toInt());
    }
    const QJsonObject weights = object.value(QStringLiteral("weights")).toObject();
    for (auto it = weights.begin(); it != weights.end(); ++it) {
        rule.weights[it.key()] = it->toDouble();
    }
    rule.leastKnown = object.value(QStringLiteral("leastKnown")).toInt(rule.leastKnown);
    rule.tolerance = object.value(QStringLiteral("tolerance")).toDouble(rule.tolerance);
    rule.source = object.value(QStringLiteral("source")).toString();
    rule.confirm = object.value(QStringLiteral("confirm")).toString();
    if (rule.weights.empty() || rule.source.isEmpty() ||
        !std::is_sorted(rule.ageBounds.begin(), rule.ageBounds.end())) {
        return fail(ErrorCode::Invalid, Texts::tr("The rule of character profiles cannot be used: it needs weights, a "
                                                  "source, and age classes in order."));
    }
    return rule;
}

Result<CharacterRule> CharacterRule::shipped()
{
    QFile own(QStringLiteral(":/rules/character.json"));
    if (!own.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, Texts::tr("The rule of character profiles is missing in this program."));
    }
    return fromJson(own.readAll());
}

QJsonObject CharacterProfile::toJson() const
{
    QJsonObject json{{QStringLiteral("area"), area},
                     {QStringLiteral("name"), name},
                     {QStringLiteral("day"), day.toString(Qt::ISODate)},
                     {QStringLiteral("buildings"), static_cast<qint64>(buildings)},
                     {QStringLiteral("siteArea"), siteArea}};
    for (const auto &[key, number] : numbersOf(*this)) {
        json.insert(QLatin1String(key), orNull(*number));
    }
    for (const auto &[key, spread] : spreadsOf(*this)) {
        QJsonArray values;
        for (const double value : spread->values) {
            values << value;
        }
        json.insert(QLatin1String(key), QJsonObject{{QStringLiteral("known"), values.size()},
                                                    {QStringLiteral("unknown"), static_cast<qint64>(spread->unknown)},
                                                    {QStringLiteral("p10"), orNull(spread->at(0.1))},
                                                    {QStringLiteral("p50"), orNull(spread->at(0.5))},
                                                    {QStringLiteral("p90"), orNull(spread->at(0.9))},
                                                    {QStringLiteral("values"), values}});
    }
    for (const auto &[key, shares] : sharesOf(*this)) {
        QJsonObject counts;
        for (const auto &[word, count] : shares->counts) {
            counts.insert(word, static_cast<qint64>(count));
        }
        json.insert(QLatin1String(key), QJsonObject{{QStringLiteral("unknown"), static_cast<qint64>(shares->unknown)},
                                                    {QStringLiteral("counts"), counts}});
    }
    return json;
}

CharacterProfile CharacterProfile::fromJson(const QJsonObject &json)
{
    CharacterProfile profile;
    profile.area = json.value(QStringLiteral("area")).toString();
    profile.name = json.value(QStringLiteral("name")).toString();
    profile.day = QDate::fromString(json.value(QStringLiteral("day")).toString(), Qt::ISODate);
    profile.buildings = static_cast<std::size_t>(json.value(QStringLiteral("buildings")).toInteger());
    profile.siteArea = json.value(QStringLiteral("siteArea")).toDouble();
    for (const auto &[key, number] : numbersOf(profile)) {
        *number = numberIn(json, key);
    }
    for (const auto &[key, spread] : spreadsOf(profile)) {
        const QJsonObject one = json.value(QLatin1String(key)).toObject();
        for (const QJsonValue &value : one.value(QStringLiteral("values")).toArray()) {
            spread->add(value.toDouble());
        }
        spread->finish();
        spread->unknown = static_cast<std::size_t>(one.value(QStringLiteral("unknown")).toInteger());
    }
    for (const auto &[key, shares] : sharesOf(profile)) {
        const QJsonObject one = json.value(QLatin1String(key)).toObject();
        const QJsonObject counts = one.value(QStringLiteral("counts")).toObject();
        for (auto it = counts.begin(); it != counts.end(); ++it) {
            shares->counts[it.key()] = static_cast<std::size_t>(it->toInteger());
        }
        shares->unknown = static_cast<std::size_t>(one.value(QStringLiteral("unknown")).toInteger());
    }
    return profile;
}

} // namespace loci::analysis
