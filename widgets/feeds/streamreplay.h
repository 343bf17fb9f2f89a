// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read the concepts header behind these
#include "layers/feeds/feedrunner.h"
#endif

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <memory>
#include <optional>
#include <vector>

namespace loci::widgets {

/// A value of the recent past, for the small charts; without a number it is a gap.
struct StreamPoint
{
    qint64 time = 0;
    std::optional<double> number;
};
using StreamPoints = std::vector<StreamPoint>;

/// All streams as they were at one moment.
struct StreamsAtMoment
{
    qint64 moment = 0;
    std::vector<feeds::StreamStatus> streams; ///< by name
    QHash<QString, StreamPoints> recent;
};

/// Reads moments of the past from a store of observations on a thread of its own; while it is busy only the newest
/// wish is kept. Main thread.
class StreamReplay final : public QObject
{
    Q_OBJECT
public:
    explicit StreamReplay(QObject *parent = nullptr);
    ~StreamReplay() override;
    void setStore(const storage::ObservationHome &store); ///< none: nothing is shown
    void show(qint64 moment);
    void forget(); ///< what is being read comes to nothing

    static constexpr int kPoints = 60;
    static constexpr std::size_t kMostCharts = 400; ///< with more streams than these, values come without charts

signals:
    void read(const std::shared_ptr<const loci::widgets::StreamsAtMoment> &streams);

private:
    void start();
    storage::ObservationHome m_store;
    std::optional<qint64> m_wanted;
    bool m_busy = false;
    int m_round = 0;
    QThreadPool m_pool;
};

} // namespace loci::widgets
