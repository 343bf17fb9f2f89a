// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/domain/briefing/briefing.h"
#include "widgets/briefing/wallpaint.h"
#include "widgets/models/selection.h"

namespace loci::widgets {
class MapView;
class SceneView;
class ViewArea;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// What the views of the window show now, put into a scene: extent, camera, layout, selected objects.
void takeView(briefing::Scene &scene, const MainWindow &window, const Services &services);
/// The other way: the views go where the scene looks.
void goToScene(const briefing::Scene &scene, const MainWindow &window, const Services &services);
/// What the wall says of one thing; empty when nothing is known. `language` of the wall.
widgets::AskCard cardOf(const widgets::SelectedThing &thing, const Services &services, const QString &language);

} // namespace loci::app
