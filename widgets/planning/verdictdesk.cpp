// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/verdictdesk.h"

#include <utility>

namespace loci::widgets {

VerdictDesk::VerdictDesk(PlanDesk &desk, workspace::TaskRunner &tasks, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_tasks(tasks)
{
    connect(&m_desk, &PlanDesk::caseChanged, this, &VerdictDesk::judge);
    connect(&m_desk, &PlanDesk::currentChanged, this, &VerdictDesk::judge);
}

void VerdictDesk::setShown(bool shown)
{
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    judge();
    emit changed();
}

void VerdictDesk::setFilter(std::optional<planning::Verdict> verdict)
{
    if (verdict != m_filter) {
        m_filter = verdict;
        emit changed();
    }
}

bool VerdictDesk::passesFilter(const analysis::JudgedSubject &subject) const
{
    return !m_filter || subject.verdict == *m_filter;
}

void VerdictDesk::judge()
{
    const auto study = m_desk.study();
    if (!m_shown || m_desk.hasDraft()) {
        return;
    }
    planning::Proposal proposal;
    if (const auto current = m_desk.proposal()) {
        proposal = *current;
    }
    const bool isKnown = m_verdicts && m_judgedBy == study && m_verdicts->proposal.changes == proposal.changes;
    if (!study || isKnown) {
        return;
    }
    if (m_task != 0) {
        m_tasks.cancel(std::exchange(m_task, 0));
    }
    using Judged = Result<analysis::TownVerdicts>;
    auto number = std::make_shared<quint64>(0);
    *number = m_tasks.run(
        this, tr("Judge every building by the rules"),
        [model = study->town().model(), basis = study->basis(), day = study->day(), datum = m_desk.planCase().datum,
         proposal](const CancelToken &cancel, const ProgressFunction &progress) -> Judged {
            return analysis::judgeTown(model, basis, day, datum, proposal, cancel, progress);
        },
        [this, study, number](Judged judged) {
            if (*number != m_task) {
                return; // a newer one is on its way
            }
            m_task = 0;
            if (judged) {
                m_judgedBy = study;
                m_verdicts = std::make_shared<const analysis::TownVerdicts>(std::move(*judged));
            } else if (judged.error().code != ErrorCode::Cancelled) {
                m_desk.report(Result<>(fail(judged.error())));
            }
            emit changed();
        });
    m_task = *number;
    emit changed();
}

} // namespace loci::widgets
