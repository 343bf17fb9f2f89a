// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/surfaces.h"
#include "widgets/feeds/feedsession.h"

class QPushButton;

namespace loci::widgets {

class PropertyList;
class StatusBadge;
class StreamChart;

/// One stream at the right of the window: state with its age, value, course with gaps, source, sharing, and the few
/// things that can be done with it.
class StreamCard final : public SidePanel
{
    Q_OBJECT
public:
    explicit StreamCard(FeedSession &session, QWidget *parent = nullptr);
    void showStream(const QString &id);
    QString stream() const { return m_id; }
    QString words() const; ///< what it says, for tests and screen readers

signals:
    void closeRequested();
    void goToRequested(const QString &stream);
    void boardRequested(const QString &stream);
    void failed(const QString &message);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void retranslate();
    void togglePause();
    const feeds::FeedStatus *feedOf(const std::vector<feeds::FeedStatus> &feeds) const;

    FeedSession &m_session;
    QString m_id;
    StatusBadge *m_state;
    QLabel *m_value, *m_note;
    StreamChart *m_chart;
    PropertyList *m_facts;
    QPushButton *m_goTo, *m_board, *m_pause;
    QToolButton *m_close;
};

} // namespace loci::widgets
