// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/bookmarkspanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QCollator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QUuid>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kIdRole = Qt::UserRole;

QJsonArray toArray(const Box3 &box)
{
    return {box.min.x, box.min.y, box.max.x, box.max.y};
}

Box3 toBox(const QJsonArray &array)
{
    if (array.size() != 4) {
        return {};
    }
    return {{array[0].toDouble(), array[1].toDouble(), 0}, {array[2].toDouble(), array[3].toDouble(), 0}};
}

QString keyOf(const QString &id)
{
    return QLatin1String(workspace::key::kBookmarkPrefix) + id;
}
} // namespace

BookmarksPanel::BookmarksPanel(MapSession &session, ViewAccess views, QWidget *parent)
    : Panel(parent)
    , m_session(session)
    , m_views(std::move(views))
{
    build();
    refresh();
}

void BookmarksPanel::build()
{
    const Tokens &t = tokens();
    m_filled = new QWidget(this);
    auto *heading = makeLabel(m_filled, "title");
    auto *add = makeIconButton(m_filled);
    add->setObjectName(QStringLiteral("addBookmark"));
    m_list = new QListWidget(m_filled);
    m_list->setObjectName(QStringLiteral("bookmarks"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(t.padding, t.gap, t.gap, 0);
    head->addWidget(heading, 1);
    head->addWidget(add);
    auto *column = new QVBoxLayout(m_filled);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    m_empty = new EmptyState(QStringLiteral("bookmark"), this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_filled);
    m_stack->addWidget(m_empty);

    connect(add, &QToolButton::clicked, this, &BookmarksPanel::addCurrentView);
    connect(m_empty, &EmptyState::stepRequested, this, &BookmarksPanel::addCurrentView);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { goTo(item->data(kIdRole).toString()); });
    connect(m_list, &QListWidget::itemChanged, this, &BookmarksPanel::onItemEdited);
    connect(m_list, &QWidget::customContextMenuRequested, this, &BookmarksPanel::showMenu);
    onLanguage([this, heading, add] {
        heading->setText(tr("Bookmarks"));
        add->setToolTip(tr("Bookmark this view"));
        add->setAccessibleName(add->toolTip());
        m_list->setAccessibleName(tr("Bookmarks"));
        m_empty->setTexts(tr("A bookmark keeps the view you see now, so that you can come back to it."),
                          tr("Bookmark this view"));
    });
    onTheme([this, add] {
        add->setIcon(icon(QStringLiteral("plus")));
        for (int row = 0; row < m_list->count(); ++row) {
            m_list->item(row)->setIcon(icon(QStringLiteral("bookmark")));
        }
    });
}

void BookmarksPanel::registerActions(ActionRegistry &actions)
{
    ActionSpec spec;
    spec.id = "bookmarks.add";
    spec.context = "loci::widgets::BookmarksPanel";
    spec.name = QT_TRANSLATE_NOOP("loci::widgets::BookmarksPanel", "Bookmark this view");
    spec.icon = "bookmark";
    spec.shortcut = QKeySequence(Qt::CTRL | Qt::Key_D);
    spec.run = [this] { addCurrentView(); };
    spec.enabled = [this] {
        const workspace::Workspace *workspace = m_session.currentWorkspace();
        return workspace && !workspace->isReadOnly();
    };
    actions.add(spec);
}

void BookmarksPanel::refresh()
{
    workspace::Workspace *workspace = m_session.currentWorkspace();
    if (workspace != m_followed) {
        m_followed = workspace;
        if (workspace) {
            connect(workspace, &workspace::Workspace::changed, this, [this](const QStringList &keys) {
                const auto isOurs = [](const QString &key) {
                    return key.startsWith(QLatin1String(workspace::key::kBookmarkPrefix));
                };
                if (std::any_of(keys.begin(), keys.end(), isOurs)) {
                    refresh();
                }
            });
        }
    }
    const QString chosen = selectedId();
    m_filling = true;
    m_list->clear();
    std::vector<std::pair<QString, QString>> entries;
    if (workspace) {
        const QString prefix = QLatin1String(workspace::key::kBookmarkPrefix);
        for (const QString &key : workspace->keys(prefix)) {
            entries.emplace_back(workspace->json(key).value(QLatin1String("name")).toString(), key.mid(prefix.size()));
        }
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::sort(entries.begin(), entries.end(),
              [&](const auto &a, const auto &b) { return collator.compare(a.first, b.first) < 0; });
    for (const auto &[name, id] : entries) {
        auto *item = new QListWidgetItem(icon(QStringLiteral("bookmark")), name, m_list);
        item->setData(kIdRole, id);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setSizeHint(QSize(0, tokens().row));
        if (id == chosen) {
            m_list->setCurrentItem(item);
        }
    }
    m_filling = false;
    m_stack->setCurrentWidget(entries.empty() ? static_cast<QWidget *>(m_empty) : m_filled);
}

QStringList BookmarksPanel::ids() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row) {
        ids << m_list->item(row)->data(kIdRole).toString();
    }
    return ids;
}

QString BookmarksPanel::selectedId() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(kIdRole).toString() : QString();
}

QString BookmarksPanel::freeName() const
{
    for (int number = 1;; ++number) {
        const QString name = tr("View %1").arg(number);
        if (m_list->findItems(name, Qt::MatchExactly).isEmpty()) {
            return name;
        }
    }
}

void BookmarksPanel::commit(const QString &title, const QString &id, const std::optional<QByteArray> &value)
{
    workspace::Workspace *workspace = m_session.currentWorkspace();
    if (!workspace) {
        return;
    }
    const Result<> result = workspace->commit({title, {{keyOf(id), {}, value}}});
    if (!result) {
        emit failed(result.error().message);
    }
    refresh();
}

void BookmarksPanel::addCurrentView()
{
    if (!m_views.extent) {
        return;
    }
    const QString name = freeName();
    QJsonObject object{{QStringLiteral("name"), name},
                       {QStringLiteral("extent"), toArray(m_views.extent())},
                       {QStringLiteral("crs"), m_views.crs ? m_views.crs().value() : 0}};
    if (m_views.camera) {
        object.insert(QStringLiteral("camera"), m_views.camera());
    }
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    commit(tr("Add bookmark %1").arg(name), id, QJsonDocument(object).toJson(QJsonDocument::Compact));
    // The name can be typed at once.
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(kIdRole).toString() == id) {
            m_list->setCurrentRow(row);
            if (isVisible()) {
                m_list->editItem(m_list->item(row));
            }
        }
    }
}

void BookmarksPanel::goTo(const QString &id)
{
    const workspace::Workspace *workspace = m_session.currentWorkspace();
    if (!workspace) {
        return;
    }
    const QJsonObject object = workspace->json(keyOf(id));
    const Box3 extent = toBox(object.value(QLatin1String("extent")).toArray());
    if (m_views.show && !extent.isEmpty()) {
        m_views.show(extent, EpsgCode(object.value(QLatin1String("crs")).toInt()));
    }
    const QJsonObject camera = object.value(QLatin1String("camera")).toObject();
    if (m_views.setCamera && !camera.isEmpty()) {
        m_views.setCamera(camera);
    }
}

void BookmarksPanel::rename(const QString &id, const QString &name)
{
    workspace::Workspace *workspace = m_session.currentWorkspace();
    const QString clean = name.trimmed();
    if (!workspace || clean.isEmpty()) {
        refresh();
        return;
    }
    QJsonObject object = workspace->json(keyOf(id));
    if (object.value(QLatin1String("name")).toString() == clean) {
        return;
    }
    object.insert(QStringLiteral("name"), clean);
    commit(tr("Rename bookmark to %1").arg(clean), id, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void BookmarksPanel::remove(const QString &id)
{
    const workspace::Workspace *workspace = m_session.currentWorkspace();
    if (workspace && !id.isEmpty()) {
        const QString name = workspace->json(keyOf(id)).value(QLatin1String("name")).toString();
        commit(tr("Remove bookmark %1").arg(name), id, std::nullopt);
    }
}

void BookmarksPanel::onItemEdited(QListWidgetItem *item)
{
    if (m_filling) {
        return;
    }
    // Not from inside the editor's own signal: refresh() deletes the items.
    const QString id = item->data(kIdRole).toString();
    const QString name = item->text();
    QMetaObject::invokeMethod(
        this, [this, id, name] { rename(id, name); }, Qt::QueuedConnection);
}

void BookmarksPanel::showMenu(const QPoint &position)
{
    QListWidgetItem *item = m_list->itemAt(position);
    if (!item) {
        return;
    }
    const QString id = item->data(kIdRole).toString();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(icon(QStringLiteral("fly")), tr("Go to")), &QAction::triggered, this,
            [this, id] { goTo(id); });
    connect(menu->addAction(icon(QStringLiteral("edit")), tr("Rename")), &QAction::triggered, this,
            [this, item] { m_list->editItem(item); });
    connect(menu->addAction(icon(QStringLiteral("trash")), tr("Remove")), &QAction::triggered, this,
            [this, id] { remove(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool BookmarksPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        remove(selectedId());
        return true;
    }
    return Panel::eventFilter(watched, event);
}

} // namespace loci::widgets
