// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/problem.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Problem)
};

constexpr std::array kStages{std::pair{Problem::Stage::Found, "found"}, std::pair{Problem::Stage::Working, "working"},
                             std::pair{Problem::Stage::Done, "done"}, std::pair{Problem::Stage::Closed, "closed"}};

QDate dateFrom(const QJsonObject &json, const char *name)
{
    return QDate::fromString(json.value(QLatin1String(name)).toString(), Qt::ISODate);
}

} // namespace

QString toText(Problem::Stage stage)
{
    for (const auto &[value, name] : kStages) {
        if (value == stage) {
            return QLatin1String(name);
        }
    }
    return {};
}

Problem::Stage stageFrom(const QString &text)
{
    for (const auto &[value, name] : kStages) {
        if (text == QLatin1String(name)) {
            return value;
        }
    }
    return Problem::Stage::Found;
}

QString stageWord(Problem::Stage stage)
{
    switch (stage) {
    case Problem::Stage::Found:
        return Texts::tr("found");
    case Problem::Stage::Working:
        return Texts::tr("under way");
    case Problem::Stage::Done:
        return Texts::tr("done, to be checked");
    case Problem::Stage::Closed:
        return Texts::tr("closed");
    }
    return {};
}

QJsonObject Problem::toJson() const
{
    QJsonObject json{{QStringLiteral("stage"), toText(stage)}};
    for (const auto &[name, text] : {std::pair{"finding", finding},
                                     {"measure", measure},
                                     {"responsible", responsible},
                                     {"indicator", indicator},
                                     {"area", area},
                                     {"found", found.toString(Qt::ISODate)},
                                     {"deadline", deadline.toString(Qt::ISODate)},
                                     {"recheck", recheck.toString(Qt::ISODate)}}) {
        if (!text.isEmpty()) {
            json.insert(QLatin1String(name), text);
        }
    }
    if (place) {
        json.insert(QStringLiteral("place"), QJsonArray{place->x, place->y});
    }
    return json;
}

Problem Problem::fromJson(const QString &id, const QJsonObject &json)
{
    Problem problem;
    problem.id = id;
    problem.finding = json.value(QStringLiteral("finding")).toString();
    problem.measure = json.value(QStringLiteral("measure")).toString();
    problem.responsible = json.value(QStringLiteral("responsible")).toString();
    problem.indicator = json.value(QStringLiteral("indicator")).toString();
    problem.area = json.value(QStringLiteral("area")).toString();
    problem.found = dateFrom(json, "found");
    problem.deadline = dateFrom(json, "deadline");
    problem.recheck = dateFrom(json, "recheck");
    problem.stage = stageFrom(json.value(QStringLiteral("stage")).toString());
    const QJsonArray place = json.value(QStringLiteral("place")).toArray();
    if (place.size() == 2 && place.at(0).isDouble() && place.at(1).isDouble() &&
        std::abs(place.at(0).toDouble()) <= 180 && std::abs(place.at(1).toDouble()) <= 90) {
        problem.place = Vec2{place.at(0).toDouble(), place.at(1).toDouble()};
    }
    return problem;
}

QDate Problem::due() const
{
    switch (stage) {
    case Stage::Closed:
        return {};
    case Stage::Done:
        return recheck;
    default:
        return deadline;
    }
}

bool Problem::isOverdue(QDate today) const
{
    return due().isValid() && due() < today;
}

int Problem::daysOverdue(QDate today) const
{
    return isOverdue(today) ? static_cast<int>(due().daysTo(today)) : 0;
}

void sortByUrgency(std::vector<Problem> &problems, QDate today)
{
    const auto rank = [today](const Problem &problem) {
        const bool closed = problem.stage == Problem::Stage::Closed;
        const QDate due = problem.due();
        return std::tuple(closed, !due.isValid(), due.isValid() ? today.daysTo(due) : 0, problem.id);
    };
    std::sort(problems.begin(), problems.end(),
              [&rank](const Problem &a, const Problem &b) { return rank(a) < rank(b); });
}

} // namespace loci::indicators
