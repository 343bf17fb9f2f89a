// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/preservation/tasklist.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <tuple>

namespace preservation {

namespace {

QString nameIn(const QJsonObject &asset, const QString &language)
{
    const QJsonArray names = asset.value(QStringLiteral("names")).toArray();
    for (const auto &name : names) {
        if (name[QStringLiteral("lang")].toString() == language) {
            return name[QStringLiteral("text")].toString();
        }
    }
    return {};
}

/// The whole date of "2024", "2024-05" or "2024-05-31": its first day.
QDate firstDay(const QString &text)
{
    const QDate whole = QDate::fromString(text.left(10), Qt::ISODate);
    const QStringList parts = text.split(QLatin1Char('-'));
    return whole.isValid() ? whole : QDate(parts.value(0).toInt(), std::max(1, parts.value(1).toInt()), 1);
}

bool hasPhotograph(const QJsonObject &asset)
{
    const QJsonArray media = asset.value(QStringLiteral("media")).toArray();
    return std::any_of(media.begin(), media.end(), [](const auto &medium) {
        return medium[QStringLiteral("kind")].toString() == QLatin1String("photograph");
    });
}

Task taskOf(const QJsonObject &asset, const QDate &today, int years)
{
    Task task;
    task.zhPlace = nameIn(asset, QStringLiteral("zh"));
    task.place = nameIn(asset, QStringLiteral("en"));
    task.level = asset.value(QStringLiteral("level")).toString();
    const QJsonArray surveys = asset.value(QStringLiteral("surveys")).toArray();
    for (const auto &survey : surveys) {
        const QDate day = firstDay(survey[QStringLiteral("date")].toString());
        if (!task.lastSurvey.isValid() || day > task.lastSurvey) {
            task.lastSurvey = day;
            task.condition = survey[QStringLiteral("condition")].toString();
        }
    }
    const QJsonObject haves = asset.value(QStringLiteral("fourHaves")).toObject();
    for (const char *have : {"zone", "sign", "archive", "keeper"}) {
        if (!haves.value(QLatin1String(have)).toObject().value(QStringLiteral("done")).toBool()) {
            task.missing << QLatin1String(have);
        }
    }
    if (!hasPhotograph(asset)) {
        task.missing << QStringLiteral("photograph");
    }
    if (!task.lastSurvey.isValid() || task.lastSurvey.addYears(years) < today) {
        task.missing << QStringLiteral("survey");
    }
    if (asset.value(QStringLiteral("geometries")).toArray().isEmpty()) {
        task.missing << QStringLiteral("place");
    }
    return task;
}

int severity(const QString &condition)
{
    static const QStringList kWorse = {QStringLiteral("good"), QStringLiteral("fairly-good"), QStringLiteral("fair"),
                                       QStringLiteral("fairly-poor"), QStringLiteral("poor")};
    const qsizetype found = kWorse.indexOf(condition);
    return static_cast<int>(found < 0 ? 2 : found); // unknown: neither good nor bad
}

} // namespace

QList<Task> tasks(const loci::plugin::Snapshot &snapshot, const QDate &today, int years,
                  const std::function<bool()> &cancelled)
{
    QList<Task> found;
    const QStringList keys = snapshot.keys(QStringLiteral("heritage/asset/"));
    for (const QString &key : keys) {
        if (cancelled && cancelled()) {
            return {};
        }
        Task task = taskOf(QJsonDocument::fromJson(snapshot.document(key)).object(), today, years);
        if (!task.missing.isEmpty()) {
            found << std::move(task);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Task &a, const Task &b) {
        const auto order = [](const Task &task) {
            return std::make_tuple(-severity(task.condition), task.level.isEmpty() ? 9 : task.level.toInt(),
                                   task.lastSurvey.isValid() ? task.lastSurvey : QDate(1, 1, 1));
        };
        return order(a) < order(b);
    });
    return found;
}

} // namespace preservation
