// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/airquality.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::AirQualityRules)
};

using Statistic = AqiInput::Statistic;

const std::pair<const char *, Statistic> kStatistics[] = {
    {"hour", Statistic::Hour},       {"moving24", Statistic::Moving24}, {"moving8", Statistic::Moving8},
    {"dayMean", Statistic::DayMean}, {"dayMax1", Statistic::DayMax1},   {"dayMax8", Statistic::DayMax8}};
const std::pair<const char *, AqiTable::Beyond> kBeyond[] = {
    {"extend", AqiTable::Beyond::Extend}, {"last", AqiTable::Beyond::Last}, {"none", AqiTable::Beyond::None}};

template <class T, std::size_t N>
std::optional<T> named(const std::pair<const char *, T> (&list)[N], const QJsonValue &name)
{
    for (const auto &[text, value] : list) {
        if (name.toString() == QLatin1String(text)) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<AqiTable> tableFrom(const QJsonObject &json)
{
    AqiTable table;
    table.unit = json.value(QStringLiteral("unit")).toString();
    table.decimals = json.value(QStringLiteral("decimals")).toInt(0);
    const auto beyond = named(kBeyond, json.value(QStringLiteral("beyond")).toString(QStringLiteral("last")));
    const QJsonArray rows = json.value(QStringLiteral("segments")).toArray();
    for (const QJsonValue &row : rows) {
        const QJsonArray n = row.toArray();
        AqiSegment segment{n.at(0).toDouble(), n.at(1).toDouble(), n.at(2).toDouble(), n.at(3).toDouble()};
        if (n.size() != 4 || segment.to <= segment.from || segment.high < segment.low ||
            (!table.segments.empty() && segment.from < table.segments.back().to)) {
            return std::nullopt;
        }
        table.segments.push_back(segment);
    }
    if (!beyond || table.segments.empty()) {
        return std::nullopt;
    }
    table.beyond = *beyond;
    return table;
}

bool readInputs(const QJsonArray &json, const AqiVersion &version, std::vector<AqiInput> &inputs)
{
    for (const QJsonValue &item : json) {
        const QJsonObject object = item.toObject();
        const auto statistic = named(kStatistics, object.value(QStringLiteral("statistic")));
        AqiInput input{object.value(QStringLiteral("pollutant")).toString(), statistic.value_or(Statistic::Hour),
                       object.value(QStringLiteral("table")).toString()};
        if (!statistic || input.pollutant.isEmpty() || !version.tables.contains(input.table)) {
            return false;
        }
        inputs.push_back(std::move(input));
    }
    return !inputs.empty();
}

void readClasses(const QJsonArray &json, AqiVersion &version)
{
    for (const QJsonValue &item : json) {
        const QJsonObject object = item.toObject();
        const QJsonArray rgb = object.value(QStringLiteral("rgb")).toArray();
        version.classes.push_back({object.value(QStringLiteral("upTo")).toInt(),
                                   object.value(QStringLiteral("zh")).toString(),
                                   object.value(QStringLiteral("en")).toString(),
                                   {rgb.at(0).toInt(), rgb.at(1).toInt(), rgb.at(2).toInt()}});
    }
}

std::optional<AqiVersion> versionFrom(const QJsonObject &json)
{
    AqiVersion version;
    version.id = json.value(QStringLiteral("id")).toString();
    version.family = json.value(QStringLiteral("family")).toString();
    version.source = json.value(QStringLiteral("source")).toString();
    version.note = json.value(QStringLiteral("note")).toString();
    version.from = QDate::fromString(json.value(QStringLiteral("from")).toString(), Qt::ISODate);
    version.until = QDate::fromString(json.value(QStringLiteral("until")).toString(), Qt::ISODate);
    version.halfToEven = json.value(QStringLiteral("concentration")).toString() == QLatin1String("halfToEven");
    version.roundUp = json.value(QStringLiteral("index")).toString() == QLatin1String("up");
    version.hoursForDay = json.value(QStringLiteral("hoursForDay")).toInt(20);
    version.hoursFor8 = json.value(QStringLiteral("hoursFor8")).toInt(6);
    version.first8HourEnd = json.value(QStringLiteral("first8HourEnd")).toInt(7);
    if (const QJsonValue above = json.value(QStringLiteral("publishAboveIfMissing")); above.isDouble()) {
        version.publishAboveIfMissing = above.toInt();
    }
    const QJsonObject tables = json.value(QStringLiteral("tables")).toObject();
    for (auto it = tables.begin(); it != tables.end(); ++it) {
        const auto table = tableFrom(it.value().toObject());
        if (!table) {
            return std::nullopt;
        }
        version.tables.emplace(it.key(), *table);
    }
    readClasses(json.value(QStringLiteral("classes")).toArray(), version);
    const bool good = !version.id.isEmpty() && version.from.isValid() && !version.classes.empty() &&
                      readInputs(json.value(QStringLiteral("daily")).toArray(), version, version.daily) &&
                      readInputs(json.value(QStringLiteral("hourly")).toArray(), version, version.hourly);
    return good ? std::optional(version) : std::nullopt;
}

} // namespace

Result<AirQualityRules> AirQualityRules::fromJson(const QByteArray &json)
{
    AirQualityRules rules;
    const QJsonArray versions = QJsonDocument::fromJson(json).object().value(QStringLiteral("versions")).toArray();
    for (const QJsonValue &item : versions) {
        auto version = versionFrom(item.toObject());
        if (!version) {
            return fail(ErrorCode::Invalid, Texts::tr("The air-quality rule “%1” cannot be read.")
                                                .arg(item.toObject().value(QStringLiteral("id")).toString()));
        }
        rules.m_versions.push_back(std::move(*version));
    }
    if (rules.m_versions.empty()) {
        return fail(ErrorCode::Invalid, Texts::tr("The air-quality rules are empty or cannot be read."));
    }
    return rules;
}

} // namespace loci::indicators
