// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/location/location.h"

namespace loci::analysis {

struct ChosenSites
{
    std::vector<int> sites; ///< of the problem
    bool proven = false;
};

/// A location problem as an integer program: a 0/1 column for each candidate, and for each group of demand places that
/// gains, a share of it for each candidate that it gains from. Only gains over what is there already appear, and places
/// that see the same candidates are one group, so that the program stays small.
class LocationModel
{
public:
    explicit LocationModel(const LocationProblem &problem);
    std::size_t pairs() const { return m_pairs; }
    Result<ChosenSites> solve(const CancelToken &cancel) const;

private:
    struct Gain
    {
        int candidate;
        double worth;
    };
    void addCovering();
    void addMedian();
    void addGroup(std::vector<Gain> gains);
    class Program;

    const LocationProblem &m_problem;
    std::vector<int> m_candidates; // column -> site
    std::vector<std::vector<Gain>> m_groups;
    std::vector<double> m_covering; // worth of a group when any of its candidates is built
    std::size_t m_pairs = 0;
};

/// The longest way that a demand place could have: to what is there already, or to the farthest candidate.
double worstWay(const LocationProblem &problem, std::size_t demand);

} // namespace loci::analysis
