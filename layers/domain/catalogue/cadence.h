// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <optional>

namespace loci::catalogue {

/// A distance in time as ISO 8601 writes it: "P1Y", "P1M", "P7D", "PT15M". Nothing longer than a thousand years.
struct Period
{
    int years = 0, months = 0, days = 0;
    qint64 ms = 0;

    static std::optional<Period> fromText(const QString &text); ///< nothing for zero and for what is no period
    static QString textOf(qint64 milliseconds);                 ///< "PT15M"; empty for 0
    QDateTime after(const QDateTime &moment) const;
    QString words() const; ///< translated: "every month", "every 15 minutes"
    qint64 roughMs() const;
};

enum class Timeliness {
    OnTime,
    Late,      ///< the promised moment has passed
    NoPromise, ///< nothing was promised
    Unknown    ///< promised, but nobody knows when it was updated
};
QString toText(Timeliness timeliness); ///< "on time", "late", "no promise", "unknown": stable

Timeliness timeliness(const QDateTime &updated, const QString &cadence, const QDateTime &now);
/// A sentence: "Updated 3 days ago, promised every day: 2 days late".
QString timelinessWords(const QDateTime &updated, const QString &cadence, const QDateTime &now);
/// "3 days", "2 hours", "5 minutes".
QString spanWords(qint64 milliseconds);

} // namespace loci::catalogue
