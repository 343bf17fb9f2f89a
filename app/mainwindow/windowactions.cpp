// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/windowactions.h"

#include "app/mainwindow/fileopener.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/saveas.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/workspace/workspace.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"
#include "widgets/models/selection.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDir>
#include <algorithm>

namespace loci::app {

using widgets::ActionRegistry;
using widgets::ActionSpec;
using widgets::ViewArea;

namespace {

constexpr char kContext[] = "Window";

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Window)
};

void report(MainWindow &window, const Result<> &result)
{
    if (!result) {
        window.sayProblem(result.error().message);
    }
}

void addFileActions(MainWindow &window, const Services &s, ActionRegistry &actions)
{
    const auto add = [&actions](const char *id, const char *name, const char *icon, const QKeySequence &shortcut,
                                std::function<void()> run, std::function<bool()> enabled = {}) {
        ActionSpec spec{id, kContext, name, icon, shortcut, std::move(run)};
        spec.enabled = std::move(enabled);
        actions.add(std::move(spec));
    };
    add("file.open", QT_TRANSLATE_NOOP("Window", "Open files"), "folder", QKeySequence::Open, [&window, s] {
        window.openFiles(s.files.openFiles(&window, Texts::tr("Open files"), FileOpener::dialogFilter()));
    });
    add("file.new", QT_TRANSLATE_NOOP("Window", "New workspace"), "plus", QKeySequence::New, [&window, s] {
        const auto path =
            s.files.saveFile(&window, Texts::tr("New workspace"), QDir::home().filePath(Texts::tr("City.loci")),
                             Texts::tr("Workspaces (*.loci)"));
        if (path) {
            report(window, s.host.create(*path, {}));
        }
    });
    add("file.saveAs", QT_TRANSLATE_NOOP("Window", "Save workspace as"), "save", QKeySequence::SaveAs,
        [&window, s] { saveWorkspaceAs(window, s); });
    ActionSpec exportModel{"city.export", kContext, QT_TRANSLATE_NOOP("Window", "Export a city model"), "upload"};
    exportModel.run = [&window] { window.exportModel(); };
    exportModel.enabled = [s] {
        const auto entries = s.cities.entries();
        return std::any_of(entries.begin(), entries.end(), [](const auto &entry) { return entry.model != nullptr; });
    };
    actions.add(std::move(exportModel));
    add("file.welcome", QT_TRANSLATE_NOOP("Window", "Show the welcome page"), "home", {},
        [&window] { window.showWelcome(true); });
    add("file.quit", QT_TRANSLATE_NOOP("Window", "Quit Loci"), nullptr, QKeySequence::Quit,
        [&window] { window.close(); });
}

void addEditActions(MainWindow &window, const Services &s, ActionRegistry &actions)
{
    ActionSpec undo{"edit.undo", kContext, QT_TRANSLATE_NOOP("Window", "Undo"), "undo", QKeySequence::Undo};
    undo.run = [&window, s] {
        if (s.host.current() != nullptr) {
            const QString title = s.host.current()->undoTitle();
            const Result<> done = s.host.current()->undo();
            done ? window.say(Texts::tr("Undone: %1").arg(title)) : window.sayProblem(done.error().message);
        }
    };
    undo.enabled = [s] { return s.host.current() != nullptr && s.host.current()->canUndo(); };
    actions.add(std::move(undo));
    ActionSpec redo{"edit.redo", kContext, QT_TRANSLATE_NOOP("Window", "Redo"), "redo", QKeySequence::Redo};
    redo.run = [&window, s] {
        if (s.host.current() != nullptr) {
            const QString title = s.host.current()->redoTitle();
            const Result<> done = s.host.current()->redo();
            done ? window.say(Texts::tr("Done again: %1").arg(title)) : window.sayProblem(done.error().message);
        }
    };
    redo.enabled = [s] { return s.host.current() != nullptr && s.host.current()->canRedo(); };
    actions.add(std::move(redo));
    ActionSpec clear{"edit.clearSelection", kContext, QT_TRANSLATE_NOOP("Window", "Clear the selection"), "close"};
    clear.run = [s] { s.selection.clear(); };
    clear.enabled = [s] { return !s.selection.isEmpty(); };
    actions.add(std::move(clear));
}

void addViewActions(MainWindow &window, const Services &s, ActionRegistry &actions)
{
    struct LayoutAction
    {
        const char *id, *name, *icon;
        ViewArea::Layout layout;
        const char *shortcut;
    };
    static constexpr LayoutAction kLayouts[] = {
        {"view.map", QT_TRANSLATE_NOOP("Window", "Show the map only"), "map", ViewArea::Layout::Map, "Ctrl+1"},
        {"view.scene", QT_TRANSLATE_NOOP("Window", "Show 3D only"), "cube-3d", ViewArea::Layout::Scene, "Ctrl+2"},
        {"view.split", QT_TRANSLATE_NOOP("Window", "Show map and 3D side by side"), "split", ViewArea::Layout::Split,
         "Ctrl+3"},
        {"view.inset", QT_TRANSLATE_NOOP("Window", "Show 3D with a small map"), "inset", ViewArea::Layout::Inset,
         "Ctrl+4"}};
    for (const LayoutAction &entry : kLayouts) {
        ActionSpec spec{entry.id, kContext, entry.name, entry.icon, QKeySequence(QLatin1String(entry.shortcut))};
        spec.run = [&window, layout = entry.layout] {
            window.showWelcome(false);
            window.views().setLayoutMode(layout);
        };
        actions.add(std::move(spec));
    }
    ActionSpec language{"window.language", kContext, QT_TRANSLATE_NOOP("Window", "Switch between Chinese and English"),
                        "language"};
    language.run = [s] {
        s.translator.setLanguage(s.translator.language() == QLatin1String("zh_CN") ? QStringLiteral("en")
                                                                                   : QStringLiteral("zh_CN"));
    };
    actions.add(std::move(language));
    ActionSpec theme{"window.theme", kContext, QT_TRANSLATE_NOOP("Window", "Switch between light and dark"), "moon"};
    theme.run = [] {
        widgets::chooseTheme(widgets::tokens().mode == widgets::ThemeMode::Light ? widgets::ThemeMode::Dark
                                                                                 : widgets::ThemeMode::Light);
    };
    actions.add(std::move(theme));
    ActionSpec full{"window.fullScreen", kContext, QT_TRANSLATE_NOOP("Window", "Full screen"), "fullscreen",
                    QKeySequence::FullScreen};
    full.run = [&window] { window.isFullScreen() ? window.showNormal() : window.showFullScreen(); };
    actions.add(std::move(full));
}

} // namespace

void registerWindowActions(MainWindow &window, const Services &services, ActionRegistry &actions)
{
    addFileActions(window, services, actions);
    addEditActions(window, services, actions);
    addViewActions(window, services, actions);
}

} // namespace loci::app
