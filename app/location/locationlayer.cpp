// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan as a table of points and as a layer.
#include "layers/map/locationlayer.h"

#include "app/location/locationrun.h"
#include "layers/domain/contracts/wkbfacts.h"
#include "layers/formats/contracts/deliverywriter.h"
#include "layers/workspace/contracts/deliverystore.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUuid>

namespace loci::app {

using analysis::Allocation;
using contracts::FieldType;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::LocationRun)
};

contracts::Contract shapeOfResult(const QString &crs)
{
    contracts::Contract table;
    table.id = QStringLiteral("places");
    table.shape = contracts::Shape::Point;
    table.crs = crs;
    for (const auto &[name, type] :
         {std::pair{"kind", FieldType::Text}, std::pair{"name", FieldType::Text},
          std::pair{"people", FieldType::Number}, std::pair{"way_before", FieldType::Number},
          std::pair{"way_now", FieldType::Number}, std::pair{"within_before", FieldType::Boolean},
          std::pair{"within_now", FieldType::Boolean}, std::pair{"gains", FieldType::Boolean},
          std::pair{"cost", FieldType::Number}}) {
        contracts::Field field;
        field.name = QLatin1String(name);
        field.type = type;
        table.fields.push_back(std::move(field));
    }
    return table;
}

QString truth(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

QString metres(int site, double way)
{
    return site < 0 ? QString() : QString::number(way, 'f', 1);
}

heritage::RowTable rowsOf(const LocationRun &run, const contracts::Contract &shape)
{
    heritage::RowTable table;
    table.crs = run.crs;
    for (const contracts::Field &field : shape.fields) {
        table.columns << field.name;
    }
    const auto add = [&table](const Vec2 &place, std::vector<QString> values) {
        values.resize(static_cast<std::size_t>(table.columns.size()));
        table.rows.push_back(
            {static_cast<qint64>(table.rows.size()) + 1, std::move(values), contracts::wkbPoint(place)});
    };
    for (std::size_t i = 0; i < run.problem.demands.size(); ++i) {
        const analysis::DemandPlace &demand = run.problem.demands[i];
        const Allocation &way = run.plan.allocations[i];
        const bool gains = way.site >= 0 && (way.siteBefore < 0 || way.distance < way.distanceBefore);
        add(demand.place,
            {QStringLiteral("demand"), demand.id, demand.people ? QString::number(*demand.people, 'g', 15) : QString(),
             metres(way.siteBefore, way.distanceBefore), metres(way.site, way.distance), truth(way.coveredBefore),
             truth(way.covered), truth(gains)});
    }
    for (std::size_t s = 0; s < run.problem.sites.size(); ++s) {
        const analysis::ServiceSite &site = run.problem.sites[s];
        const bool isNew = std::binary_search(run.plan.opened.begin(), run.plan.opened.end(), static_cast<int>(s));
        if (site.existing || isNew) {
            add(site.place, {isNew ? QStringLiteral("new") : QStringLiteral("existing"),
                             site.id,
                             {},
                             {},
                             {},
                             {},
                             {},
                             {},
                             isNew ? QString::number(site.cost, 'g', 15) : QString()});
        }
    }
    return table;
}

} // namespace

Result<> writeLocation(const LocationRun &run, const QString &path)
{
    if (QFileInfo::exists(path)) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 is there already.").arg(path));
    }
    const contracts::Contract shape = shapeOfResult(run.crs);
    return formats::writeDelivery(shape, rowsOf(run, shape), path);
}

Result<QString> addLocation(workspace::Workspace &workspace, const LocationRun &run, const QString &name)
{
    LOCI_TRY(const QString path, workspace::deliveryPath(workspace, QStringLiteral("location")));
    LOCI_CHECK(writeLocation(run, path));
    const QString id = QStringLiteral("location_") + QUuid::createUuid().toString(QUuid::Id128);
    const QString base = workspace.isUntitled() ? QString() : QFileInfo(workspace.path()).absolutePath();
    const auto layer = map::locationLayerDocument(path, id, name, base);
    QJsonObject summary = toJson(run);
    summary.insert(QStringLiteral("name"), name);
    const Result<> kept =
        layer ? workspace.commit(
                    {Texts::tr("Add the scenario “%1”").arg(name),
                     {{QLatin1String(workspace::key::kMapLayerPrefix) + id, {}, *layer},
                      {QStringLiteral("location/") + id, {}, QJsonDocument(summary).toJson(QJsonDocument::Compact)}}})
              : Result<>(tl::unexpected<Error>(layer.error()));
    if (!kept) {
        QFile::remove(path); // nothing points to it
        return fail(kept.error());
    }
    return id;
}

} // namespace loci::app
