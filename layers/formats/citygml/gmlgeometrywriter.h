// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/formats/citygml/gmlframes.h"
#include "layers/formats/citygml/gmlshape.h"
#include "layers/formats/citygml/gmlvertices.h"

#include <functional>
#include <map>

namespace loci::formats {

/// Writes shapes as geometries into the model, or into its templates: rings open, coordinates in the model's reference
/// system, equal ones shared. What is damaged is left out and named in a finding.
class GmlGeometryWriter
{
public:
    GmlGeometryWriter(ReadContext &context, GmlFrames &frames, GmlIds &ids, const CancelToken &cancel)
        : m_context(context)
        , m_frames(frames)
        , m_ids(ids)
        , m_cancel(cancel)
        , m_vertices(context.model.vertices)
    {}

    /// What an envelope says for geometries that say nothing: the first one that does.
    void setDefaultSystem(std::string_view srsName);
    void setDefaultDimension(std::string_view stated) { m_dimension = stated == "2" ? 2 : stated == "3" ? 3 : 0; }
    void beginMember() { m_vertices.beginObject(); }

    /// Semantic surface of a surface use, or city::kNone.
    using SemanticFunction = std::function<std::uint32_t(const GmlSurfaceUse &)>;
    static constexpr std::uint32_t kSkip = 0xfffffffeU; ///< answer of a SemanticFunction: leave the surface out
    /// The surfaces of the shape as one geometry; kNone when none is left.
    city::GeometryIndex addSurfaces(const GmlShape &shape, city::ObjectIndex object, std::uint32_t lod,
                                    city::GeometryType type, const SemanticFunction &semantic);
    city::GeometryIndex addLines(const GmlShape &shape, city::ObjectIndex object, std::uint32_t lod);
    city::GeometryIndex addPoints(const GmlShape &shape, city::ObjectIndex object, std::uint32_t lod);
    /// The same for a template: coordinates as they are, in metres around its own origin.
    city::GeometryIndex addTemplate(const GmlShape &shape, std::uint32_t lod);
    /// The first point below `node`; kNone when there is none.
    std::uint32_t addPoint(const GmlTree &tree, GmlNode node);

private:
    struct PointList
    {
        std::vector<Vec3> points;
        bool broken = false, flat = false;
    };
    city::Geometry begin(city::ObjectIndex object, std::uint32_t lod, city::GeometryType type);
    city::GeometryIndex end(city::Geometry geometry);
    void writeSurfaces(const GmlShape &shape, city::Geometry &geometry, const SemanticFunction &semantic);
    bool writePolygon(const GmlSurfaceUse &use);
    bool writeRing(const GmlTree &tree, GmlNode boundary, bool reversed);
    bool writeCopy(const GmlSurfaceUse &use);
    void registerSurface(const GmlSurfaceUse &use, city::SurfaceIndex surface);
    void readPoints(const GmlTree &tree, GmlNode node);
    void appendNumbers(const GmlTree &tree, GmlNode node);
    int dimensionOf(const GmlTree &tree, GmlNode node, std::size_t count) const;
    bool place(const GmlTree &tree, GmlNode node);
    std::uint32_t vertex(const Vec3 &world);
    void report(Severity severity, const char *code, const QString &message, const GmlTree &tree, GmlNode node);
    void reportOpenRing(const GmlTree &tree, GmlNode boundary);

    ReadContext &m_context;
    GmlFrames &m_frames;
    GmlIds &m_ids;
    CancelToken m_cancel;
    GmlVertices m_vertices;
    std::string m_srsName;
    int m_dimension = 0; ///< 0: not stated
    GmlFrames::Frame *m_defaultFrame = nullptr;
    PointList m_list;
    city::GeometryStore *m_store = nullptr;
    bool m_isTemplate = false;
    bool m_reportedFlat = false;
    std::map<std::array<double, 3>, std::uint32_t> m_templateVertices; ///< of the template that is written
};

} // namespace loci::formats
