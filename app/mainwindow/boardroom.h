// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/domain/indicators/outcome.h"
#include "layers/storage/indicatorstore.h"
#include "widgets/board/board.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

namespace loci::widgets {
class ActionRegistry;
class BoardPanel;
class BoardView;
class CompositeCard;
class ExplainCard;
class IndicatorMap;
} // namespace loci::widgets

namespace loci::app {

class LedgerRoom;
class MainWindow;

/// The indicator workplace: panel at the left, board in the place of the views, explanation in the place of the
/// details. Computes in the background when it is first shown and when documents or models change, keeps the values in
/// the workspace, and turns edits of boards into undoable steps. One indicator may lie on the main map and stand in 3D:
/// the document "indicator/map". Areas chosen on map, in 3D or on a board are chosen everywhere.
class BoardRoom final : public QObject
{
    Q_OBJECT
public:
    BoardRoom(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);

    widgets::BoardPanel &panel() const { return *m_panel; }
    widgets::BoardView &view() const { return *m_view; }
    widgets::ExplainCard &card() const { return *m_card; }
    widgets::IndicatorMap &map() const { return *m_map; }
    widgets::CompositeCard &composite() const { return *m_composite; }
    LedgerRoom &ledger() const { return *m_ledger; }
    /// Puts an indicator on map and 3D view as one undoable step; empty: takes it off.
    void putOnMap(const QString &code);
    void addStream(const QString &stream); ///< a tile of it on the board shown last: one undoable step
    const indicators::Outcome *outcome() const { return m_outcome.get(); }
    bool isComputing() const { return m_computing; }
    void onStreams();
    void
    showReadings(); ///< live values came: tiles of streams follow at once, indicators within seconds, at most twenty

    static const QString kWorkplace;

signals:
    void computed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addActions(widgets::ActionRegistry &actions);
    void connectParts();
    void onWorkplace(const QString &id);
    void onWorkspace();
    void onDocuments(const QStringList &keys);
    void loadBoards();
    void compute();
    void take(indicators::Outcome outcome);
    void keepValues();
    void explainCode(const QString &code);
    void lookAt(int area);
    void showOnMap(const QString &areaCode);
    void followSelection();
    void connectMap();
    void selectRows(const QStringList &rows, const QString &fileName);
    void readChoice();
    void onMapArea(const QString &areaCode);
    void setBeside(bool shown);
    void takeScene(); ///< the 3D view's picture, for tiles that show it
    void refreshData();
    void choosePicture(int tile);
    void storeChoice(const QString &title, const QJsonObject &choice);
    void onIndicator(const QString &code);
    void onItem(const QString &id);
    void storeBoard();
    void newBoard();
    void offerPacks();
    void exportBoard(const QString &format);

    MainWindow &m_window;
    Services m_services;
    widgets::BoardPanel *m_panel;
    widgets::BoardView *m_view;
    widgets::ExplainCard *m_card;
    widgets::CompositeCard *m_composite;
    widgets::IndicatorMap *m_map;
    LedgerRoom *m_ledger;
    QImage m_scene;
    std::shared_ptr<const indicators::Outcome> m_outcome;
    std::vector<widgets::Board> m_boards;
    QString m_current, m_code;
    QTimer m_streamsSoon;
    QElapsedTimer m_computeTime;
    bool m_shown = false, m_stale = true, m_computing = false, m_beside = false;
};

} // namespace loci::app
