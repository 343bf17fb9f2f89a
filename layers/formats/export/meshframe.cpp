// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/meshframe.h"

namespace loci::formats {

MeshFrame::MeshFrame(const city::CityModel &model) : m_model(model)
{
    if (!model.extent.isEmpty()) {
        m_origin = model.extent.centre();
        m_origin.z = model.extent.min.z;
    }
    auto placer = GeoPlacer::create(model.crs);
    Vec3 there = m_origin;
    if (placer != nullptr && placer->isGeographic() && placer->toGeographic({&there, 1})) {
        m_placer = std::move(placer);
        m_tangent.emplace(there);
    }
}

bool MeshFrame::place(std::span<Vec3> points) const
{
    if (m_placer != nullptr) {
        if (!m_placer->toGeographic(points)) {
            return false;
        }
        for (Vec3 &p : points) {
            p = m_tangent->local(earthCentred(p));
        }
        return true;
    }
    for (Vec3 &p : points) {
        p = {p.x - m_origin.x, p.y - m_origin.y, p.z - m_origin.z};
    }
    return true;
}

std::string MeshFrame::crs() const
{
    return m_model.crs.isKnown() ? "EPSG:" + std::to_string(m_model.crs.value()) : m_model.crsText.toStdString();
}

} // namespace loci::formats
