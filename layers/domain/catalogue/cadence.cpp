// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/catalogue/cadence.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace loci::catalogue {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::catalogue::Cadence)
};

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr int kMost = 366'000; // of any part

} // namespace

std::optional<Period> Period::fromText(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral(R"(\AP(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\z)"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    std::array<int, 7> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QString part = match.captured(static_cast<int>(i) + 1);
        bool good = true;
        parts[i] = part.isEmpty() ? 0 : part.toInt(&good);
        if (!good || parts[i] > kMost || (i == 0 && parts[i] > 1000)) {
            return std::nullopt;
        }
    }
    Period period{parts[0], parts[1], 7 * parts[2] + parts[3],
                  parts[4] * kHour + parts[5] * kMinute + parts[6] * kSecond};
    return period.roughMs() > 0 ? std::optional(period) : std::nullopt;
}

QString Period::textOf(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / kSecond;
    if (seconds <= 0) {
        return {};
    }
    if (milliseconds % kDay == 0) {
        return QStringLiteral("P%1D").arg(milliseconds / kDay);
    }
    if (milliseconds % kHour == 0) {
        return QStringLiteral("PT%1H").arg(milliseconds / kHour);
    }
    return milliseconds % kMinute == 0 ? QStringLiteral("PT%1M").arg(milliseconds / kMinute)
                                       : QStringLiteral("PT%1S").arg(seconds);
}

QDateTime Period::after(const QDateTime &moment) const
{
    return moment.addYears(years).addMonths(months).addDays(days).addMSecs(ms);
}

qint64 Period::roughMs() const
{
    return (365LL * years + 30LL * months + days) * kDay + ms;
}

QString Period::words() const
{
    if (ms == 0 && days == 0 && months == 0) {
        return years == 1 ? Texts::tr("every year") : Texts::tr("every %n years", nullptr, years);
    }
    if (ms == 0 && days == 0 && years == 0) {
        return months == 1 ? Texts::tr("every month") : Texts::tr("every %n months", nullptr, months);
    }
    if (ms == 0 && years == 0 && months == 0) {
        return days == 1 ? Texts::tr("every day") : Texts::tr("every %n days", nullptr, days);
    }
    return Texts::tr("every %1").arg(spanWords(roughMs()));
}

QString toText(Timeliness timeliness)
{
    switch (timeliness) {
    case Timeliness::OnTime:
        return QStringLiteral("on time");
    case Timeliness::Late:
        return QStringLiteral("late");
    case Timeliness::NoPromise:
        return QStringLiteral("no promise");
    case Timeliness::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

Timeliness timeliness(const QDateTime &updated, const QString &cadence, const QDateTime &now)
{
    const auto period = Period::fromText(cadence);
    if (!period) {
        return Timeliness::NoPromise;
    }
    if (!updated.isValid()) {
        return Timeliness::Unknown;
    }
    return period->after(updated) < now ? Timeliness::Late : Timeliness::OnTime;
}

QString spanWords(qint64 milliseconds)
{
    const auto count = [milliseconds](qint64 unit) { return static_cast<int>(milliseconds / unit); };
    if (milliseconds >= 2 * kDay) {
        return Texts::tr("%n days", nullptr, count(kDay));
    }
    if (milliseconds >= 2 * kHour) {
        return Texts::tr("%n hours", nullptr, count(kHour));
    }
    if (milliseconds >= 2 * kMinute) {
        return Texts::tr("%n minutes", nullptr, count(kMinute));
    }
    return Texts::tr("%n seconds", nullptr, std::max(0, count(kSecond)));
}

QString timelinessWords(const QDateTime &updated, const QString &cadence, const QDateTime &now)
{
    const QString ago = updated.isValid()
                            ? Texts::tr("Updated %1 ago").arg(spanWords(std::max<qint64>(0, updated.msecsTo(now))))
                            : Texts::tr("Nobody knows when it was updated");
    const auto period = Period::fromText(cadence);
    if (!period) {
        return Texts::tr("%1, nothing is promised").arg(ago);
    }
    const QString promised = Texts::tr("%1, promised %2").arg(ago, period->words());
    return timeliness(updated, cadence, now) == Timeliness::Late
               ? Texts::tr("%1: %2 late").arg(promised, spanWords(period->after(updated).msecsTo(now)))
               : promised;
}

} // namespace loci::catalogue
