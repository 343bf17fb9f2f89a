// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/actionregistry.h"
#include "widgets/common/commandpalette.h"
#include "widgets/common/fuzzymatch.h"

#include <QCoreApplication>
#include <QHash>
#include <QPointer>
#include <algorithm>

namespace loci::widgets {

namespace {

class ActionProvider final : public PaletteProvider
{
public:
    explicit ActionProvider(ActionRegistry &actions) : m_actions(actions) {}

    QString heading() const override { return QCoreApplication::translate("CommandPalette", "Commands"); }

    void query(const QString &text, int limit, PaletteAnswer answer) override
    {
        m_actions.updateEnabled();
        std::vector<PaletteItem> items;
        for (QAction *action : m_actions.actions()) {
            const double score = keysOf(*action).score(text);
            if (score > 0) {
                items.push_back(item(action, action->isEnabled() ? score : score * 0.5));
            }
        }
        const auto better = [](const PaletteItem &a, const PaletteItem &b) { return a.score > b.score; };
        std::stable_sort(items.begin(), items.end(), better);
        if (static_cast<int>(items.size()) > limit) {
            items.resize(static_cast<std::size_t>(limit));
        }
        answer(std::move(items));
    }

    std::vector<PaletteItem> suggestions() override
    {
        m_actions.updateEnabled();
        std::vector<PaletteItem> items;
        for (QAction *action : m_actions.actions()) {
            if (action->isEnabled() && !action->shortcut().isEmpty()) {
                items.push_back(item(action, 0));
            }
        }
        return items;
    }

private:
    PaletteItem item(QAction *action, double score) const
    {
        PaletteItem result;
        result.title = action->text();
        result.place = m_actions.place(action);
        result.shortcut = action->shortcut().toString(QKeySequence::NativeText);
        result.icon = action->icon().name();
        result.score = score;
        result.enabled = action->isEnabled();
        result.run = [guard = QPointer<QAction>(action)] {
            if (guard) {
                guard->trigger();
            }
        };
        return result;
    }
    /// Keys are made once a text: pinyin costs more than the comparison.
    const SearchKeys &keysOf(const QAction &action)
    {
        SearchKeys &keys = m_keys[action.objectName()];
        if (keys.text != action.text()) {
            keys = SearchKeys(action.text());
        }
        return keys;
    }

    ActionRegistry &m_actions;
    QHash<QString, SearchKeys> m_keys;
};

} // namespace

std::unique_ptr<PaletteProvider> makeActionProvider(ActionRegistry &actions)
{
    return std::make_unique<ActionProvider>(actions);
}

} // namespace loci::widgets
