// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace loci::widgets {

class AlertList;
class EmptyState;
class FeedForm;
class FeedSession;
class SearchField;
class SegmentedControl;
class SidePanel;
class StreamListModel;

/// The live feeds: every stream with its state, value, age and recent course; a form to add and change a feed.
class FeedsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit FeedsPanel(FeedSession &session, QWidget *parent = nullptr);
    void addFeed();
    StreamListModel &model() const { return *m_model; }
    AlertList &alerts() const { return *m_alerts; }
    void showPart(const QString &id);   ///< "streams" or "alerts"
    void markStream(const QString &id); ///< the row of a stream that was chosen elsewhere

signals:
    void streamChosen(const QString &id);  ///< to be shown on the map
    void streamEntered(const QString &id); ///< the pointer is on it; empty: on none
    void alertChosen(const QString &id, const QString &stream);
    void closeRequested();
    void failed(const QString &message);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void retranslate();
    void keepSecret();
    void save();
    void test();
    QString currentFeed() const;
    void editCurrent();
    void removeCurrent();
    void pauseCurrent();

    FeedSession &m_session;
    StreamListModel *m_model;
    SidePanel *m_panel;
    QStackedWidget *m_pages;
    SearchField *m_words;
    QListView *m_list;
    QLabel *m_counts;
    QLabel *m_problem;
    EmptyState *m_empty;
    SegmentedControl *m_parts;
    QStackedWidget *m_lists;
    AlertList *m_alerts;
    FeedForm *m_form;
    QToolButton *m_add, *m_edit, *m_pause, *m_remove, *m_close;
};

} // namespace loci::widgets
