// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/observation.h"

#include <QHash>
#include <functional>

namespace loci::feeds {

/// How bad it is; stored as a number: never change the values. The five are those of CAP 1.2, "Unknown" first.
enum class AlertLevel { Unknown, Minor, Moderate, Severe, Extreme };
QString alertLevelCode(AlertLevel level);       ///< "severe": stable, never translated
QString alertLevelName(AlertLevel level);       ///< translated
AlertLevel alertLevelFrom(const QString &word); ///< of CAP, in any case; unknown words are Unknown

/// Something that a person should know of: a warning of somebody, or a stream beyond its limit.
struct Alert
{
    QString id;     ///< stable: the same event has the same one
    QString feed;   ///< it came by
    QString stream; ///< whose limit was passed; empty: a warning
    AlertLevel level = AlertLevel::Unknown;
    QString headline;              ///< plain text; of a limit empty: it is worded when shown
    QString area;                  ///< as the source words it
    std::optional<GeoPoint> place; ///< of the stream, or the middle of the area
    std::vector<std::vector<GeoPoint>> polygons;
    qint64 from = 0;             ///< ms since 1970 UTC
    std::optional<qint64> until; ///< ended, cancelled or expired
    std::optional<double> value; ///< that passed the limit
    std::optional<double> limit;
    QString unit;
    bool simulated = false;
    QString acknowledgedBy; ///< a person's name
    std::optional<qint64> acknowledgedAt;

    bool isActive(qint64 now) const { return from <= now && (!until || *until > now); }
    bool isAcknowledged() const { return acknowledgedAt.has_value(); }
    bool operator==(const Alert &) const = default;
};
using Alerts = std::vector<Alert>;

/// A limit of streams: "pm25-*" stands for all that begin so.
struct AlertLimit
{
    QString stream; ///< as the feed names it
    std::optional<double> above, below;
    AlertLevel level = AlertLevel::Moderate;
    bool operator==(const AlertLimit &) const = default;
    bool names(const QString &own) const
    {
        return stream.endsWith(QLatin1Char('*')) ? own.startsWith(stream.chopped(1)) : own == stream;
    }
    bool isPassedBy(double value) const { return (above && value > *above) || (below && value < *below); }
};
using AlertLimits = std::vector<AlertLimit>;

/// Watches the limits of streams: an alert begins with the first value beyond a limit and ends when kCalm values in a
/// row were within, so that a value that trembles about its limit is one alert. A missing value, one from the future
/// and one older than what was judged say nothing. One thread.
class LimitWatch
{
public:
    static constexpr int kCalm = 6;
    /// `own` is the stream's name within its feed. What changed: begun, or ended (with `until`).
    Alerts judge(const AlertLimits &limits, const QString &own, const StreamDescription &stream,
                 const Observation &observation);
    /// After a restart: what had begun and not ended.
    void remember(const Alerts &active);

private:
    QHash<QString, Alert> m_active;
    QHash<QString, int> m_within;    ///< values in a row, of active ones
    QHash<QString, qint64> m_judged; ///< newest time by stream
};

} // namespace loci::feeds
