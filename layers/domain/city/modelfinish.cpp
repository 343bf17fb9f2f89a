// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/modelfinish.h"

namespace loci::city {

void linkChildren(CityModel &model)
{
    const std::uint32_t count = model.objectCount();
    std::vector<std::uint32_t> start(count + 1, 0);
    for (const ObjectIndex parent : model.objectParent) {
        if (parent != kNone) {
            ++start[parent + 1];
        }
    }
    model.objectChildren.resize(count);
    for (ObjectIndex o = 0; o < count; ++o) {
        start[o + 1] += start[o];
        model.objectChildren[o] = {start[o], start[o]};
    }
    model.children.resize(start[count]);
    for (ObjectIndex o = 0; o < count; ++o) {
        if (model.objectParent[o] != kNone) {
            model.children[model.objectChildren[model.objectParent[o]].end++] = o;
        }
    }
}

void computeExtent(CityModel &model)
{
    model.extent = {};
    for (const std::uint32_t id : model.geometry.vertexIds) {
        model.extent.include(model.vertices.at(id));
    }
    for (const Instance &instance : model.instances) {
        if (instance.referenceVertex < model.vertices.size()) {
            model.extent.include(model.vertices.at(instance.referenceVertex));
        }
    }
}

} // namespace loci::city
