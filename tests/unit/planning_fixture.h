// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/ruleengine.h"
#include "layers/domain/city/citymodel.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <map>
#include <vector>

namespace loci::test {

/// A house of one box.
struct BoxHouse
{
    QString id;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0, z0 = 0, z1 = 0;
    std::map<QString, QString> texts = {};
    double storeys = 0; ///< 0: not said
};
city::CityModelPtr boxTown(const std::vector<BoxHouse> &houses, int epsg = 28992);

/// {"type": "Feature", ...} with a box as polygon.
QJsonObject boxFeature(const QJsonObject &properties, double x0, double y0, double x1, double y1);
QJsonObject feature(const QJsonObject &properties, const QString &type, const QJsonArray &coordinates);
QByteArray collection(const std::vector<QJsonObject> &features, int epsg = 28992);

/// A pack of rules; members that every rule needs are filled in where they are missing.
QByteArray packOf(const std::vector<QJsonObject> &rules);

struct CheckInput
{
    city::CityModelPtr model;
    std::vector<QJsonObject> features, rules;
    QSet<QString> proposed = {};
    QDate day = QDate(2026, 1, 1);
    QString datum = {};
};
/// Runs the engine; an empty report with a failure message when something fails.
analysis::CheckReport check(const CheckInput &input);
/// The row of a rule for a subject, in an area when one is named; nothing when there is none.
const planning::RuleResult *rowIn(const analysis::CheckReport &report, const QString &subject, const QString &rule,
                                  const QString &area = {});

} // namespace loci::test
