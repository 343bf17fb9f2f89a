// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <vector>

namespace loci::widgets {

/// A command of the program. Menus, toolbars, shortcuts and the command palette are all made from these, so that every
/// command has a name, an icon and a place in the palette by itself.
struct ActionSpec
{
    const char *id = nullptr;      ///< stable: "map.zoomIn"
    const char *context = nullptr; ///< translation context, usually the room: "Map"
    const char *name = nullptr;    ///< QT_TRANSLATE_NOOP(context, "Zoom in"): a verb phrase
    const char *icon = nullptr;    ///< name in the icon set (widgets/common/icons.h), may be null
    QKeySequence shortcut = {};
    std::function<void()> run = {};
    bool checkable = false;
    std::function<void(bool)> toggled = {}; ///< for checkable ones, instead of run
    std::function<bool()> enabled = {};     ///< asked before menus and palette show it; empty: always
};

/// Owns the QActions. Texts follow the language without a restart.
class ActionRegistry final : public QObject
{
    Q_OBJECT
public:
    explicit ActionRegistry(QObject *parent = nullptr);
    /// Registers and returns the action; an id twice is a programming error (logged, the first stays).
    QAction *add(ActionSpec spec);
    QAction *action(const char *id) const;  ///< nullptr when unknown
    std::vector<QAction *> actions() const; ///< in order of registration; QAction::objectName() is the id
    /// Where the command lives, for the palette, translated: from the first part of its id ("map.zoomIn": "Map");
    /// empty for a pack's own.
    QString place(const QAction *action) const;
    void updateEnabled(); ///< asks every `enabled`
    void retranslate();
    void retint(); ///< icons again, after a change of theme

private:
    struct Entry;
    std::vector<std::unique_ptr<Entry>> m_entries;
    QHash<QString, QAction *> m_byId;

public:
    ~ActionRegistry() override;
};

} // namespace loci::widgets
