// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/briefing/briefing.h"

#include <algorithm>
#include <cmath>

namespace loci::briefing {

int Briefing::find(const QString &sceneId) const
{
    const auto found =
        std::find_if(scenes.begin(), scenes.end(), [&sceneId](const Scene &scene) { return scene.id == sceneId; });
    return found == scenes.end() ? -1 : static_cast<int>(found - scenes.begin());
}

std::vector<int> Briefing::line() const
{
    std::vector<int> result;
    result.reserve(scenes.size());
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        if (!scenes[i].isAppendix()) {
            result.push_back(static_cast<int>(i));
        }
    }
    return result;
}

int Briefing::next(int scene) const
{
    for (int i = scene + 1; i < static_cast<int>(scenes.size()); ++i) {
        if (!scenes[static_cast<std::size_t>(i)].isAppendix()) {
            return i;
        }
    }
    return scene;
}

int Briefing::previous(int scene) const
{
    for (int i = scene - 1; i >= 0; --i) {
        if (!scenes[static_cast<std::size_t>(i)].isAppendix()) {
            return i;
        }
    }
    return scene;
}

int Briefing::appendix(const QString &key) const
{
    for (std::size_t i = 0; i < scenes.size() && !key.isEmpty(); ++i) {
        if (scenes[i].key.compare(key, Qt::CaseInsensitive) == 0) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

bool Briefing::isFrozen() const
{
    bool any = false;
    for (const Scene &scene : scenes) {
        for (const Figure &figure : scene.figures) {
            any = true;
            if (!figure.frozen) {
                return false;
            }
        }
    }
    return any;
}

QDate Briefing::frozenOn() const
{
    QDate newest;
    for (const Scene &scene : scenes) {
        for (const Figure &figure : scene.figures) {
            if (figure.frozen && (!newest.isValid() || figure.frozen->date > newest)) {
                newest = figure.frozen->date;
            }
        }
    }
    return newest;
}

namespace {

std::vector<Pane> cells(const std::vector<PaneKind> &kinds, int columns)
{
    std::vector<Pane> panes;
    panes.reserve(kinds.size());
    const int rows = (static_cast<int>(kinds.size()) + columns - 1) / columns;
    int pictures = 0;
    for (int i = 0; i < static_cast<int>(kinds.size()); ++i) {
        Pane pane{kinds[static_cast<std::size_t>(i)], i % columns, i / columns, columns, rows};
        pane.picture = pane.kind == PaneKind::Picture ? pictures++ : 0;
        panes.push_back(pane);
    }
    return panes;
}

} // namespace

std::vector<Pane> panesOf(const Scene &scene)
{
    switch (scene.layout) {
    case Layout::Map:
        return cells({PaneKind::Map}, 1);
    case Layout::City:
        return cells({PaneKind::City}, 1);
    case Layout::MapAndCity:
        return cells({PaneKind::Map, PaneKind::City}, 2);
    case Layout::Board:
        return cells({PaneKind::Board}, 1);
    case Layout::Picture:
        return cells({PaneKind::Picture}, 1);
    case Layout::Strip: {
        const std::size_t count = std::clamp<std::size_t>(scene.pictures.size(), 1, 6);
        return cells(std::vector<PaneKind>(count, PaneKind::Picture), static_cast<int>(count));
    }
    case Layout::BeforeAfter: {
        if (scene.pictures.size() >= 2) {
            return cells({PaneKind::Picture, PaneKind::Picture}, 2);
        }
        std::vector<Pane> panes = cells({PaneKind::City, PaneKind::City}, 2);
        panes.front().withProposal = false;
        return panes;
    }
    case Layout::Grid: {
        const int columns = std::max(1, static_cast<int>(std::ceil(std::sqrt(static_cast<double>(scene.grid.size())))));
        return cells(scene.grid, columns);
    }
    case Layout::Words:
        break;
    }
    return {};
}

std::vector<FigureChange> freeze(Briefing &briefing, const indicators::Outcome &outcome, const QDate &today)
{
    std::vector<FigureChange> changes;
    for (Scene &scene : briefing.scenes) {
        for (Figure &figure : scene.figures) {
            const auto now = figure.code.isEmpty() ? std::nullopt : live(figure, outcome, today);
            if (!now) {
                continue;
            }
            if (figure.frozen && !(*figure.frozen == *now)) {
                const indicators::Definition *definition = outcome.results->definition(figure.code);
                changes.push_back({definition != nullptr ? definition->name : figure.label, *figure.frozen, *now});
            }
            figure.frozen = now;
        }
    }
    return changes;
}

void thaw(Briefing &briefing)
{
    for (Scene &scene : briefing.scenes) {
        for (Figure &figure : scene.figures) {
            if (!figure.code.isEmpty()) {
                figure.frozen.reset();
            }
        }
    }
}

} // namespace loci::briefing
