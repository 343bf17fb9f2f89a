// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/observation.h"

#include <QStringList>

namespace loci::formats {

/// One information block of an alert: a language, with its areas.
struct FeedAlertInfo
{
    QString language;
    QString event;
    QString severity;
    QString urgency;
    QString certainty;
    QString headline; ///< plain text, whatever is written in it
    std::optional<qint64> expires;
    QStringList areas;
    std::vector<std::vector<feeds::GeoPoint>> polygons;
    std::vector<std::pair<feeds::GeoPoint, double>> circles; ///< centre and radius in metres
};

/// A warning of the Common Alerting Protocol.
struct FeedAlert
{
    QString identifier;
    QString sender;
    qint64 sent = 0;
    QString status;
    QString type;       ///< Alert, Update, Cancel, ...
    QString references; ///< as written: sender,identifier,sent of what this one supersedes
    std::vector<FeedAlertInfo> infos;
    /// Not for the screens of a council: a test, a draft or an exercise.
    bool isExercise() const { return status != QStringLiteral("Actual"); }
    QString identity() const { return QStringLiteral("%1,%2,%3").arg(sender, identifier).arg(sent); }
};

} // namespace loci::formats
