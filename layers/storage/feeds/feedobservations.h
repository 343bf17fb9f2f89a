// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/inputs.h"
#include "layers/storage/feeds/observationhome.h"

#include <QSet>
#include <mutex>

namespace loci::storage {

/// The streams of live feeds for indicators and boards: means of hours from the roll-ups, and the newest value with
/// its state and age. Each stream is read when it is first asked for and kept: what one object says does not change.
/// Any thread.
class FeedObservations final : public indicators::ObservationSource
{
public:
    static constexpr int kMostDays = 400; ///< of hours, counted back from the newest value
    /// Null when no feed has stored anything there. `paused` names feeds.
    static Result<std::shared_ptr<const FeedObservations>> open(const ObservationHome &home,
                                                                const QSet<QString> &paused);

    QStringList streams() const override { return m_names; }
    Result<indicators::HourlySeries> hourly(const QString &stream) const override;
    QString version() const override { return m_version; }
    std::optional<indicators::StreamNow> at(const QString &stream, const QDateTime &moment) const override;
    /// Means of the city's days, a day a step.
    Result<indicators::HourlySeries> daily(const QString &stream) const;

private:
    FeedObservations(ObservationQueries queries, std::vector<StoredStream> streams, QSet<QString> paused);
    const StoredStream *find(const QString &stream) const;
    std::optional<feeds::Observation> lastAt(const StoredStream &stream, qint64 moment) const;

    mutable std::mutex m_mutex; ///< for the two below
    mutable ObservationQueries m_queries;
    mutable std::map<QString, indicators::HourlySeries> m_hours;
    std::map<QString, StoredStream> m_streams;
    QSet<QString> m_paused;
    QStringList m_names;
    QString m_version;
};

} // namespace loci::storage
