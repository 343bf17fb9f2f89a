// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/alerts.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Alerts)
};

QDate startOf(const QString &period)
{
    const QDate day = QDate::fromString(period, Qt::ISODate);
    const QDate month = QDate::fromString(period, QStringLiteral("yyyy-MM"));
    return day.isValid() ? day : month.isValid() ? month : QDate(period.toInt(), 1, 1);
}

class Collector
{
public:
    Collector(const Outcome &outcome, const QString &language) : m_outcome(outcome), m_language(language) {}

    void targets(const Definition &definition)
    {
        const int city = m_outcome.results->areas().city();
        for (const TargetState &state : m_outcome.targetsOf(definition.code, city)) {
            if (state.light != Light::Bad && state.light != Light::Watch) {
                continue;
            }
            Alert alert;
            alert.kind = Alert::Kind::Target;
            alert.bad = state.light == Light::Bad;
            alert.id = QStringLiteral("target/%1/%2/%3").arg(definition.code).arg(state.target.year).arg(alert.bad);
            alert.what = (alert.bad ? Texts::tr("%1: target %2 will be missed") : Texts::tr("%1: target %2 at risk"))
                             .arg(definition.name.in(m_language))
                             .arg(state.target.year);
            alert.indicator = definition.code;
            alert.area = m_outcome.results->areas().at(city).code;
            alert.where = m_outcome.results->areas().at(city).name.in(m_language);
            if (const Calculated *value = m_outcome.results->latest(definition.code, city)) {
                alert.since = startOf(value->period);
            }
            add(std::move(alert));
            return; // the nearest year says it
        }
    }

    /// Areas of the smallest level that reported before and do not now, told together by the area above them.
    void silent(const Definition &definition)
    {
        const AreaTree &areas = m_outcome.results->areas();
        const Calculated *whole = m_outcome.results->latest(definition.code, areas.city());
        const int level = areas.levelOf(definition.level);
        if (whole == nullptr || whole->have == whole->need || level < 0) {
            return;
        }
        std::map<int, int> missing; // by the area above
        for (const int area : areas.atLevel(level)) {
            const Calculated *value = m_outcome.results->find(definition.code, area, whole->period);
            if ((value == nullptr || !value->value) && (value == nullptr || !value->nothing)) {
                ++missing[areas.at(area).parent];
            }
        }
        for (const auto &[area, count] : missing) {
            const Area &above = areas.at(std::max(0, area));
            Alert alert;
            alert.kind = Alert::Kind::Data;
            alert.id = QStringLiteral("data/%1/%2/%3").arg(definition.code, above.code, whole->period);
            alert.what = Texts::tr("%1: data of %n areas missing", nullptr, count).arg(definition.name.in(m_language));
            alert.indicator = definition.code;
            alert.area = above.code;
            alert.where = above.name.in(m_language);
            alert.since = startOf(whole->period);
            add(std::move(alert));
        }
    }

    void streams(int staleHours)
    {
        for (const auto &[name, series] : m_outcome.recent) {
            if (series.values.empty() || series.stepHours != 1) {
                continue;
            }
            const auto last = std::find_if(series.values.rbegin(), series.values.rend(),
                                           [](double value) { return std::isfinite(value); });
            const auto empty = static_cast<int>(last - series.values.rbegin());
            if (empty < staleHours) {
                continue;
            }
            Alert alert;
            alert.kind = Alert::Kind::Stream;
            alert.bad = empty >= 24;
            alert.stream = name;
            alert.where = name.section(QLatin1Char('/'), 0, 0);
            alert.what = Texts::tr("%1: no data for %2 h").arg(name).arg(empty);
            alert.since = series.start.addSecs(3600LL * (static_cast<qint64>(series.values.size()) - empty)).date();
            alert.id = QStringLiteral("stream/%1/%2").arg(name, alert.since.toString(Qt::ISODate));
            add(std::move(alert));
        }
    }

    void problem(const Problem &problem, QDate today)
    {
        if (!problem.isOverdue(today)) {
            return;
        }
        const AreaTree &areas = m_outcome.results->areas();
        const int area = areas.findAny(problem.area);
        Alert alert;
        alert.kind = Alert::Kind::Problem;
        alert.bad = true;
        alert.id = QStringLiteral("problem/%1/%2").arg(problem.id, problem.due().toString(Qt::ISODate));
        alert.what = Texts::tr("Overdue: %1").arg(problem.finding);
        alert.problem = problem.id;
        alert.indicator = problem.indicator;
        alert.area = problem.area;
        alert.where = area >= 0 ? areas.at(area).name.in(m_language) : problem.responsible;
        alert.since = problem.due();
        add(std::move(alert));
    }

    std::vector<Alert> take() { return std::move(m_alerts); }

private:
    void add(Alert alert) { m_alerts.push_back(std::move(alert)); }

    const Outcome &m_outcome;
    QString m_language;
    std::vector<Alert> m_alerts;
};

} // namespace

std::vector<Alert> alertsOf(const Outcome &outcome, const std::vector<Problem> &problems,
                            const std::map<QString, Acknowledgement> &seen, QDate today, const QString &language,
                            int staleHours)
{
    Collector collector(outcome, language);
    for (const Problem &problem : problems) {
        collector.problem(problem, today);
    }
    for (const auto &definition : outcome.results->definitions()) {
        collector.targets(*definition);
        collector.silent(*definition);
    }
    collector.streams(staleHours);
    std::vector<Alert> alerts = collector.take();
    for (Alert &alert : alerts) {
        const auto found = seen.find(alert.id);
        if (found != seen.end()) {
            alert.seen = found->second;
        }
    }
    std::stable_sort(alerts.begin(), alerts.end(), [](const Alert &a, const Alert &b) {
        return std::tuple(a.seen.has_value(), !a.bad) < std::tuple(b.seen.has_value(), !b.bad);
    });
    return alerts;
}

} // namespace loci::indicators
