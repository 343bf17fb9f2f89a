// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/columnmatch.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>
#include <array>

namespace loci::workspace {

using loci::heritage::ImportMapping;
using loci::heritage::Profile;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::ColumnMatch)
};

/// One thing that a column can be: names that people give to it, folded; what kind of value it is.
struct Known
{
    const char *id;
    const char *label;      ///< for those that are no field of the profile
    const char *names;      ///< separated by |
    const char *vocabulary; ///< of a closed list
    const char *kind;       ///< "as" of the mapping
    const char *language;
};

constexpr std::array kKnown = {
    Known{"number", QT_TRANSLATE_NOOP("ColumnMatch", "Number of the record"),
          "编号|文物编号|普查编号|序号|代码|number|refno|ref|reference|referencenumber|uid|id|code|identifier|objectid|"
          "fid",
          nullptr, nullptr, nullptr},
    Known{"/names/0/text", QT_TRANSLATE_NOOP("ColumnMatch", "Name"),
          "名称|文物名称|单位名称|名字|namezh|name|title|sitename|nom|label|areaname", nullptr, nullptr, "zh"},
    Known{"/names/1/text", QT_TRANSLATE_NOOP("ColumnMatch", "Name in another language"),
          "英文名称|英文名|nameen|englishname|name2|altname", nullptr, nullptr, "en"},
    Known{"longitude", QT_TRANSLATE_NOOP("ColumnMatch", "Longitude or easting"),
          "经度|东经|longitude|lon|lng|long|x|easting|xcoord", nullptr, nullptr, nullptr},
    Known{"latitude", QT_TRANSLATE_NOOP("ColumnMatch", "Latitude or northing"),
          "纬度|北纬|latitude|lat|y|northing|ycoord", nullptr, nullptr, nullptr},
    Known{"/level", nullptr, "保护级别|级别|文物级别|level|protectionlevel", "level", nullptr, nullptr},
    Known{"/grade", nullptr, "等级|grade|listgrade", nullptr, nullptr, nullptr},
    Known{"/category", nullptr, "类别|文物类别|分类|category|type|kind", "category", nullptr, nullptr},
    Known{"/dating/text", nullptr, "年代|时代|era|period|date|dating|year|century|datebuilt", nullptr, nullptr,
          nullptr},
    Known{"/district", nullptr, "行政区划代码|行政区|区县|所在地区|district|county|borough|admin|province|region",
          nullptr, nullptr, nullptr},
    Known{"/address", nullptr, "地址|位置|详细地址|address|location|street|adresse", nullptr, nullptr, nullptr},
    Known{"/description", nullptr, "简介|说明|介绍|description|summary|desc|shortdescription|notes", nullptr, nullptr,
          "zh"},
    Known{"/ownership/owner", nullptr, "所有人|产权人|owner", nullptr, nullptr, nullptr},
    Known{"/ownership/user", nullptr, "使用单位|使用人|使用单位或人|管理单位|user|tenant", nullptr, nullptr, nullptr},
    Known{"/surveys/0/condition", nullptr, "保存状况|现状|condition|state", "condition", nullptr, nullptr},
    Known{"/surveys/0/date", nullptr, "调查日期|普查日期|surveydate|conditiondate", nullptr, nullptr, nullptr},
    Known{"/designations/0/from", nullptr, "公布日期|公布时间|designationdate|dateinscribed|desdate|listdate", nullptr,
          nullptr, nullptr},
    Known{"/designations/0/document", nullptr, "公布文号|文号|document|docuri", nullptr, nullptr, nullptr}};

QString folded(const QString &text)
{
    QString result;
    for (const QChar each : text.toLower()) {
        if (each.isLetterOrNumber()) {
            result += each;
        }
    }
    return result;
}

QStringList namesOf(const Known &known)
{
    return QString::fromUtf8(known.names).split(QLatin1Char('|'));
}

QJsonObject lookupOf(const Profile &profile, const char *vocabulary)
{
    QJsonObject table;
    const loci::heritage::Vocabulary *list = profile.vocabulary(QLatin1String(vocabulary));
    if (list == nullptr) {
        return table;
    }
    for (const loci::heritage::Choice &choice : list->choices) {
        table.insert(choice.code, choice.code);
        for (const QString &label : choice.label.byLanguage) {
            table.insert(label, choice.code);
        }
    }
    return table;
}

QJsonObject placeOf(const ColumnMatch &match)
{
    const QString longitude = match.columns.value(QStringLiteral("longitude"));
    const QString latitude = match.columns.value(QStringLiteral("latitude"));
    QJsonObject place;
    if (!longitude.isEmpty() && !latitude.isEmpty()) {
        place = {{QStringLiteral("from"), QStringLiteral("columns")},
                 {QStringLiteral("longitude"), longitude},
                 {QStringLiteral("latitude"), latitude},
                 {QStringLiteral("crs"), match.crs.isEmpty() ? QStringLiteral("EPSG:4326") : match.crs}};
    } else if (match.usesShapes) {
        place.insert(QStringLiteral("from"), QStringLiteral("shape"));
        if (!match.crs.isEmpty()) {
            place.insert(QStringLiteral("crs"), match.crs);
        }
    }
    return place;
}

QJsonObject fieldOf(const Known &known, const QString &column, const Profile &profile)
{
    QJsonObject field{{QStringLiteral("to"), QLatin1String(known.id)}, {QStringLiteral("column"), column}};
    if (known.language != nullptr) {
        field.insert(QStringLiteral("language"), QLatin1String(known.language));
    }
    const QJsonObject lookup = known.vocabulary != nullptr ? lookupOf(profile, known.vocabulary) : QJsonObject();
    if (!lookup.isEmpty()) {
        field.insert(QStringLiteral("lookup"), lookup);
        field.insert(QStringLiteral("otherwise"), QStringLiteral("skip"));
    }
    return field;
}

} // namespace

std::vector<ImportTarget> importTargets(const Profile &profile, const QString &language)
{
    std::vector<ImportTarget> targets;
    targets.reserve(kKnown.size());
    for (const Known &known : kKnown) {
        const QString id = QLatin1String(known.id);
        const bool required = &known == kKnown.data() || id == QLatin1String("/names/0/text");
        if (known.label != nullptr) {
            targets.push_back({id, QCoreApplication::translate("ColumnMatch", known.label), required});
        } else if (profile.field(id) != nullptr) {
            targets.push_back({id, profile.field(id)->label.in(language), required});
        }
    }
    return targets;
}

ColumnMatch guessedMatch(const QStringList &columns, bool hasShapes)
{
    ColumnMatch match;
    match.usesShapes = hasShapes;
    QSet<QString> taken;
    for (const Known &known : kKnown) {
        for (const QString &name : namesOf(known)) {
            const auto found = std::find_if(columns.begin(), columns.end(), [&](const QString &column) {
                return folded(column) == name && !taken.contains(column);
            });
            if (found != columns.end()) {
                match.columns.insert(QLatin1String(known.id), *found);
                taken.insert(*found);
                break;
            }
        }
    }
    return match;
}

Result<ImportMapping> mappingOf(const ColumnMatch &match, const Profile &profile, const QString &name)
{
    if (match.columns.value(QStringLiteral("number")).isEmpty() ||
        match.columns.value(QStringLiteral("/names/0/text")).isEmpty()) {
        return fail(ErrorCode::Usage,
                    Texts::tr("Choose the columns that hold the number and the name of each record."));
    }
    QJsonArray fields;
    for (const Known &known : kKnown) {
        const QString column = match.columns.value(QLatin1String(known.id));
        if (known.id[0] != '/' || column.isEmpty()) {
            continue;
        }
        QJsonObject field = fieldOf(known, column, profile);
        if (QLatin1String(known.id) == QLatin1String("/names/0/text")) {
            field.insert(QStringLiteral("required"), true);
        }
        fields.append(field);
        if (QLatin1String(known.id) == QLatin1String("/dating/text")) {
            fields.append(QJsonObject{{QStringLiteral("to"), QStringLiteral("/dating/edtf")},
                                      {QStringLiteral("column"), column},
                                      {QStringLiteral("as"), QStringLiteral("chinese-date")},
                                      {QStringLiteral("otherwise"), QStringLiteral("skip")}});
        }
        if (QLatin1String(known.id) == QLatin1String("/surveys/0/condition")) {
            fields.append(QJsonObject{{QStringLiteral("to"), QStringLiteral("/surveys/0/scale")},
                                      {QStringLiteral("value"), profile.conditionScale}});
        }
    }
    QJsonObject json{
        {QStringLiteral("format"), QStringLiteral("loci-heritage-mapping")},
        {QStringLiteral("version"), 1},
        {QStringLiteral("id"), folded(name).isEmpty() ? QStringLiteral("own") : folded(name)},
        {QStringLiteral("name"), QJsonObject{{QStringLiteral("en"), name}, {QStringLiteral("zh"), name}}},
        {QStringLiteral("key"), QJsonObject{{QStringLiteral("scheme"), QStringLiteral("local")},
                                            {QStringLiteral("column"), match.columns.value(QStringLiteral("number"))}}},
        {QStringLiteral("fields"), fields}};
    const QJsonObject place = placeOf(match);
    if (!place.isEmpty()) {
        json.insert(QStringLiteral("place"), place);
    }
    return ImportMapping::parse(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

} // namespace loci::workspace
