// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/actionregistry.h"

#include "layers/base/logging.h"
#include "widgets/common/icons.h"

#include <QCoreApplication>

namespace loci::widgets {

struct ActionRegistry::Entry
{
    ActionSpec spec;
    QAction *action = nullptr; // child of the registry
};

ActionRegistry::ActionRegistry(QObject *parent) : QObject(parent) {}
ActionRegistry::~ActionRegistry() = default;

namespace {

/// Where a command lives, by the first part of its id. A pack's commands carry no word of ours.
struct RoomName
{
    const char *prefix;
    const char *name;
};
constexpr RoomName kRooms[] = {
    {"map", QT_TRANSLATE_NOOP("ActionPlace", "Map")},
    {"scene", QT_TRANSLATE_NOOP("ActionPlace", "3D")},
    {"view", QT_TRANSLATE_NOOP("ActionPlace", "View")},
    {"views", QT_TRANSLATE_NOOP("ActionPlace", "View")},
    {"layers", QT_TRANSLATE_NOOP("ActionPlace", "Layers")},
    {"city", QT_TRANSLATE_NOOP("ActionPlace", "City models")},
    {"edit", QT_TRANSLATE_NOOP("ActionPlace", "Edit")},
    {"file", QT_TRANSLATE_NOOP("ActionPlace", "Workspace")},
    {"workspace", QT_TRANSLATE_NOOP("ActionPlace", "Workspace")},
    {"window", QT_TRANSLATE_NOOP("ActionPlace", "Window")},
    {"app", QT_TRANSLATE_NOOP("ActionPlace", "Window")},
    {"print", QT_TRANSLATE_NOOP("ActionPlace", "Print")},
    {"help", QT_TRANSLATE_NOOP("ActionPlace", "Help")},
    {"table", QT_TRANSLATE_NOOP("ActionPlace", "Table")},
    {"workplace", QT_TRANSLATE_NOOP("ActionPlace", "Workplaces")},
};

void setTexts(const ActionSpec &spec, QAction &action)
{
    const QString name = QCoreApplication::translate(spec.context, spec.name);
    action.setText(name);
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    action.setToolTip(keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys));
}

} // namespace

QAction *ActionRegistry::add(ActionSpec spec)
{
    const QString id = QString::fromUtf8(spec.id);
    if (QAction *existing = m_byId.value(id)) {
        qCCritical(logUi) << "The action is registered twice, the first one stays:" << id;
        return existing;
    }
    auto entry = std::make_unique<Entry>();
    auto *action = new QAction(this);
    entry->action = action;
    action->setObjectName(id);
    action->setShortcut(spec.shortcut);
    action->setCheckable(spec.checkable);
    if (spec.icon != nullptr) {
        action->setIcon(icon(QString::fromUtf8(spec.icon)));
    }
    setTexts(spec, *action);
    if (spec.checkable && spec.toggled) {
        connect(action, &QAction::toggled, this, spec.toggled);
    } else if (spec.run) {
        connect(action, &QAction::triggered, this, [run = spec.run] { run(); });
    }
    if (spec.enabled) {
        action->setEnabled(spec.enabled());
    }
    entry->spec = std::move(spec);
    m_byId.insert(id, action);
    m_entries.push_back(std::move(entry));
    return action;
}

QAction *ActionRegistry::action(const char *id) const
{
    return m_byId.value(QString::fromUtf8(id));
}

std::vector<QAction *> ActionRegistry::actions() const
{
    std::vector<QAction *> result;
    result.reserve(m_entries.size());
    for (const auto &entry : m_entries) {
        result.push_back(entry->action);
    }
    return result;
}

QString ActionRegistry::place(const QAction *action) const
{
    const QString room = action->objectName().section(QLatin1Char('.'), 0, 0);
    for (const RoomName &entry : kRooms) {
        if (room == QLatin1String(entry.prefix)) {
            return QCoreApplication::translate("ActionPlace", entry.name);
        }
    }
    return {};
}

void ActionRegistry::updateEnabled()
{
    for (const auto &entry : m_entries) {
        if (entry->spec.enabled) {
            entry->action->setEnabled(entry->spec.enabled());
        }
    }
}

void ActionRegistry::retranslate()
{
    for (const auto &entry : m_entries) {
        setTexts(entry->spec, *entry->action);
    }
}

void ActionRegistry::retint()
{
    // The icons tint themselves when painted; setting them anew makes every button that shows one repaint.
    for (const auto &entry : m_entries) {
        if (entry->spec.icon != nullptr) {
            entry->action->setIcon(icon(QString::fromUtf8(entry->spec.icon)));
        }
    }
}

} // namespace loci::widgets
