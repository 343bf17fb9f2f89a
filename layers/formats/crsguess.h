// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace loci::formats {

/// One way to take coordinates so that they make sense.
struct CrsCandidate
{
    EpsgCode crs;
    QString name;          ///< of the register
    bool swapAxes = false; ///< northing stands before easting
    double unit = 1;       ///< factor to the unit of the CRS: 0.3048 when the file has feet
    Vec2 lonLat;           ///< where the middle would lie
    double area = 0;       ///< of the area of use, square degrees: the smaller, the less it is chance
    QString reason;        ///< translated: what it supposes
};

/// What is known besides the coordinates.
struct CrsHints
{
    std::optional<Vec2> near; ///< longitude and latitude where the model is expected: the map's middle
    std::vector<int> likely;  ///< codes to try without it (resources/rules/crs-candidates.json)
    static std::vector<int> likelyFromJson(const QByteArray &json);
};

struct CrsJudgement
{
    enum class Verdict {
        Fits,    ///< the middle lies in the area of use of the stated system
        Missing, ///< no system is stated, or none that PROJ knows
        Suspect  ///< one is stated, and the coordinates lie outside its area of use
    };
    Verdict verdict = Verdict::Fits;
    std::vector<CrsCandidate> candidates; ///< best first; empty: nothing fits
    /// Info, warning or error with code missing_crs or suspect_crs; empty when it fits.
    Findings findings(const city::CityModel &model) const;
};

/// Judges where coordinates lie by the areas of use of PROJ's database: axes that are swapped, metres taken for feet,
/// degrees in a projected system, a wrong or missing system. Any thread; makes a PROJ context of its own and uses no
/// network. Never fails for odd numbers; fails when PROJ's database cannot be opened, or when cancelled.
Result<CrsJudgement> guessCrs(const Box3 &extent, EpsgCode stated, const CrsHints &hints,
                              const CancelToken &cancel = {});

} // namespace loci::formats
