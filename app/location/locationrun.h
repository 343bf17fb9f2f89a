// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/location/location.h"
#include "layers/domain/indicators/inputs.h"
#include "layers/workspace/workspace.h"

namespace loci::app {

/// A table that places come from: a file, a table of it, and which of its rows.
struct PlaceTable
{
    QString path, table;
    std::vector<indicators::Condition> where;
};
/// "kind=park|square" (several with commas) as conditions; one sentence when it is none.
Result<std::vector<indicators::Condition>> conditionsFrom(const QString &text);

/// What the person wants to know.
struct LocationRequest
{
    PlaceTable demand, sites, existing; ///< existing: no path, none are there
    QString peopleField, costField;     ///< no cost field: each costs 1
    analysis::LocationGoal goal = analysis::LocationGoal::MaximalCovering;
    double reach = 500; ///< metres
    std::optional<int> mostNew;
    std::optional<double> budget;
    double secondsLimit = 60;
};

/// The answer with what it rests on.
struct LocationRun
{
    analysis::LocationProblem problem;
    analysis::LocationPlan plan;
    QString crs; ///< metres
};
/// Reads the tables, measures in the demand's own system where that has metres, else in the UTM zone of its middle, and
/// solves. A row without a number of people stays unknown. Any thread.
Result<LocationRun> runLocation(const LocationRequest &request, const CancelToken &cancel = {});

QJsonObject toJson(const LocationRun &run);
QString summaryOf(const LocationRun &run); ///< for people

/// The plan as a table of points: every new and existing site, and every demand place with its way before and now and
/// whether it gains. A GeoPackage that is not there yet.
Result<> writeLocation(const LocationRun &run, const QString &path);
/// The same beside a workspace and as its map layer, one step that can be undone. Gives the id of the layer. Needs a
/// QgisRuntime; main thread.
Result<QString> addLocation(workspace::Workspace &workspace, const LocationRun &run, const QString &name);

} // namespace loci::app
