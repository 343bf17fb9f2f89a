// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/heightrules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace loci::city {

Result<HeightRules> HeightRules::fromJson(const QByteArray &json)
{
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    QString missing;
    const auto value = [&](const char *name) { return all[QLatin1String(name)][QLatin1String("value")]; };
    const auto number = [&](const QJsonValue &item, const char *name) {
        if (!item.isDouble() && missing.isEmpty()) {
            missing = QLatin1String(name);
        }
        return item.toDouble();
    };
    const auto plain = [&](const char *name) { return number(value(name), name); };
    const auto end = [&](const char *name, int which) { return number(value(name).toArray().at(which), name); };
    HeightRules rules;
    const QJsonArray types = value("standing").toArray();
    for (const QJsonValue &type : types) {
        rules.standing.insert(type.toString().toStdString());
    }
    rules.tolerance = plain("tolerance");
    rules.scatterFactor = plain("scatterFactor");
    rules.far = plain("far");
    rules.modelOffset = plain("modelOffset");
    rules.zeroHeight = plain("zeroHeight");
    rules.zeroShare = plain("zeroShare");
    rules.highestBuilding = plain("highestBuilding");
    rules.smallestDatumOffset = end("datumOffset", 0);
    rules.largestDatumOffset = end("datumOffset", 1);
    rules.lowestLand = end("land", 0);
    rules.highestLand = end("land", 1);
    rules.fewest = static_cast<int>(plain("fewest"));
    if (rules.standing.empty() && missing.isEmpty()) {
        missing = QStringLiteral("standing");
    }
    if (!missing.isEmpty()) {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("loci::city", "The rules of the height check have no usable \"%1\".")
                        .arg(missing));
    }
    return rules;
}

} // namespace loci::city
