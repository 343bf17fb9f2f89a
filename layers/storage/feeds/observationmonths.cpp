// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationmonths.h"

#include <QDateTime>
#include <limits>

namespace loci::storage {

namespace {
constexpr qint64 kLate = 4'102'444'800'000; // from 2100 on, as before 1970, there is one part only

qint64 monthStart(int year, int month)
{
    return QDateTime(QDate(year, month, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

std::pair<qint64, qint64> partOf(qint64 time)
{
    if (time < 0) {
        return {std::numeric_limits<qint64>::min(), 0};
    }
    if (time >= kLate) {
        return {kLate, std::numeric_limits<qint64>::max()};
    }
    const QDate day = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).date();
    const QDate next = QDate(day.year(), day.month(), 1).addMonths(1);
    return {monthStart(day.year(), day.month()), monthStart(next.year(), next.month())};
}
} // namespace

Result<> ObservationMonths::ensure(qint64 time)
{
    if ((time >= m_from && time < m_until) || m_database.capabilities().fileBacked) {
        return {};
    }
    const auto [from, until] = partOf(time);
    if (!m_known.contains(from)) {
        LOCI_CHECK(m_database.run("SELECT observation_make(?1)", {time}));
        m_known.insert(from);
    }
    m_from = from;
    m_until = until;
    return {};
}

Result<> ObservationMonths::ensureAhead(qint64 now)
{
    LOCI_CHECK(ensure(now));
    const qint64 from = m_from;
    const qint64 until = m_until;
    LOCI_CHECK(ensure(until));
    m_from = from;
    m_until = until;
    return {};
}

void ObservationMonths::forget()
{
    m_known.clear();
    m_from = m_until = 0;
}

} // namespace loci::storage
