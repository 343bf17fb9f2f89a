// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/capalerts.h"

#include <QDateTime>

namespace loci::feeds {

namespace {

QString idOf(const QString &feed, const QString &sender, const QString &identifier, qint64 sent)
{
    return QStringLiteral("cap:%1:%2,%3,%4").arg(feed, sender, identifier).arg(sent);
}

/// "sender,identifier,sent" triples, apart by white space.
QStringList referencesOf(const QString &feed, const QString &text)
{
    QStringList ids;
    for (const QString &triple : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QStringList parts = triple.split(QLatin1Char(','));
        const QDateTime sent = QDateTime::fromString(parts.value(2), Qt::ISODate);
        if (parts.size() == 3 && sent.isValid()) {
            ids << idOf(feed, parts.at(0), parts.at(1), sent.toMSecsSinceEpoch());
        }
    }
    return ids;
}

GeoPoint middleOf(const std::vector<GeoPoint> &ring)
{
    GeoPoint sum;
    for (const GeoPoint &point : ring) {
        sum.longitude += point.longitude;
        sum.latitude += point.latitude;
    }
    const auto count = static_cast<double>(ring.size());
    return {sum.longitude / count, sum.latitude / count};
}

} // namespace

CapNews newsOf(const QString &feed, const formats::FeedAlert &alert)
{
    CapNews news;
    if (alert.isExercise()) {
        return news;
    }
    news.at = alert.sent;
    if (alert.type == QLatin1String("Update") || alert.type == QLatin1String("Cancel")) {
        news.ended = referencesOf(feed, alert.references);
    }
    const bool warns = alert.type == QLatin1String("Alert") || alert.type == QLatin1String("Update");
    if (!warns || alert.infos.empty()) {
        return news;
    }
    const formats::FeedAlertInfo &info = alert.infos.front();
    Alert made;
    made.id = idOf(feed, alert.sender, alert.identifier, alert.sent);
    made.feed = feed;
    made.level = alertLevelFrom(info.severity);
    made.headline = info.headline.isEmpty() ? info.event : info.headline;
    made.area = info.areas.join(QStringLiteral("; "));
    made.polygons = info.polygons;
    if (!info.polygons.empty() && !info.polygons.front().empty()) {
        made.place = middleOf(info.polygons.front());
    } else if (!info.circles.empty()) {
        made.place = info.circles.front().first;
    }
    made.from = alert.sent;
    made.until = info.expires;
    news.alert = std::move(made);
    return news;
}

} // namespace loci::feeds
