// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/location/location.h"

#include <QStringList>
#include <QWidget>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace loci::widgets {

/// A table that places may come from.
struct PlaceSource
{
    QString id, title;
    QStringList fields;
};

/// What the person asks for; sources by their id, rows as "field=value|value".
struct LocationAsk
{
    QString demand, demandWhere, people, sites, sitesWhere, cost, existing, existingWhere;
    analysis::LocationGoal goal = analysis::LocationGoal::MaximalCovering;
    int reach = 500;
    int count = 1;  ///< 0: not limited
    int budget = 0; ///< 0: not limited
};

/// Where the next ones go: what to serve, where one could be built, what may be spent, and the answer in words. It
/// computes nothing itself.
class LocationPage final : public QWidget
{
    Q_OBJECT
public:
    explicit LocationPage(QWidget *parent = nullptr);
    void setSources(const std::vector<PlaceSource> &sources);
    void setAsk(const LocationAsk &ask);
    LocationAsk ask() const;
    void setBusy(bool busy);
    void showAnswer(const QString &sentence);

signals:
    void asked(const loci::widgets::LocationAsk &ask);

protected:
    void changeEvent(QEvent *event) override;

private:
    QComboBox *addCombo(const char *name);
    QLineEdit *addWhere(const char *name);
    QSpinBox *addSpin(const char *name, int most, int value);
    QLabel *addLabel();
    void fillFields();
    void retranslate();

    std::vector<PlaceSource> m_sources;
    QLabel *m_intro, *m_demandLabel, *m_peopleLabel, *m_sitesLabel, *m_existingLabel, *m_goalLabel, *m_reachLabel,
        *m_countLabel, *m_budgetLabel, *m_costLabel, *m_answer;
    QComboBox *m_demand, *m_people, *m_sites, *m_existing, *m_goal, *m_cost;
    QLineEdit *m_demandWhere, *m_sitesWhere, *m_existingWhere;
    QSpinBox *m_reach, *m_count, *m_budget;
    QPushButton *m_find;
    bool m_busy = false;
};

} // namespace loci::widgets
