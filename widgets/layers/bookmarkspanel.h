// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/actionregistry.h"
#include "widgets/layers/panel.h"
#include "widgets/layers/viewaccess.h"
#include "widgets/map/mapsession.h"

#include <QPointer>

class QListWidget;
class QListWidgetItem;
class QStackedLayout;

namespace loci::widgets {

class EmptyState;

/// Named views of the workspace (documents "bookmark/<id>"): add what is seen now, go there again, rename, remove; each
/// an undoable step.
class BookmarksPanel final : public Panel
{
    Q_OBJECT
public:
    BookmarksPanel(MapSession &session, ViewAccess views, QWidget *parent = nullptr);
    void registerActions(ActionRegistry &actions); ///< "bookmarks.*"
    /// Call after a workspace was opened or replaced.
    void refresh();

    QStringList ids() const; ///< in the order of the list

    void addCurrentView();
    void goTo(const QString &id);
    void rename(const QString &id, const QString &name);
    void remove(const QString &id);

signals:
    void failed(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void onItemEdited(QListWidgetItem *item);
    void showMenu(const QPoint &position);
    QString selectedId() const;
    QString freeName() const;
    void commit(const QString &title, const QString &id, const std::optional<QByteArray> &value);

    MapSession &m_session;
    ViewAccess m_views;
    QListWidget *m_list = nullptr;
    QWidget *m_filled = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    QPointer<workspace::Workspace> m_followed;
    bool m_filling = false;
};

} // namespace loci::widgets
