// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/townverdicts.h"
#include "widgets/planning/plandesk.h"

#include <QObject>
#include <QString>
#include <optional>

namespace loci::widgets {

/// What the rules say of every building and parcel under the current scenario, judged in the background while somebody
/// looks at it: after each stored change, not while a building is dragged. One filter for table, map and 3D. Main
/// thread.
class VerdictDesk final : public QObject
{
    Q_OBJECT
public:
    using Verdicts = std::shared_ptr<const analysis::TownVerdicts>;

    VerdictDesk(PlanDesk &desk, workspace::TaskRunner &tasks, QObject *parent = nullptr);

    void setShown(bool shown);
    bool isShown() const { return m_shown; }
    bool isBusy() const { return m_task != 0; }
    Verdicts verdicts() const { return m_shown ? m_verdicts : nullptr; } ///< null: not shown, or not judged yet
    void setFilter(std::optional<planning::Verdict> verdict);            ///< absent: all
    std::optional<planning::Verdict> filter() const { return m_filter; }
    bool passesFilter(const analysis::JudgedSubject &subject) const;

signals:
    void changed(); ///< verdicts, filter, or whether they are shown

private:
    void judge();

    PlanDesk &m_desk;
    workspace::TaskRunner &m_tasks;
    Verdicts m_verdicts;
    std::shared_ptr<const analysis::PlanStudy> m_judgedBy; ///< the study that the verdicts belong to
    std::optional<planning::Verdict> m_filter;
    quint64 m_task = 0; ///< that is awaited; an older one is cancelled
    bool m_shown = false;
};

} // namespace loci::widgets
