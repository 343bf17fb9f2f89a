// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/rays/rayscene.h"

#include <QCoreApplication>
#include <algorithm>
#include <embree3/rtcore.h>
#include <iterator>
#include <limits>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::RayScene)
};

struct Release
{
    void operator()(RTCDevice device) const { rtcReleaseDevice(device); }
    void operator()(RTCScene scene) const { rtcReleaseScene(scene); }
};

} // namespace

struct RayScene::Private
{
    std::unique_ptr<std::remove_pointer_t<RTCDevice>, Release> device;
    std::unique_ptr<std::remove_pointer_t<RTCScene>, Release> scene;
    Vec3 origin;
    Box3 bounds;
    std::vector<std::uint32_t> owners;

    RTCRay ray(const Vec3 &from, const Vec3 &direction, double farthest) const
    {
        RTCRay made{};
        made.org_x = static_cast<float>(from.x - origin.x);
        made.org_y = static_cast<float>(from.y - origin.y);
        made.org_z = static_cast<float>(from.z - origin.z);
        made.dir_x = static_cast<float>(direction.x);
        made.dir_y = static_cast<float>(direction.y);
        made.dir_z = static_cast<float>(direction.z);
        made.tnear = static_cast<float>(kNearest);
        made.tfar = static_cast<float>(std::min(farthest, double(std::numeric_limits<float>::max())));
        made.mask = ~0U;
        return made;
    }
};

void OwnedFaces::add(std::span<const Triangle3> faces, std::uint32_t owner)
{
    std::copy_if(faces.begin(), faces.end(), std::back_inserter(triangles), isFinite);
    owners.resize(triangles.size(), owner);
}

Result<RayScene> RayScene::build(const OwnedFaces &faces)
{
    auto made = std::make_shared<Private>();
    const auto noMemory = [] {
        return fail(ErrorCode::Internal, Texts::tr("There is not enough memory to trace rays through this model."));
    };
    // One thread builds: what runs beside it decides how many there are.
    made->device.reset(rtcNewDevice("threads=1,set_affinity=0"));
    if (!made->device) {
        return noMemory();
    }
    for (const Triangle3 &t : faces.triangles) {
        std::for_each(t.begin(), t.end(), [&made](const Vec3 &p) { made->bounds.include(p); });
    }
    made->origin = faces.triangles.empty() ? Vec3() : made->bounds.centre();
    made->owners = faces.owners;
    made->scene.reset(rtcNewScene(made->device.get()));
    rtcSetSceneFlags(made->scene.get(), RTC_SCENE_FLAG_ROBUST);
    if (!faces.triangles.empty()) {
        RTCGeometry geometry = rtcNewGeometry(made->device.get(), RTC_GEOMETRY_TYPE_TRIANGLE);
        auto *points = static_cast<float *>(rtcSetNewGeometryBuffer(
            geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, 3 * sizeof(float), 3 * faces.triangles.size()));
        auto *corners = static_cast<unsigned *>(rtcSetNewGeometryBuffer(
            geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, 3 * sizeof(unsigned), faces.triangles.size()));
        if (points == nullptr || corners == nullptr) {
            rtcReleaseGeometry(geometry);
            return noMemory();
        }
        unsigned next = 0;
        for (const Triangle3 &t : faces.triangles) {
            for (const Vec3 &p : t) {
                *points++ = static_cast<float>(p.x - made->origin.x);
                *points++ = static_cast<float>(p.y - made->origin.y);
                *points++ = static_cast<float>(p.z - made->origin.z);
                *corners++ = next++;
            }
        }
        rtcCommitGeometry(geometry);
        rtcAttachGeometry(made->scene.get(), geometry);
        rtcReleaseGeometry(geometry);
    }
    rtcCommitScene(made->scene.get());
    if (rtcGetDeviceError(made->device.get()) != RTC_ERROR_NONE) {
        return noMemory();
    }
    return RayScene(std::move(made));
}

bool RayScene::isBlocked(const Vec3 &from, const Vec3 &direction, double farthest) const
{
    RTCIntersectContext context{};
    rtcInitIntersectContext(&context);
    RTCRay ray = m_d->ray(from, direction, farthest);
    rtcOccluded1(m_d->scene.get(), &context, &ray);
    return ray.tfar < 0;
}

std::optional<RayScene::Hit> RayScene::nearest(const Vec3 &from, const Vec3 &direction, double farthest) const
{
    RTCIntersectContext context{};
    rtcInitIntersectContext(&context);
    RTCRayHit query{};
    query.ray = m_d->ray(from, direction, farthest);
    query.hit.geomID = RTC_INVALID_GEOMETRY_ID;
    rtcIntersect1(m_d->scene.get(), &context, &query);
    if (query.hit.geomID == RTC_INVALID_GEOMETRY_ID) {
        return std::nullopt;
    }
    return Hit{query.ray.tfar, m_d->owners[query.hit.primID]};
}

std::vector<bool> RayScene::areBlocked(std::span<const Ray> rays) const
{
    RTCIntersectContext context{};
    rtcInitIntersectContext(&context);
    context.flags = RTC_INTERSECT_CONTEXT_FLAG_COHERENT;
    std::vector<RTCRay> made;
    made.reserve(rays.size());
    for (const Ray &ray : rays) {
        made.push_back(m_d->ray(ray.from, ray.direction, ray.farthest));
    }
    rtcOccluded1M(m_d->scene.get(), &context, made.data(), static_cast<unsigned>(made.size()), sizeof(RTCRay));
    std::vector<bool> blocked;
    blocked.reserve(made.size());
    std::transform(made.begin(), made.end(), std::back_inserter(blocked),
                   [](const RTCRay &ray) { return ray.tfar < 0; });
    return blocked;
}

std::vector<std::optional<double>> RayScene::nearestDistances(std::span<const Ray> rays) const
{
    RTCIntersectContext context{};
    rtcInitIntersectContext(&context);
    context.flags = RTC_INTERSECT_CONTEXT_FLAG_COHERENT;
    std::vector<RTCRayHit> made(rays.size());
    for (std::size_t i = 0; i < rays.size(); ++i) {
        made[i].ray = m_d->ray(rays[i].from, rays[i].direction, rays[i].farthest);
        made[i].hit.geomID = RTC_INVALID_GEOMETRY_ID;
    }
    rtcIntersect1M(m_d->scene.get(), &context, made.data(), static_cast<unsigned>(made.size()), sizeof(RTCRayHit));
    std::vector<std::optional<double>> distances;
    distances.reserve(made.size());
    for (const RTCRayHit &one : made) {
        const bool isHit = one.hit.geomID != RTC_INVALID_GEOMETRY_ID;
        distances.push_back(isHit ? std::optional<double>(one.ray.tfar) : std::nullopt);
    }
    return distances;
}

const Box3 &RayScene::bounds() const
{
    return m_d->bounds;
}

} // namespace loci::analysis
