// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/appearancelinker.h"
#include "layers/formats/cityjsonobject.h"
#include "layers/formats/jsonwindow.h"
#include "layers/formats/vertexcollector.h"

namespace loci::formats {

/// Reads one CityJSON document or CityJSONFeature after the other into one model: the root members in any order.
class CityJsonDocument
{
public:
    enum class Outcome {
        Done,
        Broken,  ///< not JSON from some place on; what came before was kept
        Foreign, ///< JSON, but neither CityJSON nor a CityJSONFeature
        Cancelled
    };

    CityJsonDocument(ReadContext &context, const CancelToken &cancel, const ProgressFunction &progress);

    /// The JSON object at the window's place.
    Outcome read(JsonWindow &window);
    /// After the last one: vertices, links, extent, index, and the checks that need all of it.
    void finish();
    bool sawHeader() const { return m_sawHeader; }
    std::uint32_t features() const { return m_features; }

private:
    struct Members ///< which ones the document has
    {
        std::string type, featureId;
        bool version = false, objects = false, vertices = false, transform = false;
    };
    Outcome readMembers(JsonWindow &window, Members &members);
    Outcome readMember(const std::string &key, JsonWindow &window, Members &members);
    Outcome readObjects(JsonWindow &window);
    void expectMore(double progress);
    void expectVertices(const JsonWindow &window);
    void readText(const std::string &key, std::string_view raw, Members &members);
    void readVersion(std::string_view raw);
    void readTransform(std::string_view raw);
    void readMetadata(std::string_view raw);
    void readTemplates(std::string_view raw);
    void readOther(const std::string &key, std::string_view raw, const Members &members);
    Outcome broken(JsonWindow &window, const QString &what);
    void endDocument(const Members &members, city::ObjectIndex firstObject);
    void checkFeature(const Members &members, city::ObjectIndex firstObject);
    void checkRanges(city::GeometryStore &store, std::size_t firstRing, std::uint32_t vertexCount);
    void emptyRings(city::GeometryStore &store, std::size_t firstRing, std::uint32_t vertexCount);
    void checkInstances();
    void checkDuplicateIds();
    void checkTypes();
    void checkHeader();

    ReadContext &m_context;
    CancelToken m_cancel;
    ProgressFunction m_progress;
    VertexCollector m_vertices;
    CityJsonGeometry m_geometry;
    ObjectLinks m_links;
    CityJsonObject m_objects;
    AppearanceLinker m_appearance;
    simdjson::ondemand::parser m_parser;
    simdjson::dom::parser m_checker;
    std::string m_others; ///< unknown root members, grows as an object text
    bool m_sawHeader = false, m_sawVersion = false;
    std::uint32_t m_features = 0;
    bool m_expectedMore = false; ///< room was made for what is still to come
    std::uint32_t m_count = 0;   ///< objects since the last look at cancel and progress
};

} // namespace loci::formats
