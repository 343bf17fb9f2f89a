// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read the concepts header behind these
#include "layers/domain/feeds/alert.h"
#endif
#include "widgets/common/status.h"

#include <QAbstractListModel>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace loci::widgets {

class FeedSession;

Status statusOf(feeds::AlertLevel level);
/// "Fine dust 1: 82.4 above 75 ug/m3", or the headline of a warning.
QString alertTitle(const feeds::Alert &alert, const FeedSession &session);
/// "severe · since 12:03 · seen by Ann"
QString alertCaption(const feeds::Alert &alert, qint64 now);

/// Alerts, those that still hold first, the newest of each first; then what is over: the history.
class AlertListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, StreamRole, StatusRole, CaptionRole, ActiveRole, NotedRole };
    using QAbstractListModel::QAbstractListModel;
    void setAlerts(feeds::Alerts alerts, const FeedSession &session);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const feeds::Alert *alert(int row) const;

private:
    struct Row
    {
        feeds::Alert alert;
        QString title, caption;
        bool active = false;
        bool operator==(const Row &) const = default;
    };
    std::vector<Row> m_rows;
};

/// The list with the button that takes note of an alert. Nothing pops up by itself.
class AlertList final : public QWidget
{
    Q_OBJECT
public:
    explicit AlertList(FeedSession &session, QWidget *parent = nullptr);
    AlertListModel &model() const { return *m_model; }
    void refresh();
    void choose(const QString &id);

signals:
    void alertChosen(const QString &id, const QString &stream); ///< stream is empty for a warning
    void failed(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void acknowledge();
    void updateButton();
    FeedSession &m_session;
    AlertListModel *m_model;
    QListView *m_list;
    QLabel *m_nothing;
    QPushButton *m_note;
};

} // namespace loci::widgets
