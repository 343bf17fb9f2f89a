// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/indicators/indicatorrun.h"

#include "app/indicators/feedstreams.h"
#include "app/indicators/workspaceinputs.h"
#include "layers/domain/feeds/feeddescription.h"
#include "layers/domain/indicators/aqistreams.h"
#include "layers/formats/observations/csvobservations.h"
#include "layers/map/indicators/tablereader.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace loci::app {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::IndicatorRun)
};

Result<std::shared_ptr<const AirQualityRules>> airRules()
{
    QFile file(QStringLiteral(":/rules/airquality.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, Texts::tr("The rules of air quality are missing in this program."));
    }
    LOCI_TRY(AirQualityRules rules, AirQualityRules::fromJson(file.readAll()));
    return std::make_shared<const AirQualityRules>(std::move(rules));
}

void keepRecent(Outcome &outcome)
{
    for (const QString &stream : outcome.streams ? outcome.streams->streams() : QStringList()) {
        auto series = outcome.streams->hourly(stream);
        if (!series) {
            continue;
        }
        const std::size_t kept = std::min(series->values.size(), Outcome::kRecentSteps);
        const std::size_t dropped = series->values.size() - kept;
        series->values.erase(series->values.begin(), series->values.begin() + static_cast<std::ptrdiff_t>(dropped));
        series->start = series->start.addSecs(3600LL * series->stepHours * static_cast<qint64>(dropped));
        outcome.recent.emplace(stream, std::move(*series));
    }
}

/// A day ahead, as far as there is enough past; back-tested on the last days.
void addForecasts(Outcome &outcome, const QStringList &streams, const CancelToken &cancel)
{
    for (const QString &stream : streams) {
        const auto series = outcome.streams ? outcome.streams->hourly(stream) : Result<HourlySeries>();
        if (outcome.streams && series && series->stepHours == 1) {
            if (auto made = forecast(series->values, 24, 24, 7, cancel)) {
                outcome.forecasts.emplace(stream, std::move(*made));
            }
            std::vector<Anomaly> judged = anomalies(series->values, 24);
            const std::size_t kept = std::min(judged.size(), Outcome::kRecentSteps);
            judged.erase(judged.begin(), judged.end() - static_cast<std::ptrdiff_t>(kept));
            outcome.anomalies.emplace(stream, std::move(judged));
        }
    }
}

QJsonArray inputsOf(const Calculated &value)
{
    QJsonArray inputs;
    for (const UsedInput &input : value.inputs) {
        inputs.append(QJsonObject{{QStringLiteral("name"), input.name},
                                  {QStringLiteral("value"), input.value ? QJsonValue(*input.value) : QJsonValue()},
                                  {QStringLiteral("unit"), input.unit},
                                  {QStringLiteral("source"), input.source},
                                  {QStringLiteral("version"), input.version},
                                  {QStringLiteral("rows"), input.rows},
                                  {QStringLiteral("rowsWithoutValue"), input.unknownRows}});
    }
    return inputs;
}

} // namespace

IndicatorSnapshot indicatorSnapshot(const workspace::Workspace &workspace)
{
    IndicatorSnapshot snapshot;
    snapshot.workspacePath = workspace.path();
    snapshot.observations = workspace.observations();
    snapshot.areas = workspace.json(QLatin1String(workspace::key::kIndicatorAreas));
    snapshot.streams = workspace.json(QLatin1String(workspace::key::kIndicatorFeeds));
    snapshot.findModel = workspace::modelFinder(workspace);
    const QString models = QLatin1String(workspace::key::kCityModelPrefix);
    for (const QString &key : workspace.keys(models)) {
        snapshot.models[key.mid(models.size())] =
            workspace::resolvedPath(workspace.path(), workspace.json(key).value(QStringLiteral("path")).toString());
    }
    for (const QString &key : workspace.keys(QLatin1String(workspace::key::kIndicatorPrefix))) {
        auto definition = Definition::fromJson(workspace.json(key));
        if (!definition) {
            snapshot.findings.push_back({Severity::Error,
                                         QStringLiteral("bad_indicator"),
                                         key,
                                         {},
                                         definition.error().message,
                                         workspace.name()});
            continue;
        }
        if (!definition->targets.isEmpty()) {
            snapshot.targets[definition->code] = definition->targets;
        }
        snapshot.definitions.push_back(std::make_shared<const Definition>(std::move(*definition)));
    }
    const QString targets = QLatin1String(workspace::key::kTargetPrefix);
    for (const QString &key : workspace.keys(targets)) {
        snapshot.targets[key.mid(targets.size())] = TargetPlan::fromJson(workspace.json(key));
    }
    for (const QString &key : workspace.keys(QLatin1String(workspace::key::kBoardPrefix))) {
        const QJsonArray tiles = workspace.json(key).value(QStringLiteral("tiles")).toArray();
        for (const QJsonValue &tile : tiles) {
            const QString stream = tile.toObject().value(QStringLiteral("stream")).toString();
            if (!stream.isEmpty() && !snapshot.shownStreams.contains(stream)) {
                snapshot.shownStreams << stream;
            }
        }
    }
    for (const QString &key : workspace.keys(QLatin1String(feeds::kFeedPrefix))) {
        if (workspace.json(key).value(QStringLiteral("paused")).toBool()) {
            snapshot.pausedFeeds.insert(key.mid(static_cast<qsizetype>(qstrlen(feeds::kFeedPrefix))));
        }
    }
    return snapshot;
}

Result<std::shared_ptr<const ObservationSource>> streamsOf(const IndicatorSnapshot &snapshot, const CancelToken &cancel)
{
    const QJsonArray items = snapshot.streams.value(QStringLiteral("files")).toArray();
    std::vector<formats::ObservationFile> files;
    files.reserve(static_cast<std::size_t>(items.size()));
    for (const QJsonValue &item : items) {
        formats::ObservationFile file;
        file.path =
            workspace::resolvedPath(snapshot.workspacePath, item.toObject().value(QStringLiteral("path")).toString());
        const QJsonObject units = item.toObject().value(QStringLiteral("units")).toObject();
        for (auto it = units.begin(); it != units.end(); ++it) {
            file.units.insert(it.key(), it.value().toString());
        }
        files.push_back(std::move(file));
    }
    if (files.empty()) {
        return withFeedStreams({}, snapshot);
    }
    LOCI_TRY(auto read, formats::CsvObservations::read(files, cancel));
    LOCI_TRY(auto rules, airRules());
    return withFeedStreams(std::make_shared<const AqiStreams>(std::move(read.value), std::move(rules)), snapshot);
}

Result<Outcome> runIndicators(const IndicatorSnapshot &snapshot, const QDateTime &nowUtc, const CancelToken &cancel,
                              const ProgressFunction &progress)
{
    const auto absolute = [&snapshot](const QString &stored) {
        return workspace::resolvedPath(snapshot.workspacePath, stored);
    };
    Findings findings = snapshot.findings;
    const auto problem = [&findings](const Error &error, const char *code) {
        findings.push_back({Severity::Error, QLatin1String(code), {}, {}, error.message});
    };
    Outcome outcome;
    outcome.now = nowUtc;
    outcome.targets = snapshot.targets;
    std::shared_ptr<const AreaTree> areas = std::make_shared<const AreaTree>();
    if (auto read = map::readAreas(snapshot.areas, absolute, cancel)) {
        areas = std::move(*read);
    } else {
        problem(read.error(), "indicator_areas");
    }
    if (auto streams = streamsOf(snapshot, cancel)) {
        outcome.streams = std::move(*streams);
    } else {
        problem(streams.error(), "indicator_streams");
    }
    WorkspaceInputs inputs(snapshot, outcome.streams, cancel);
    LOCI_TRY(Results results, compute(snapshot.definitions, areas, inputs, nowUtc, cancel, progress));
    results.findings.insert(results.findings.begin(), findings.begin(), findings.end());
    keepRecent(outcome);
    addForecasts(outcome, snapshot.shownStreams, cancel);
    if (auto stations = stationsOf(snapshot, *areas, cancel)) {
        outcome.stations = std::move(*stations);
    } else {
        results.findings.push_back(
            {Severity::Error, QStringLiteral("indicator_stations"), {}, {}, stations.error().message});
    }
    outcome.results = std::make_shared<const Results>(std::move(results));
    return outcome;
}

std::vector<storage::IndicatorRow> indicatorRows(const Results &results)
{
    std::vector<storage::IndicatorRow> rows;
    rows.reserve(results.values().size());
    for (const Calculated &value : results.values()) {
        const Definition *definition = results.definition(value.code);
        const Area &area = results.areas().at(value.area);
        storage::IndicatorRow row;
        row.code = value.code;
        row.area = area.code;
        row.period = value.period;
        row.level = results.areas().levels().value(area.level);
        row.value = value.value;
        row.unit = definition != nullptr ? definition->unit : QString();
        row.quality = toText(value.quality);
        row.have = value.have;
        row.need = value.need;
        row.calculation = value.id;
        row.computed = value.computedAt;
        row.provenance = QJsonDocument(QJsonObject{{QStringLiteral("inputs"), inputsOf(value)},
                                                   {QStringLiteral("formula"), value.written},
                                                   {QStringLiteral("reason"), value.reason},
                                                   {QStringLiteral("method"),
                                                    definition != nullptr ? definition->version : QString()}})
                             .toJson(QJsonDocument::Compact);
        rows.push_back(std::move(row));
    }
    return rows;
}

QStringList shippedPacks()
{
    QStringList names =
        QDir(QStringLiteral(":/indicators")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (QString &name : names) {
        name.chop(5);
    }
    return names;
}

Result<QByteArray> packText(const QString &nameOrPath)
{
    const bool shipped = shippedPacks().contains(nameOrPath);
    QFile file(shipped ? QStringLiteral(":/indicators/%1.json").arg(nameOrPath) : nameOrPath);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable,
                    Texts::tr("There is no indicator pack “%1”; Loci brings %2.")
                        .arg(QDir::toNativeSeparators(nameOrPath), shippedPacks().join(QStringLiteral(", "))),
                    file.errorString());
    }
    return file.readAll();
}

Result<int> addPack(workspace::Workspace &workspace, const QString &nameOrPath)
{
    LOCI_TRY(const QByteArray text, packText(nameOrPath));
    const auto pack = readPack(text, nameOrPath);
    if (pack.value.empty()) {
        return fail(ErrorCode::Invalid,
                    pack.findings.empty() ? Texts::tr("The pack holds no indicator.") : pack.findings.front().message);
    }
    workspace::Command command;
    command.title = Texts::tr("Add the indicators of “%1”").arg(nameOrPath);
    for (const Definition &definition : pack.value) {
        command.changes.push_back({QLatin1String(workspace::key::kIndicatorPrefix) + definition.code,
                                   {},
                                   QJsonDocument(definition.json).toJson(QJsonDocument::Compact)});
    }
    LOCI_CHECK(workspace.commit(std::move(command)));
    return static_cast<int>(pack.value.size());
}

} // namespace loci::app
