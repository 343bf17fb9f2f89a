// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/indicators/workspaceinputs.h"

#include "app/indicators/reachedrows.h"
#include "layers/domain/indicators/cityrows.h"
#include "layers/formats/modelreader.h"
#include "layers/map/indicators/tablereader.h"
#include "layers/workspace/paths.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace loci::app {

using namespace indicators;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::IndicatorRun)
};
} // namespace

WorkspaceInputs::WorkspaceInputs(const IndicatorSnapshot &snapshot, std::shared_ptr<const ObservationSource> streams,
                                 CancelToken cancel)
    : m_snapshot(snapshot)
    , m_streams(std::move(streams))
    , m_cancel(std::move(cancel))
{}

Result<InputData> WorkspaceInputs::read(const Input &input, const AreaTree &areas, int level)
{
    switch (input.from.kind) {
    case Binding::Kind::Table:
        return readTable(input.from, areas, level);
    case Binding::Kind::CityModel:
        return readModel(input.from, areas, level);
    case Binding::Kind::Stream:
        return readStream(input, areas, level);
    default:
        break;
    }
    return fail(ErrorCode::Internal, Texts::tr("The input “%1” has no source of its own.").arg(input.name));
}

QString WorkspaceInputs::versionOf(const QString &path)
{
    const auto known = m_versions.constFind(path);
    if (known != m_versions.constEnd()) {
        return *known;
    }
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool hashed = file.open(QIODevice::ReadOnly) && hash.addData(&file);
    const QString version = hashed ? QString::fromLatin1(hash.result().toHex().left(12)) : QString();
    m_versions.insert(path, version);
    return version;
}

Result<InputData> WorkspaceInputs::readTable(const Binding &binding, const AreaTree &areas, int level)
{
    const auto absolute = [this](const QString &stored) {
        return workspace::resolvedPath(m_snapshot.workspacePath, stored);
    };
    const QString path = absolute(binding.source);
    map::NearTo near;
    QString version = versionOf(path);
    if (!binding.nearSource.isEmpty()) {
        near = {{absolute(binding.nearSource), {}}, binding.nearMetres, binding.nearWhere};
        version += QLatin1Char('+') + versionOf(near.source.path);
    }
    InputCollector collector(binding, areas, level);
    if (!binding.reach.source.isEmpty()) {
        const QString services = absolute(binding.reach.source);
        LOCI_CHECK(eachReachedRow(
            binding, {path, binding.layer}, {services, {}}, areas.crs(),
            [&collector](const Row &row) { collector.add(row); }, m_cancel));
        return collector.take(QFileInfo(path).fileName() + QStringLiteral(" + ") + QFileInfo(services).fileName(),
                              version + QLatin1Char('+') + versionOf(services));
    }
    LOCI_CHECK(map::eachTableRow(
        {path, binding.layer}, areas.crs(), near, [&collector](const Row &row) { collector.add(row); }, m_cancel));
    return collector.take(QFileInfo(path).fileName(), version);
}

Result<InputData> WorkspaceInputs::readModel(const Binding &binding, const AreaTree &areas, int level)
{
    const bool any = binding.source == QLatin1String("*"); // the workspace's model, whatever its id
    const auto path = any ? m_snapshot.models.begin() : m_snapshot.models.find(binding.source);
    if (path == m_snapshot.models.end()) {
        return fail(ErrorCode::NotReadable, Texts::tr("The workspace has no city model “%1”.").arg(binding.source));
    }
    QString file = path->second;
    if (m_snapshot.findModel) {
        LOCI_TRY(file, m_snapshot.findModel(path->second, m_cancel));
    }
    city::CityModelPtr &model = m_models[binding.source];
    if (!model) {
        LOCI_TRY(auto loaded, formats::readModel(file, m_cancel));
        model = std::move(loaded.value);
    }
    const QString crs = model->crs.isKnown() ? QStringLiteral("EPSG:%1").arg(model->crs.value()) : QString();
    InputCollector collector(binding, areas, level);
    LOCI_CHECK(eachCityRow(
        *model, map::placer(crs, areas.crs()), [&collector](const Row &row) { collector.add(row); }, m_cancel));
    return collector.take(QFileInfo(path->second).fileName(), versionOf(file));
}

Result<std::map<QString, Vec2>> stationsOf(const IndicatorSnapshot &snapshot, const AreaTree &areas,
                                           const CancelToken &cancel)
{
    std::map<QString, Vec2> found;
    const QJsonObject stations = snapshot.streams.value(QStringLiteral("stations")).toObject();
    if (stations.isEmpty()) {
        return found;
    }
    const QString path =
        workspace::resolvedPath(snapshot.workspacePath, stations.value(QStringLiteral("path")).toString());
    const QString id = stations.value(QStringLiteral("id")).toString(QStringLiteral("id"));
    LOCI_CHECK(map::eachTableRow(
        {path, {}}, areas.crs(), {},
        [&](const Row &row) {
            const Field name = row.field(id);
            const auto place = row.place();
            if (const auto *text = std::get_if<QString>(&name); text != nullptr && place) {
                found.emplace(*text, *place);
            }
        },
        cancel));
    return found;
}

Result<> WorkspaceInputs::findStations(const AreaTree &areas, int level)
{
    if (m_stations.contains(level)) {
        return {};
    }
    QHash<QString, int> &found = m_stations[level];
    LOCI_TRY(const auto places, stationsOf(m_snapshot, areas, m_cancel));
    for (const auto &[station, place] : places) {
        found.insert(station, areas.areaAt(level, place));
    }
    return {};
}

Result<InputData> WorkspaceInputs::readStream(const Input &input, const AreaTree &areas, int level)
{
    if (!m_streams) {
        return fail(ErrorCode::NotReadable, Texts::tr("The workspace has no streams."));
    }
    LOCI_CHECK(findStations(areas, level));
    const bool city = level == areas.cityLevel();
    return streamInput(input.from, input.unit, *m_streams, level, [&](const QString &station) {
        return city ? areas.city() : m_stations[level].value(station, -1);
    });
}

} // namespace loci::app
