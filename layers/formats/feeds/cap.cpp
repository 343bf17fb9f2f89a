// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/capscanner.h"
#include "layers/formats/feeds/feedparts.h"

#include <QCoreApplication>

namespace loci::formats {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::FeedPayload)
};

void require(FeedReading &reading, const QString &value, const char *element, const QString &object)
{
    if (value.isEmpty()) {
        reading.warn(
            QStringLiteral("cap_missing"), object, QLatin1String(element),
            Texts::tr("The alert lacks its element %1, which the protocol demands.").arg(QLatin1String(element)));
    }
}

void checkInfo(FeedReading &reading, const FeedAlertInfo &info, const QString &object)
{
    require(reading, info.event, "event", object);
    require(reading, info.urgency, "urgency", object);
    require(reading, info.severity, "severity", object);
    require(reading, info.certainty, "certainty", object);
}

void checkAlert(FeedReading &reading, const CapScanner::Found &found)
{
    const FeedAlert &alert = found.alert;
    require(reading, alert.identifier, "identifier", alert.identifier);
    require(reading, alert.sender, "sender", alert.identifier);
    require(reading, alert.sent == 0 ? QString() : QStringLiteral("sent"), "sent", alert.identifier);
    require(reading, alert.status, "status", alert.identifier);
    require(reading, alert.type, "msgType", alert.identifier);
    require(reading, found.scope, "scope", alert.identifier);
    if (!alert.type.isEmpty() && alert.type != QStringLiteral("Alert")) {
        require(reading, alert.references, "references", alert.identifier);
    }
    for (const FeedAlertInfo &info : alert.infos) {
        checkInfo(reading, info, alert.identifier);
    }
    for (const QString &shape : found.badShapes) {
        reading.warn(QStringLiteral("cap_area"), alert.identifier, shape.left(60),
                     Texts::tr("A polygon or circle of the alert cannot be read and is left out."));
    }
}

/// What a chart and a list show: the newest warning of the sender; its end is kept in the alert itself.
void addObservation(FeedReading &reading, const FeedAlert &alert)
{
    if (alert.isExercise() || alert.sent == 0 || alert.infos.empty()) {
        return;
    }
    const FeedAlertInfo &info = alert.infos.front();
    feeds::Observation observation;
    observation.stream = reading.feed.id + QStringLiteral("/alerts");
    observation.id = alert.identity();
    observation.value =
        QStringLiteral("%1: %2").arg(info.severity, info.headline.isEmpty() ? info.event : info.headline);
    reading.add(std::move(observation), alert.sent, alert.identifier);
}
} // namespace

Result<> readCap(FeedReading &reading, const QByteArray &bytes)
{
    CapScanner scanner;
    LOCI_CHECK(scanner.scan(bytes));
    reading.payload.links = scanner.links();
    for (const CapScanner::Found &found : scanner.found()) {
        checkAlert(reading, found);
        addObservation(reading, found.alert);
        reading.payload.alerts.push_back(found.alert);
    }
    reading.payload.items = static_cast<qint64>(reading.payload.alerts.size());
    reading.payload.total = scanner.entries();
    if (reading.payload.alerts.empty() && !scanner.isIndex()) {
        return fail(ErrorCode::Invalid, Texts::tr("The payload is XML, but holds no alert."));
    }
    return {};
}

} // namespace loci::formats
