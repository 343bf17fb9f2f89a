// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/briefing/briefingstage.h"
#include "widgets/layers/panel.h"

#include <QHash>

class QComboBox;
class QListWidget;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace loci::widgets {

class BriefingDesk;
class EmptyState;

/// The briefing workplace at the left: which briefing, its scenes with small pictures to be dragged into order, and the
/// steps: keep this view, show, freeze, export. Edits go through the desk.
class BriefingPanel final : public Panel
{
    Q_OBJECT
public:
    BriefingPanel(BriefingDesk &desk, QWidget *parent = nullptr);

    void setLanguage(const QString &language);
    void refresh();
    const briefing::Briefing &briefing() const { return m_briefing; }
    int current() const; ///< scene; -1: none
    void choose(const QString &scene);
    void chooseBriefing(const QString &id);
    void setThumbnail(const QString &scene, const QImage &image);

signals:
    void sceneChosen(int scene);
    void sceneOpened(int scene); ///< double click: views go there
    void keepRequested();
    void showRequested();
    void freezeRequested();
    void thawRequested();
    void exportRequested(const QString &format); ///< "pdf", "png", "web"
    void newRequested();
    void closeRequested();
    void failed(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fillList();
    void takeOrder();
    void removeCurrent();

    BriefingDesk &m_desk;
    briefing::Briefing m_briefing;
    QString m_wanted, m_language = QStringLiteral("en");
    QHash<QString, QImage> m_thumbnails;
    QComboBox *m_which = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_keep = nullptr, *m_show = nullptr;
    QToolButton *m_more = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_filled = nullptr;
    QStackedLayout *m_stack = nullptr;
    bool m_filling = false;
};

} // namespace loci::widgets
