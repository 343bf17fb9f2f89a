// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sampleheritage.h"

#include "app/samplehistory.h"
#include "layers/domain/heritage/asset.h"
#include "layers/domain/heritage/zone.h"
#include "layers/storage/heritage/heritagedata.h"
#include "layers/workspace/heritage/catalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace loci::app {

using heritage::Asset;
using heritage::Zone;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::SampleHeritage)
};

constexpr int kCrs = 4548; // EPSG, of the sample's files

Result<QJsonArray> featuresOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(path)));
    }
    return QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("features")).toArray();
}

QString coordinates(const QJsonArray &place)
{
    return QString::number(place.at(0).toDouble(), 'f', 3) + QLatin1Char(' ') +
           QString::number(place.at(1).toDouble(), 'f', 3);
}

QString polygonText(const QJsonArray &rings)
{
    QStringList texts;
    for (const auto &ring : rings) {
        QStringList corners;
        const QJsonArray places = ring.toArray();
        corners.reserve(places.size());
        for (const auto &place : places) {
            corners << coordinates(place.toArray());
        }
        texts << QLatin1Char('(') + corners.join(QLatin1Char(',')) + QLatin1Char(')');
    }
    return QStringLiteral("POLYGON(%1)").arg(texts.join(QLatin1Char(',')));
}

/// An EDTF interval of years; empty: unknown.
QString years(const QJsonObject &facts)
{
    const auto year = [&facts](const char *key) {
        const QJsonValue value = facts.value(QLatin1String(key));
        return value.isDouble() && value.toInt() > 0 ? QStringLiteral("%1").arg(value.toInt(), 4, 10, QLatin1Char('0'))
                                                     : QString();
    };
    const QString from = year("year_from");
    const QString to = year("year_to");
    return from.isEmpty() || to.isEmpty() ? from + to : from + QLatin1Char('/') + to;
}

QString coded(const QHash<QString, QString> &codes, const QString &text)
{
    return codes.value(text);
}

void describe(Asset &asset, const QJsonObject &facts)
{
    static const QHash<QString, QString> kOwners = {{QStringLiteral("国有"), QStringLiteral("state")},
                                                    {QStringLiteral("集体"), QStringLiteral("collective")},
                                                    {QStringLiteral("私人"), QStringLiteral("private")}};
    const auto text = [&facts](const char *key) { return facts.value(QLatin1String(key)).toString(); };
    asset.set(QStringLiteral("/level"), QString::number(facts.value(QLatin1String("level_code")).toInt()));
    asset.set(QStringLiteral("/category"), text("category_code"));
    asset.set(QStringLiteral("/type/label/zh"), text("subcategory_zh"));
    asset.set(QStringLiteral("/type/label/en"), text("subcategory"));
    asset.set(QStringLiteral("/district"), text("district"));
    asset.set(QStringLiteral("/dating/text"), text("era_zh"));
    if (!years(facts).isEmpty()) {
        asset.set(QStringLiteral("/dating/edtf"), years(facts));
    }
    if (const QString owner = coded(kOwners, text("ownership_zh")); !owner.isEmpty()) {
        asset.set(QStringLiteral("/ownership/kind"), owner);
    }
    for (const auto &[key, path] :
         {std::pair{"has_zone", "zone"}, {"has_sign", "sign"}, {"has_archive", "archive"}, {"has_keeper", "keeper"}}) {
        if (const QJsonValue done = facts.value(QLatin1String(key)); done.isBool()) {
            asset.set(QStringLiteral("/fourHaves/%1/done").arg(QLatin1String(path)), done);
        }
    }
}

QString authorityOf(const QString &level)
{
    static const QHash<QString, QString> names = {{QStringLiteral("1"), QStringLiteral("国务院")},
                                                  {QStringLiteral("2"), QStringLiteral("省人民政府")},
                                                  {QStringLiteral("3"), QStringLiteral("临江市人民政府")},
                                                  {QStringLiteral("4"), QStringLiteral("临江县人民政府")}};
    return names.value(level);
}

void addParts(Asset &asset, const QJsonObject &facts)
{
    static const QHash<QString, QString> kConditions = {{QStringLiteral("1"), QStringLiteral("good")},
                                                        {QStringLiteral("2"), QStringLiteral("fairly-good")},
                                                        {QStringLiteral("3"), QStringLiteral("fair")},
                                                        {QStringLiteral("4"), QStringLiteral("fairly-poor")},
                                                        {QStringLiteral("5"), QStringLiteral("poor")}};
    const auto text = [&facts](const char *key) { return facts.value(QLatin1String(key)).toString(); };
    heritage::Phase phase;
    phase.id = sampleId(QStringLiteral("phase"), text("ref_no"));
    phase.kind = QStringLiteral("construction");
    phase.date = years(facts);
    phase.dateText = text("era_zh");
    asset.setParts<heritage::Phase>({phase});
    if (!text("designation_batch_zh").isEmpty()) {
        heritage::Designation designation;
        designation.grade = asset.text(QStringLiteral("/level"));
        designation.authority = authorityOf(designation.grade);
        designation.batch = text("designation_batch_zh");
        designation.from = text("designation_date");
        asset.setParts<heritage::Designation>({designation});
    }
    const QString condition = coded(kConditions, QString::number(facts.value(QLatin1String("condition_code")).toInt()));
    if (!condition.isEmpty() && !text("condition_date").isEmpty()) {
        heritage::Survey survey;
        survey.id = sampleId(QStringLiteral("survey"), text("ref_no"));
        survey.date = text("condition_date");
        survey.surveyor = QStringLiteral("Loci");
        survey.scale = QStringLiteral("cn5");
        survey.condition = condition;
        survey.occupancy = text("occupancy").replace(QLatin1Char(' '), QLatin1Char('-'));
        asset.setParts<heritage::Survey>({survey});
    }
}

std::vector<heritage::Binding> bindingsOf(const QJsonObject &facts, const QString &modelId)
{
    const QJsonArray objects = facts.value(QLatin1String("object_ids")).toArray();
    std::vector<heritage::Binding> bindings;
    bindings.reserve(static_cast<std::size_t>(objects.size()));
    for (const auto &object : objects) {
        heritage::Binding binding;
        binding.model = modelId;
        binding.object = object.toString();
        binding.state = QStringLiteral("bound");
        bindings.push_back(binding);
    }
    return bindings;
}

Asset assetOf(const QJsonObject &feature, const QString &modelId, const heritage::Profile &profile)
{
    const QJsonObject facts = feature.value(QLatin1String("properties")).toObject();
    const auto text = [&facts](const char *key) { return facts.value(QLatin1String(key)).toString(); };
    Asset asset = Asset::make(text("name_zh"), QStringLiteral("zh"));
    asset.set(QStringLiteral("/id"), sampleId(QStringLiteral("asset"), text("ref_no")));
    auto names = asset.parts<heritage::Name>();
    names.push_back({text("name"), QStringLiteral("en"), QStringLiteral("primary")});
    asset.setParts(names);
    asset.setParts<heritage::ReferenceNumber>({{QStringLiteral("local"), text("ref_no")}});
    describe(asset, facts);
    addParts(asset, facts);
    addSampleHistory(asset, facts, profile);
    heritage::Geometry place;
    place.wkt =
        QStringLiteral("POINT(%1)")
            .arg(coordinates(
                feature.value(QLatin1String("geometry")).toObject().value(QLatin1String("coordinates")).toArray()));
    place.crs = kCrs;
    place.role = QStringLiteral("point");
    asset.setParts<heritage::Geometry>({place});
    if (!modelId.isEmpty()) {
        asset.setParts(bindingsOf(facts, modelId));
    }
    return asset;
}

Zone zoneOf(const QJsonObject &feature)
{
    const QJsonObject facts = feature.value(QLatin1String("properties")).toObject();
    const auto text = [&facts](const char *key) { return facts.value(QLatin1String(key)).toString(); };
    Zone zone = Zone::make(text("zone_type"));
    zone.set(QStringLiteral("/id"), sampleId(text("zone_type"), text("ref_no")));
    zone.set(QStringLiteral("/name/zh"), text("name_zh") + text("zone_type_zh"));
    zone.set(QStringLiteral("/name/en"), text("name"));
    zone.set(QStringLiteral("/assets"), QJsonArray{sampleId(QStringLiteral("asset"), text("ref_no"))});
    heritage::ZoneVersion version;
    version.id = sampleId(text("zone_type") + QStringLiteral("1"), text("ref_no"));
    version.wkt =
        polygonText(feature.value(QLatin1String("geometry")).toObject().value(QLatin1String("coordinates")).toArray());
    version.crs = kCrs;
    version.from = text("valid_from");
    if (const QJsonValue height = facts.value(QLatin1String("max_height_m")); height.isDouble()) {
        version.maxHeight = height.toDouble();
        version.heightReference = text("height_ref");
    }
    version.isSketch = true;
    zone.setParts<heritage::ZoneVersion>({version});
    return zone;
}

} // namespace

Result<> addSampleHeritage(workspace::Workspace &workspace, const QString &folder, const QString &modelId)
{
    LOCI_TRY(const QJsonArray places, featuresOf(folder + QStringLiteral("/heritage_places.geojson")));
    LOCI_TRY(const QJsonArray areas, featuresOf(folder + QStringLiteral("/heritage_zones.geojson")));
    workspace::Catalogue catalogue(workspace);
    LOCI_TRY(const heritage::Profile profile, storage::heritage::loadProfile(catalogue.profileId()));
    std::vector<Asset> assets;
    assets.reserve(static_cast<std::size_t>(places.size()));
    for (const auto &place : places) {
        assets.push_back(assetOf(place.toObject(), modelId, profile));
    }
    std::vector<Zone> zones;
    zones.reserve(static_cast<std::size_t>(areas.size()));
    for (const auto &area : areas) {
        zones.push_back(zoneOf(area.toObject()));
    }
    return catalogue.putAll(assets, zones, {}, QStringLiteral("Sample city, invented"),
                            Texts::tr("Add the heritage records of the sample city"));
}

} // namespace loci::app
