// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/geometry.h"
#include "layers/base/result.h"

#include <QString>
#include <optional>
#include <vector>

/// Where the next ones go: location-allocation over straight lines.
namespace loci::analysis {

/// People at a place. Without a number nobody knows how many: such a place is counted, never weighed.
struct DemandPlace
{
    QString id;
    Vec2 place;
    std::optional<double> people;
};

/// A place where a service is, or could be.
struct ServiceSite
{
    QString id;
    Vec2 place;
    double cost = 1;       ///< of a new one, in the unit of the budget
    bool existing = false; ///< is there already and stays
};

enum class LocationGoal {
    MaximalCovering, ///< as many people as possible within the reach
    Median           ///< the way of all people together as short as possible (p-median)
};

/// Coordinates and the reach in metres, all in one system.
struct LocationProblem
{
    LocationGoal goal = LocationGoal::MaximalCovering;
    std::vector<DemandPlace> demands;
    std::vector<ServiceSite> sites;
    double reach = 0;             ///< for MaximalCovering; for Median only who is within it is told
    std::optional<int> mostNew;   ///< how many may be built
    std::optional<double> budget; ///< what they may cost together
    double secondsLimit = 60;     ///< then the best that was found counts, told as not proven
};

/// What becomes of a demand place.
struct Allocation
{
    int site = -1, siteBefore = -1; ///< nearest one with the new sites and without; -1: there is none
    double distance = 0, distanceBefore = 0;
    bool covered = false, coveredBefore = false; ///< within the reach
};

struct LocationPlan
{
    std::vector<int> opened;             ///< new sites, in the order of the problem
    std::vector<Allocation> allocations; ///< by demand place
    double cost = 0;
    double people = 0;                          ///< all that are known
    double peopleCovered = 0, peopleBefore = 0; ///< within the reach
    std::optional<double> meanWay, meanBefore;  ///< metres a person; nothing without a site or without people
    int placesUnknown = 0;                      ///< demand places without a number of people
    double groupedMetres = 0; ///< places of one cell of this size were taken as one to choose the sites; 0: none were
    bool proven = false;      ///< no better plan exists
};

/// Solves with a packaged solver (CBC). Where there are more pairs of place and candidate than it can weigh, near
/// places are taken as one to choose the sites, which is told; all figures are those of the places themselves. Fails
/// with one sentence when the problem makes no sense (no limit on what is built, a negative number, no reach) or when
/// it was cancelled. Any thread.
Result<LocationPlan> locate(const LocationProblem &problem, const CancelToken &cancel = {});
/// The plan that a choice of new sites makes, whoever chose them.
LocationPlan planOf(const LocationProblem &problem, std::vector<int> opened);
/// What locate() makes as large as it can: people within the reach, or metres spared by all people together.
double worthOf(const LocationProblem &problem, const LocationPlan &plan);

/// Pairs of demand place and candidate that are weighed at most.
std::size_t mostPairs(LocationGoal goal);

} // namespace loci::analysis
