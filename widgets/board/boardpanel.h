// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/outcome.h"
#include "widgets/board/board.h"
#include "widgets/board/readings.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QListWidget;
class QTreeWidget;

namespace loci::widgets {

class EmptyState;
class SectionHeader;
class SidePanel;

/// The left panel of the indicator workplace: boards, the area they look at, and all indicators by theme with status
/// and value. Empty, it offers the shipped packs.
class BoardPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit BoardPanel(QWidget *parent = nullptr);
    void setBoards(const std::vector<Board> &boards, const QString &current);
    void setOutcome(std::shared_ptr<const indicators::Outcome> outcome);
    /// What the streams say now: an indicator whose streams are not live says so, and not what it had said.
    void setReadings(std::shared_ptr<const Readings> readings);
    void setLanguage(const QString &language);
    void setArea(int area);
    void setCurrentCode(const QString &code);

signals:
    void boardChosen(const QString &id);
    void newBoardRequested();
    void indicatorChosen(const QString &code);
    void areaChosen(int area);
    void packRequested();
    void refreshRequested();
    void ledgerRequested();
    void compositeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void fillAreas();
    void fillTree();
    ValueStatus statusOfCode(const QString &code) const;
    QStringList lateWords() const; ///< of the indicators whose streams are not live

    SidePanel *m_panel;
    SectionHeader *m_boardsHead, *m_treeHead;
    QListWidget *m_boards;
    QComboBox *m_areas;
    QTreeWidget *m_tree;
    EmptyState *m_empty;
    QWidget *m_legend;
    std::vector<Board> m_list;
    QString m_current, m_language = QStringLiteral("en"), m_code;
    std::shared_ptr<const indicators::Outcome> m_outcome;
    std::shared_ptr<const Readings> m_readings;
    QStringList m_late; ///< as the list says it now
    int m_area = 0;
};

} // namespace loci::widgets
