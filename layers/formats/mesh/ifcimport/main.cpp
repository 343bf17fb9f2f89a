// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads an IFC file with assimp and writes its objects to the standard output. A program of its own, because the
// importer may fall over damaged files: then this process ends, and not the one with the person's work.
#include "layers/formats/mesh/meshlook.h"
#include "layers/formats/mesh/meshwire.h"
#include "layers/formats/mesh/wordscanner.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <assimp/Importer.hpp>
#include <assimp/config.h>
#include <assimp/scene.h>
#include <cmath>
#include <cstdio>
#include <exception>

namespace loci::formats {

namespace {

struct Product
{
    std::string ifcClass, name, guid; ///< empty class: no product but a step between two
};

/// Nodes are called "IfcWall_name_guid"; the 22 characters of the guid may have underscores too.
Product productOf(const std::string &node)
{
    constexpr std::size_t kGuid = 22;
    const std::size_t first = node.find('_');
    if (!node.starts_with("Ifc") || first == std::string::npos || node.size() < first + 2 + kGuid) {
        return {};
    }
    const std::size_t guid = node.size() - kGuid;
    return {node.substr(0, first), guid > first + 2 ? node.substr(first + 1, guid - first - 2) : std::string(),
            node.substr(guid)};
}

struct Kind
{
    std::string_view prefix, type, semantic;
};

const Kind &kindOf(std::string_view ifcClass)
{
    static constexpr std::array<Kind, 18> kKinds{{{"IfcBuildingStorey", "BuildingStorey", ""},
                                                  {"IfcBuildingElementProxy", "BuildingConstructiveElement", ""},
                                                  {"IfcBuildingElementPart", "BuildingConstructiveElement", ""},
                                                  {"IfcBuilding", "Building", ""},
                                                  {"IfcSpace", "BuildingRoom", ""},
                                                  {"IfcWindow", "BuildingConstructiveElement", "Window"},
                                                  {"IfcDoor", "BuildingConstructiveElement", "Door"},
                                                  {"IfcWall", "BuildingConstructiveElement", "WallSurface"},
                                                  {"IfcCurtainWall", "BuildingConstructiveElement", "WallSurface"},
                                                  {"IfcRoof", "BuildingConstructiveElement", "RoofSurface"},
                                                  {"IfcFurn", "BuildingFurniture", ""},
                                                  {"IfcFlow", "BuildingInstallation", ""},
                                                  {"IfcDistribution", "BuildingInstallation", ""},
                                                  {"IfcStair", "BuildingInstallation", ""},
                                                  {"IfcRamp", "BuildingInstallation", ""},
                                                  {"IfcRailing", "BuildingInstallation", ""},
                                                  {"IfcSite", "GenericCityObject", ""},
                                                  {"Ifc", "BuildingConstructiveElement", ""}}};
    return *std::find_if(kKinds.begin(), kKinds.end(),
                         [&](const Kind &kind) { return ifcClass.starts_with(kind.prefix); });
}

/// Values are written as text: numbers become numbers again, "U" is unknown and left out.
std::optional<MeshValue> valueOf(const std::string &text)
{
    if (text.empty() || text == "U") {
        return std::nullopt;
    }
    if (text == "T" || text == "F") {
        return text == "T";
    }
    std::int64_t whole = 0;
    double real = 0;
    const bool isCode = text.size() > 1 && text[0] == '0' && text[1] != '.';
    if (!isCode && WordScanner::number(text, whole)) {
        return whole;
    }
    if (!isCode && WordScanner::number(text, real) && std::isfinite(real)) {
        return real;
    }
    return text;
}

/// Turns the importer's tree into objects.
class IfcTree
{
public:
    explicit IfcTree(const aiScene &scene) : m_scene(scene)
    {
        for (unsigned i = 0; i < scene.mNumMaterials; ++i) {
            aiColor4D colour(1, 1, 1, 1);
            aiString name;
            scene.mMaterials[i]->Get(AI_MATKEY_COLOR_DIFFUSE, colour);
            scene.mMaterials[i]->Get(AI_MATKEY_NAME, name);
            float opacity = 1;
            scene.mMaterials[i]->Get(AI_MATKEY_OPACITY, opacity);
            m_part.materials.push_back({plainMaterial(QString::fromUtf8(name.C_Str()),
                                                      {static_cast<double>(colour.r), static_cast<double>(colour.g),
                                                       static_cast<double>(colour.b)},
                                                      static_cast<double>(opacity)),
                                        city::kNone});
        }
    }

    MeshPart run()
    {
        walk(*m_scene.mRootNode, Affine::yUpToZUp(), city::kNone, city::kNone, 0);
        return std::move(m_part);
    }

private:
    static Affine placementOf(const aiMatrix4x4 &m)
    {
        return {{static_cast<double>(m.a1), static_cast<double>(m.a2), static_cast<double>(m.a3),
                 static_cast<double>(m.a4), static_cast<double>(m.b1), static_cast<double>(m.b2),
                 static_cast<double>(m.b3), static_cast<double>(m.b4), static_cast<double>(m.c1),
                 static_cast<double>(m.c2), static_cast<double>(m.c3), static_cast<double>(m.c4), 0, 0, 0, 1}};
    }

    /// Faces below a node go to `owner`; the first node that is a product becomes the owner of what is below it.
    void walk(const aiNode &node, const Affine &above, std::uint32_t parent, std::uint32_t owner, int depth)
    {
        constexpr int kDeepest = 200;
        if (depth > kDeepest) {
            return;
        }
        const Affine placement = above * placementOf(node.mTransformation);
        const Product product = productOf(node.mName.C_Str());
        if (product.ifcClass == "IfcOpeningElement") {
            return; // its hole is cut already
        }
        if (!product.ifcClass.empty()) {
            owner = static_cast<std::uint32_t>(m_part.objects.size());
            m_part.objects.push_back(objectOf(product, node, parent));
            parent = product.ifcClass == "IfcSite" ? city::kNone : owner; // a building stands for itself
        }
        const std::uint32_t first = m_part.faceCount();
        for (unsigned i = 0; i < node.mNumMeshes; ++i) {
            addMesh(*m_scene.mMeshes[node.mMeshes[i]], placement);
        }
        if (m_part.faceCount() > first && owner != city::kNone) {
            const std::string semantic(
                kindOf(std::get<std::string>(m_part.objects[owner].attributes.front().second)).semantic);
            m_part.objects[owner].geometries.push_back(
                {city::GeometryType::MultiSurface, {first, m_part.faceCount()}, semantic});
        }
        for (unsigned i = 0; i < node.mNumChildren; ++i) {
            walk(*node.mChildren[i], placement, parent, owner, depth + 1);
        }
    }

    static MeshObject objectOf(const Product &product, const aiNode &node, std::uint32_t parent)
    {
        MeshObject object;
        object.id = product.guid;
        object.type = kindOf(product.ifcClass).type;
        object.parent = parent;
        object.attributes.emplace_back("ifcClass", product.ifcClass);
        if (!product.name.empty()) {
            object.attributes.emplace_back("name", product.name);
        }
        for (unsigned i = 0; node.mMetaData && i < node.mMetaData->mNumProperties; ++i) {
            aiString text;
            const std::string key = node.mMetaData->mKeys[i].C_Str();
            const bool isNew = std::none_of(object.attributes.begin(), object.attributes.end(),
                                            [&](const auto &held) { return held.first == key; });
            if (isNew && node.mMetaData->Get(i, text)) {
                if (const std::optional<MeshValue> value = valueOf(text.C_Str())) {
                    object.attributes.emplace_back(key, *value);
                }
            }
        }
        return object;
    }

    void addMesh(const aiMesh &mesh, const Affine &placement)
    {
        const auto base = static_cast<std::uint32_t>(m_part.points.size());
        for (unsigned v = 0; v < mesh.mNumVertices; ++v) {
            const aiVector3D &p = mesh.mVertices[v];
            m_part.points.push_back(
                placement({static_cast<double>(p.x), static_cast<double>(p.y), static_cast<double>(p.z)}));
        }
        for (unsigned f = 0; f < mesh.mNumFaces; ++f) {
            const aiFace &face = mesh.mFaces[f];
            if (face.mNumIndices < 3) {
                continue;
            }
            for (unsigned c = 0; c < face.mNumIndices; ++c) {
                m_part.corners.push_back(base + face.mIndices[c]);
            }
            m_part.endFace(mesh.mMaterialIndex);
        }
    }

    const aiScene &m_scene;
    MeshPart m_part;
};

int importFile(const char *path)
{
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return 3;
    }
    const QByteArray bytes = file.readAll();
    Assimp::Importer importer;
    importer.SetPropertyBool(AI_CONFIG_IMPORT_IFC_SKIP_SPACE_REPRESENTATIONS, true);
    const aiScene *scene =
        importer.ReadFileFromMemory(bytes.constData(), static_cast<std::size_t>(bytes.size()), 0, "ifc");
    if (!scene || !scene->mRootNode) {
        std::fputs(importer.GetErrorString(), stderr);
        return 1;
    }
    const QByteArray wire = toWire(IfcTree(*scene).run());
    QFile out;
    return out.open(stdout, QIODevice::WriteOnly) && out.write(wire) == wire.size() && out.flush() ? 0 : 3;
}

} // namespace

} // namespace loci::formats

int main(int count, char **arguments)
{
    try {
        return count == 2 ? loci::formats::importFile(arguments[1]) : 2;
    } catch (const std::exception &error) {
        std::fputs(error.what(), stderr);
        return 1;
    }
}
