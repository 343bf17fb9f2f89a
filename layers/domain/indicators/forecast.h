// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"

#include <QString>
#include <vector>

namespace loci::indicators {

/// Additive Holt-Winters in its error-correction form, ETS(A,A,A) of Hyndman et al. 2008: level, trend and season are
/// moved by the error of each step. A gap moves them by their own expectation only. Never mixed with measurements.
class HoltWinters
{
public:
    struct Parameters
    {
        double alpha = 0.3, beta = 0.01,
               gamma = 0.1; ///< of level, trend, season; 0 <= beta <= alpha, gamma <= 1 - alpha
    };
    /// Parameters that make the squared errors of forecasts 1 to `horizon` steps ahead least within the past (simplex
    /// search; horizon 1 is the classical choice). Needs two seasons with at least half of their values. NaN is a gap.
    static Result<HoltWinters> fit(const std::vector<double> &values, int season, int horizon = 1,
                                   const CancelToken &cancel = {});

    const Parameters &parameters() const { return m_parameters; }
    int season() const { return m_season; }
    void update(double value);         ///< one step on; NaN: a gap
    double forecast(int steps) const;  ///< the value `steps` ahead, from 1
    double deviation(int steps) const; ///< root mean square of the past errors that far ahead; never shrinks

private:
    void start(const std::vector<double> &values);
    double run(const std::vector<double> &values, std::vector<double> *byStep = nullptr); ///< mean of squared errors
    Parameters m_parameters;
    int m_season = 24, m_horizon = 1, m_phase = 0;
    double m_level = 0, m_trend = 0;
    std::vector<double> m_seasonal;
    std::vector<double> m_deviation; // by step, from 1
};

struct ForecastPoint
{
    double value = 0, low = 0, high = 0; ///< band of 90 %
};

/// What a method was worth on the past: forecasts made from earlier times, against what came.
struct BackTest
{
    int origins = 0, compared = 0;
    double meanAbsolute = 0, rootMeanSquare = 0, bias = 0;
    double naiveMeanAbsolute = 0; ///< of "as one season before", over the same hours
    double inBand = 0;            ///< share of what came that lay in the band
};

struct Forecast
{
    QString method; ///< English name with parameters, for provenance
    std::vector<ForecastPoint> points;
    BackTest backTest;
};

/// Forecast of `steps` values with a back-test over the last `origins` times `steps` values: parameters are fitted on
/// what lies before them.
Result<Forecast> forecast(const std::vector<double> &values, int season, int steps, int origins = 14,
                          const CancelToken &cancel = {});

/// Expected range of a value from the same phase of earlier seasons, and how far it lies from it.
struct Anomaly
{
    bool judged = false; ///< enough history for this step
    double expected = 0, low = 0, high = 0;
    double score = 0; ///< robust z: 0.6745 (x - median) / MAD
    bool flagged = false;
};

/// Seasonal baseline: for each step the median and the median absolute deviation of the same phase in up to `seasons`
/// seasons before it (at least 8 values); flagged when the robust z-score (Iglewicz and Hoaglin 1993) exceeds `limit`.
std::vector<Anomaly> anomalies(const std::vector<double> &values, int season, int seasons = 28, double limit = 3.5);
QString anomalyMethod(int season, int seasons, double limit); ///< English, for provenance

} // namespace loci::indicators
