// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/gltfmesh.h"

#include "layers/domain/city/jsontext.h"
#include "layers/formats/export/gltfproperties.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace loci::formats {

using namespace loci::city;

namespace {

constexpr int kFloat = 5126, kUnsigned = 5125;

double linear(double srgb)
{
    return srgb <= 0.04045 ? srgb / 12.92 : std::pow((srgb + 0.055) / 1.055, 2.4);
}

/// glTF has y up.
std::array<float, 3> yUp(const Vec3 &p)
{
    return {static_cast<float>(p.x), static_cast<float>(p.z), static_cast<float>(-p.y)};
}

std::string triple(const std::array<float, 3> &v)
{
    return '[' + jsonNumber(static_cast<double>(v[0])) + ',' + jsonNumber(static_cast<double>(v[1])) + ',' +
           jsonNumber(static_cast<double>(v[2])) + ']';
}

std::string bounds(const std::vector<float> &positions)
{
    std::array<float, 3> low, high;
    low.fill(std::numeric_limits<float>::max());
    high.fill(std::numeric_limits<float>::lowest());
    for (std::size_t i = 0; i < positions.size(); ++i) {
        low[i % 3] = std::min(low[i % 3], positions[i]);
        high[i % 3] = std::max(high[i % 3], positions[i]);
    }
    return ",\"min\":" + triple(low) + ",\"max\":" + triple(high);
}

} // namespace

GltfMesh::GltfMesh(const CityModel &model, std::vector<bool> usableTextures, Place place)
    : m_model(model)
    , m_looks(model, std::move(usableTextures))
    , m_place(std::move(place))
{}

Vec3 GltfMesh::normalOf(const WalkedSurface &surface) const
{
    Vec3 sum;
    for (std::size_t i = 0; i < surface.triangles.size(); i += 3) {
        const Vec3 &a = m_points[surface.triangles[i]];
        const Vec3 &b = m_points[surface.triangles[i + 1]];
        const Vec3 &c = m_points[surface.triangles[i + 2]];
        const Vec3 u{b.x - a.x, b.y - a.y, b.z - a.z}, v{c.x - a.x, c.y - a.y, c.z - a.z};
        sum = {sum.x + u.y * v.z - u.z * v.y, sum.y + u.z * v.x - u.x * v.z, sum.z + u.x * v.y - u.y * v.x};
    }
    const double length = std::hypot(sum.x, sum.y, sum.z);
    return length > 0 ? Vec3{sum.x / length, sum.y / length, sum.z / length} : Vec3{0, 0, 1};
}

void GltfMesh::add(const WalkedSurface &surface)
{
    m_points.assign(surface.points.begin(), surface.points.end());
    if (!m_place(m_points)) {
        ++m_outside;
        return;
    }
    if (m_objects.empty() || m_objects.back() != surface.object) {
        m_objects.push_back(surface.object);
    }
    const std::uint32_t look = m_looks.of(surface);
    if (m_parts.size() <= look) {
        m_parts.resize(look + 1);
    }
    Part &part = m_parts[look];
    const auto base = static_cast<std::uint32_t>(part.positions.size() / 3);
    const std::array<float, 3> normal = yUp(normalOf(surface));
    const bool textured = m_looks.looks()[look].texture != kNone;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const std::array<float, 3> p = yUp(m_points[i]);
        part.positions.insert(part.positions.end(), p.begin(), p.end());
        part.normals.insert(part.normals.end(), normal.begin(), normal.end());
        part.features.push_back(static_cast<float>(m_objects.size() - 1));
        if (textured) {
            part.uv.push_back(surface.uv[i][0]);
            part.uv.push_back(1 - surface.uv[i][1]);
        }
    }
    for (const std::uint32_t corner : surface.triangles) {
        part.indices.push_back(base + corner);
    }
    m_triangles += surface.triangles.size() / 3;
}

std::string GltfMesh::accessor(std::size_t view, int component, std::size_t count, const char *type,
                               const std::string &more)
{
    m_accessors += m_accessorCount > 0 ? "," : "";
    m_accessors += "{\"bufferView\":" + std::to_string(view) + ",\"componentType\":" + std::to_string(component) +
                   ",\"count\":" + std::to_string(count) + ",\"type\":\"" + type + '"' + more + '}';
    return std::to_string(m_accessorCount++);
}

std::string GltfMesh::primitive(const Part &part, std::size_t look, GltfBuffer &buffer)
{
    const std::size_t count = part.positions.size() / 3;
    const auto vertices = [&](const std::vector<float> &items) { return buffer.addView(items, GltfBuffer::Vertices); };
    std::string text = "{\"attributes\":{\"POSITION\":";
    text += accessor(vertices(part.positions), kFloat, count, "VEC3", bounds(part.positions));
    text += ",\"NORMAL\":" + accessor(vertices(part.normals), kFloat, count, "VEC3");
    if (!part.uv.empty()) {
        text += ",\"TEXCOORD_0\":" + accessor(vertices(part.uv), kFloat, count, "VEC2");
    }
    text += ",\"_FEATURE_ID_0\":" + accessor(vertices(part.features), kFloat, count, "SCALAR");
    const std::size_t indices = buffer.addView(part.indices, GltfBuffer::Indices);
    text += "},\"indices\":" + accessor(indices, kUnsigned, part.indices.size(), "SCALAR");
    text += ",\"material\":" + std::to_string(look) + ",\"mode\":4";
    text += R"(,"extensions":{"EXT_mesh_features":{"featureIds":[{"featureCount":)" + std::to_string(m_features) +
            R"(,"attribute":0,"propertyTable":0}]}}})";
    return text;
}

void GltfMesh::addParents()
{
    m_features = m_objects.size();
    std::unordered_set<ObjectIndex> there(m_objects.begin(), m_objects.end());
    for (std::size_t i = 0; i < m_objects.size(); ++i) { // parents of parents too: they come behind
        const ObjectIndex parent = m_model.objectParent[m_objects[i]];
        if (parent != kNone && there.insert(parent).second) {
            m_objects.push_back(parent);
        }
    }
}

std::string GltfMesh::materials(const ImageJson &image, GltfBuffer &buffer)
{
    std::string text;
    std::size_t textures = 0;
    for (const Look &look : m_looks.looks()) {
        text += text.empty() ? "" : ",";
        text += "{\"name\":" + jsonString(look.name) + ",\"pbrMetallicRoughness\":{";
        if (look.texture != kNone) {
            m_textures += textures > 0 ? "," : "";
            m_textures += "{\"source\":" + std::to_string(textures) + ",\"sampler\":0}";
            m_images += textures > 0 ? "," : "";
            m_images += image(look.texture, buffer);
            text += "\"baseColorTexture\":{\"index\":" + std::to_string(textures++) + "},";
        } else {
            text += "\"baseColorFactor\":[" + jsonNumber(linear(look.colour[0])) + ',' +
                    jsonNumber(linear(look.colour[1])) + ',' + jsonNumber(linear(look.colour[2])) + ',' +
                    jsonNumber(1 - look.transparency) + "],";
        }
        text += R"("metallicFactor":0,"roughnessFactor":1},"doubleSided":true)";
        text += look.transparency > 0 ? R"(,"alphaMode":"BLEND"})" : "}";
    }
    return text;
}

std::string GltfMesh::write(GltfBuffer &buffer, const ImageJson &image, const std::string &asset,
                            const std::string &uri)
{
    std::string text = R"({"asset":{"version":"2.0","generator":"Loci")" + asset + '}';
    if (m_triangles == 0) {
        return text + R"(,"scene":0,"scenes":[{"name":"empty"}]})";
    }
    addParents();
    std::string primitives;
    for (std::size_t look = 0; look < m_parts.size(); ++look) {
        primitives += primitives.empty() ? "" : ",";
        primitives += primitive(m_parts[look], look, buffer);
        m_parts[look] = {}; // the buffer has it now
    }
    const std::string materialList = materials(image, buffer);
    const GltfProperties properties(m_model, m_objects, buffer);
    buffer.finish();
    text += R"(,"extensionsUsed":["EXT_mesh_features","EXT_structural_metadata"])";
    text += ",\"extensions\":{\"EXT_structural_metadata\":" + properties.json() + '}';
    text += R"(,"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"name":"city","mesh":0}])";
    text += ",\"meshes\":[{\"primitives\":[" + primitives + "]}]";
    text += ",\"materials\":[" + materialList + ']';
    if (!m_images.empty()) {
        text += ",\"textures\":[" + m_textures + "],\"images\":[" + m_images + ']';
        text += R"(,"samplers":[{"magFilter":9729,"minFilter":9987,"wrapS":10497,"wrapT":10497}])";
    }
    text += ",\"accessors\":[" + m_accessors + "],\"bufferViews\":[" + buffer.views() + ']';
    text += ",\"buffers\":[{\"byteLength\":" + std::to_string(buffer.bytes().size());
    text += uri.empty() ? "}]}" : ",\"uri\":" + jsonString(uri) + "}]}";
    return text;
}

std::string glbBytes(std::string json, const std::string &binary)
{
    constexpr std::size_t kHead = 12, kChunkHead = 8;
    // Spaces until the binary part begins on a border of eight bytes of the file.
    while ((kHead + kChunkHead + json.size() + kChunkHead) % 8 != 0) {
        json += ' ';
    }
    const std::size_t length = kHead + kChunkHead + json.size() + (binary.empty() ? 0 : kChunkHead + binary.size());
    if (length > std::numeric_limits<std::uint32_t>::max()) {
        return {};
    }
    std::string bytes;
    bytes.reserve(length);
    const auto number = [&bytes](std::size_t value) {
        for (int shift = 0; shift < 32; shift += 8) {
            bytes += static_cast<char>((value >> shift) & 0xff);
        }
    };
    bytes += "glTF";
    number(2);
    number(length);
    number(json.size());
    bytes += "JSON";
    bytes += json;
    if (!binary.empty()) {
        number(binary.size());
        bytes += std::string_view("BIN\0", 4);
        bytes += binary;
    }
    return bytes;
}

} // namespace loci::formats
