// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/photolayer.h"

#include "layers/analysis/rays/rayscene.h"

#include <QCoreApplication>
#include <QtConcurrent/QtConcurrentMap>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace loci::analysis {

using Kind = PhotoLayer::Kind;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::PhotoLayer)
};

constexpr double kFarthest = 50000; // metres

/// One triangle for the eye.
struct Facet
{
    city::ObjectIndex object = city::kNone;
    Kind kind = Kind::Town;
    Vec3 normal;
};

bool isGround(std::string_view type)
{
    constexpr std::string_view kTypes[] = {"TINRelief", "WaterBody",  "Road",           "Railway",
                                           "LandUse",   "PlantCover", "TransportSquare"};
    return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

Vec3 normalOf(const Triangle3 &t)
{
    const Vec3 a{t[1].x - t[0].x, t[1].y - t[0].y, t[1].z - t[0].z};
    const Vec3 b{t[2].x - t[0].x, t[2].y - t[0].y, t[2].z - t[0].z};
    const Vec3 n{a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
    const double length = std::sqrt(n.x * n.x + n.y * n.y + n.z * n.z);
    return length > 0 ? Vec3{n.x / length, n.y / length, n.z / length} : Vec3{0, 0, 1};
}

class Exposure
{
public:
    Exposure(const city::CityModel &model, const QSet<QString> &proposed)
    {
        for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
            if (model.objectParent[o] != city::kNone) {
                continue;
            }
            const Kind kind = proposed.contains(model.idOf(o)) ? Kind::Proposal
                              : isGround(model.typeOf(o))      ? Kind::Ground
                                                               : Kind::Town;
            for (const Triangle3 &triangle : facesOf(model, o)) {
                m_faces.triangles.push_back(triangle);
                m_faces.owners.push_back(static_cast<std::uint32_t>(m_facets.size()));
                m_facets.push_back({o, kind, normalOf(triangle)});
            }
        }
    }

    Result<PhotoLayer> take(const planning::PhotoCamera &camera, const CancelToken &cancel)
    {
        LOCI_TRY(const RayScene scene, RayScene::build(m_faces));
        const auto pixels = static_cast<std::size_t>(camera.width) * static_cast<std::size_t>(camera.height);
        m_hits.assign(pixels, city::kNone);
        std::vector<int> rows(static_cast<std::size_t>(camera.height));
        std::iota(rows.begin(), rows.end(), 0);
        QtConcurrent::blockingMap(rows, [&](int row) {
            for (int column = 0; column < camera.width && !cancel.isCancelled(); ++column) {
                const Vec3 ray = camera.direction({column + 0.5, row + 0.5});
                if (const auto hit = scene.nearest(camera.eye, ray, kFarthest)) {
                    m_hits[static_cast<std::size_t>(row) * camera.width + column] = hit->owner;
                }
            }
        });
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The picture for the photograph was cancelled."));
        }
        return developed(camera);
    }

private:
    bool differ(std::uint32_t a, std::uint32_t b) const
    {
        if (a == b) {
            return false;
        }
        if (a == city::kNone || b == city::kNone || m_facets[a].object != m_facets[b].object) {
            return true;
        }
        constexpr double kFold = 0.95; // cosine
        const Vec3 &n = m_facets[a].normal;
        const Vec3 &m = m_facets[b].normal;
        return std::abs(n.x * m.x + n.y * m.y + n.z * m.z) < kFold;
    }

    PhotoLayer developed(const planning::PhotoCamera &camera) const
    {
        constexpr Vec3 kLight{-0.48, -0.6, 0.64};
        PhotoLayer layer{camera.width, camera.height, {}, {}, {}};
        layer.kind.assign(m_hits.size(), Kind::Nothing);
        layer.shade.assign(m_hits.size(), 0);
        layer.isEdge.assign(m_hits.size(), 0);
        const auto width = static_cast<std::size_t>(camera.width);
        for (std::size_t i = 0; i < m_hits.size(); ++i) {
            const std::size_t right = (i + 1) % width != 0 ? i + 1 : i;
            const std::size_t below = i + width < m_hits.size() ? i + width : i;
            layer.isEdge[i] = differ(m_hits[i], m_hits[right]) || differ(m_hits[i], m_hits[below]) ? 1 : 0;
            if (m_hits[i] == city::kNone) {
                continue;
            }
            const Facet &facet = m_facets[m_hits[i]];
            const double lit = facet.normal.x * kLight.x + facet.normal.y * kLight.y + facet.normal.z * kLight.z;
            constexpr double kDark = 110, kMore = 145;
            layer.kind[i] = facet.kind;
            layer.shade[i] = static_cast<std::uint8_t>(kDark + kMore * (lit + 1) / 2);
        }
        return layer;
    }

    OwnedFaces m_faces;
    std::vector<Facet> m_facets;
    std::vector<std::uint32_t> m_hits; ///< number of the facet, by pixel
};

} // namespace

std::size_t PhotoLayer::count(Kind which) const
{
    return static_cast<std::size_t>(std::count(kind.begin(), kind.end(), which));
}

Result<PhotoLayer> photoLayer(const city::CityModel &model, const QSet<QString> &proposed,
                              const planning::PhotoCamera &camera, const CancelToken &cancel)
{
    Exposure exposure(model, proposed);
    return exposure.take(camera, cancel);
}

} // namespace loci::analysis
