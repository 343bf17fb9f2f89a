// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/sceneviewprivate.h"

namespace loci::widgets {

void SceneView::setGlass(std::vector<scene::GlassBody> bodies)
{
    d->stage.setGlass(std::move(bodies));
    d->frame();
}

const std::vector<scene::GlassBody> &SceneView::glass() const
{
    return d->stage.glass();
}

} // namespace loci::widgets
