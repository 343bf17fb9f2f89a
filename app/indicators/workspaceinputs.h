// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/indicators/indicatorrun.h"
#include "layers/domain/city/citymodel.h"

#include <QHash>

namespace loci::app {

/// Where the stations of a workspace stand, in the system of the areas: {"stations": {"path", "id"}} of its streams
/// names a layer of points. Empty when it names none.
Result<std::map<QString, Vec2>> stationsOf(const IndicatorSnapshot &snapshot, const indicators::AreaTree &areas,
                                           const CancelToken &cancel);

/// Reads the inputs of a workspace's indicators: tables by OGR, city models, streams. One thread.
class WorkspaceInputs final : public indicators::InputReader
{
public:
    WorkspaceInputs(const IndicatorSnapshot &snapshot, std::shared_ptr<const indicators::ObservationSource> streams,
                    CancelToken cancel);
    Result<indicators::InputData> read(const indicators::Input &input, const indicators::AreaTree &areas,
                                       int level) override;

private:
    Result<indicators::InputData> readTable(const indicators::Binding &binding, const indicators::AreaTree &areas,
                                            int level);
    Result<indicators::InputData> readModel(const indicators::Binding &binding, const indicators::AreaTree &areas,
                                            int level);
    Result<indicators::InputData> readStream(const indicators::Input &input, const indicators::AreaTree &areas,
                                             int level);
    QString versionOf(const QString &path);
    Result<> findStations(const indicators::AreaTree &areas, int level);

    const IndicatorSnapshot &m_snapshot;
    std::shared_ptr<const indicators::ObservationSource> m_streams;
    CancelToken m_cancel;
    QHash<QString, QString> m_versions;             // of files, by path
    std::map<QString, city::CityModelPtr> m_models; // read once
    std::map<int, QHash<QString, int>> m_stations;  // level -> station -> area
};

} // namespace loci::app
