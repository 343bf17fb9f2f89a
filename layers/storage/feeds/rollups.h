// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/observation.h"
#include "layers/storage/database.h"

#include <map>
#include <set>

namespace loci::storage {

/// Hourly and daily sums of what one batch adds, written at its end. What was corrected is summed anew from its rows.
class Rollups
{
public:
    static Result<Rollups> prepare(Database &database);
    void add(qint64 stream, qint64 time, const feeds::Reading &value);
    void correct(qint64 stream, qint64 time);
    Result<> write();
    void clear(); ///< the batch was rolled back

private:
    struct Sum
    {
        qint64 count = 0;
        qint64 texts = 0;
        qint64 missing = 0;
        double minimum = 0; // of count values
        double maximum = 0;
        double sum = 0;
        std::optional<qint64> first; // of numbers and texts
        std::optional<qint64> last;
        void add(qint64 time, const feeds::Reading &value);
    };
    using Slot = std::pair<qint64, qint64>; // stream, hour or day
    Rollups() = default;
    static Result<> flush(Statement &statement, std::map<Slot, Sum> &sums);
    static Result<> flushTogether(Statement &statement, const std::map<Slot, Sum> &sums); ///< one journey to a server
    static Result<> sumAnew(Statement &statement, const std::set<Slot> &wrong, qint64 length, qint64 offset);

    bool m_isOneByOne = true;
    std::unique_ptr<Statement> m_addHour;
    std::unique_ptr<Statement> m_addDay;
    std::unique_ptr<Statement> m_anewHour;
    std::unique_ptr<Statement> m_anewDay;
    std::map<Slot, Sum> m_hours;
    std::map<Slot, Sum> m_days;
    std::set<Slot> m_wrongHours;
    std::set<Slot> m_wrongDays;
};

} // namespace loci::storage
