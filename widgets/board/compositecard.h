// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/compositeareas.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QTableWidget;
class QTimer;
class QTreeWidget;

namespace loci::widgets {

class SidePanel;
class StatusBadge;

/// Several indicators joined to one ranking of areas, beside the board: which ones, how they are made comparable,
/// weighted and joined, how consistent the judgements are, and how far each rank moves when the weights do.
class CompositeCard final : public QWidget
{
    Q_OBJECT
public:
    explicit CompositeCard(QWidget *parent = nullptr);
    void setOutcome(std::shared_ptr<const indicators::Outcome> outcome);
    void setPlan(const indicators::CompositePlan &plan);
    indicators::CompositePlan plan() const { return m_plan; }
    void setLanguage(const QString &language);
    const std::optional<indicators::CompositeOutcome> &result() const { return m_result; }
    QString words() const; ///< what it says, for tests and copying

signals:
    void planChanged();
    void areaChosen(const QString &areaCode);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillIndicators();
    void fillJudgements();
    void takePlan(); ///< from the fields
    void compute();
    void showResult(const QString &problem);

    SidePanel *m_panel;
    QTreeWidget *m_indicators, *m_areas;
    QComboBox *m_scale, *m_weighting, *m_aggregation;
    QLabel *m_scaleName, *m_weightingName, *m_aggregationName, *m_problem, *m_method;
    QTableWidget *m_judgements;
    StatusBadge *m_consistency;
    std::shared_ptr<const indicators::Outcome> m_outcome;
    indicators::CompositePlan m_plan;
    std::optional<indicators::CompositeOutcome> m_result;
    QString m_language = QStringLiteral("en");
    bool m_filling = false;
};

} // namespace loci::widgets
