// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/domain/indicators/problem.h"
#include "widgets/board/boarddata.h"

#include <QObject>
#include <QPointer>
#include <memory>

namespace loci::map {
class ProblemLayer;
}
namespace loci::indicators {
struct Outcome;
}
namespace loci::widgets {
class ActionRegistry;
class LedgerCard;
struct Board;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// The problem ledger and the alerts of a workspace: documents "problem/<id>" and "alert/<id>" (acknowledged), the card
/// beside the views, symbols on the map. Each change is one undoable step. Main thread.
class LedgerRoom final : public QObject
{
    Q_OBJECT
public:
    LedgerRoom(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    ~LedgerRoom() override;

    widgets::LedgerCard &card() const { return *m_card; }
    const std::vector<indicators::Problem> &problems() const { return m_problems; }
    /// What the tiles of that board show beside the indicators. `scene` is the 3D view's last picture.
    std::shared_ptr<const widgets::BoardData> data(const indicators::Outcome &outcome, const widgets::Board &board,
                                                   const QImage &scene) const;
    void setOutcome(std::shared_ptr<const indicators::Outcome> outcome);
    void onWorkspace();
    /// True when one of them is ours; everything shown is up to date then.
    bool onDocuments(const QStringList &keys);
    void retint(); ///< colours or language changed
    void open(const QString &id = {});
    void acknowledge(const QString &alertId); ///< or takes that back
    /// The entry that is selected on the map; empty: none.
    QString selectedProblem() const;

signals:
    void changed(); ///< alerts or problems

private:
    void read();
    void showOnMap();
    void save(const indicators::Problem &problem);
    void remove(const QString &id);
    void drawPlace();
    void goTo(const QString &id);
    std::optional<Vec2> placeOf(const indicators::Problem &problem) const; ///< longitude and latitude
    QDate today() const;
    void commit(const QString &title, const QString &key, const std::optional<QByteArray> &value);

    MainWindow &m_window;
    Services m_services;
    widgets::LedgerCard *m_card;
    map::ProblemLayer *m_layer;
    std::shared_ptr<const indicators::Outcome> m_outcome;
    std::vector<indicators::Problem> m_problems;
    std::map<QString, indicators::Acknowledgement> m_seen;
};

} // namespace loci::app
