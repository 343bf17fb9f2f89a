// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/outcome.h"
#include "layers/domain/indicators/problem.h"

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace loci::widgets {

class OptionalDate;
class SidePanel;

/// The problem ledger beside the board or map: all entries by urgency, and the form of the chosen one. Says what is
/// wanted; stores nothing.
class LedgerCard final : public QWidget
{
    Q_OBJECT
public:
    explicit LedgerCard(QWidget *parent = nullptr);
    void setProblems(const std::vector<indicators::Problem> &problems, QDate today);
    void setOutcome(std::shared_ptr<const indicators::Outcome> outcome); ///< names of areas and indicators
    void setLanguage(const QString &language);
    void choose(const QString &id); ///< empty: a new entry
    QString chosen() const { return m_problem.id; }
    void setPlace(const Vec2 &place); ///< of the entry in the form
    /// What the form says now; the id is empty for a new one.
    indicators::Problem edited() const;

signals:
    void saveRequested(const loci::indicators::Problem &problem);
    void removeRequested(const QString &id);
    void placeRequested();                 ///< a click on the map gives the place
    void showRequested(const QString &id); ///< on the map
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillList();
    void fillChoices();
    void fillForm();

    SidePanel *m_panel;
    QTreeWidget *m_list;
    QFormLayout *m_form;
    QPlainTextEdit *m_finding;
    QLineEdit *m_measure, *m_responsible;
    QComboBox *m_area, *m_indicator, *m_stage;
    OptionalDate *m_found, *m_deadline, *m_recheck;
    QLabel *m_place;
    QPushButton *m_new, *m_save, *m_remove, *m_setPlace, *m_show;
    std::vector<indicators::Problem> m_problems;
    std::shared_ptr<const indicators::Outcome> m_outcome;
    indicators::Problem m_problem;
    QDate m_today;
    QString m_language = QStringLiteral("en");
};

} // namespace loci::widgets
