// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/colourpalette.h"
#include "layers/formats/mesh/contentfolder.h"
#include "layers/formats/mesh/meshassembler.h"
#include "layers/formats/mesh/meshlook.h"
#include "layers/formats/mesh/meshreaders.h"
#include "layers/formats/mesh/plyheader.h"

#include <QFileInfo>
#include <cmath>

namespace loci::formats {

namespace {

constexpr double kByte = 255;

/// One run over the values of a PLY file.
class PlyRead
{
public:
    PlyRead(const QString &path, const PlyHeader &header, std::string_view body, MeshContext &context)
        : m_context(context)
        , m_header(header)
        , m_values(body, header.encoding)
        , m_palette(m_part)
    {
        m_object.id = QFileInfo(path).completeBaseName().toStdString();
        const ContentFolder folder(path);
        for (const std::string &image : header.images) {
            const std::optional<QString> file = folder.resolve(QString::fromStdString(image), context);
            m_part.textures.push_back(plainTexture(file.value_or(QString()), {}));
            m_part.materials.push_back({plainMaterial(QString::fromStdString(image), {1, 1, 1}, 1),
                                        file ? static_cast<std::uint32_t>(m_part.textures.size() - 1) : city::kNone});
        }
    }

    MeshPart run()
    {
        for (const PlyHeader::Element &element : m_header.elements) {
            if (!readElement(element)) {
                break;
            }
        }
        if (m_part.faceCount() > 0) {
            m_object.geometries.push_back({city::GeometryType::MultiSurface, {0, m_part.faceCount()}});
        } else if (!m_part.points.empty() && m_context.spend(m_part.points.size())) {
            for (std::uint32_t i = 0; i < m_part.points.size(); ++i) {
                m_part.corners.push_back(i);
                m_part.endFace(i < m_colours.size() ? m_palette.material(m_colours[i]) : city::kNone);
            }
            m_object.geometries.push_back({city::GeometryType::MultiPoint, {0, m_part.faceCount()}});
        }
        m_part.objects.push_back(std::move(m_object));
        return std::move(m_part);
    }

private:
    struct Row
    {
        Vec3 point;
        std::array<double, 3> colour{};
        std::array<double, 2> uv{};
        bool hasColour = false, hasUv = false;
        std::vector<double> corners, cornerUv;
        std::uint32_t image = 0;
    };

    bool readElement(const PlyHeader::Element &element)
    {
        constexpr std::uint64_t kLook = 4096;
        Row row;
        for (std::uint64_t i = 0; i < element.count; ++i) {
            if (i % kLook == 0 && m_context.cancel.isCancelled()) {
                return false;
            }
            if (!readRow(element, row)) {
                m_context.damaged(QCoreApplication::translate("loci::formats", "the file ends at %1 %2 of %3")
                                      .arg(QString::fromStdString(element.name))
                                      .arg(i)
                                      .arg(element.count),
                                  {});
                return false;
            }
            if (element.properties.empty() || !use(element, row)) {
                return element.properties.empty();
            }
        }
        return true;
    }

    bool readRow(const PlyHeader::Element &element, Row &row)
    {
        constexpr double kLongest = 1e6;
        row.corners.clear();
        row.cornerUv.clear();
        for (const PlyHeader::Property &property : element.properties) {
            double value = 0;
            if (!property.isList) {
                if (!m_values.next(property.type, value)) {
                    return false;
                }
                set(property, value, row);
                continue;
            }
            if (!m_values.next(property.countType, value) || !(value >= 0 && value <= kLongest)) {
                return false;
            }
            const bool isCorners = property.name == "vertex_indices" || property.name == "vertex_index";
            const bool isUv = property.name == "texcoord";
            for (auto left = static_cast<std::uint64_t>(value); left > 0; --left) {
                if (!m_values.next(property.type, value)) {
                    return false;
                }
                if (isCorners || isUv) {
                    (isCorners ? row.corners : row.cornerUv).push_back(value);
                }
            }
        }
        return true;
    }

    static void set(const PlyHeader::Property &property, double value, Row &row)
    {
        const std::string &name = property.name;
        const bool isByte = property.type != PlyHeader::Type::Float32 && property.type != PlyHeader::Type::Float64;
        if (name == "x" || name == "y" || name == "z") {
            (name == "x" ? row.point.x : name == "y" ? row.point.y : row.point.z) = value;
        } else if (name == "red" || name == "green" || name == "blue" || name == "diffuse_red" ||
                   name == "diffuse_green" || name == "diffuse_blue") {
            row.hasColour = true;
            row.colour[name.ends_with("red") ? 0 : name.ends_with("green") ? 1 : 2] = isByte ? value / kByte : value;
        } else if (name == "s" || name == "u" || name == "texture_u") {
            row.hasUv = true;
            row.uv[0] = value;
        } else if (name == "t" || name == "v" || name == "texture_v") {
            row.uv[1] = value;
        } else if (name == "texnumber" && value >= 0 && value < 65536) {
            row.image = static_cast<std::uint32_t>(value);
        }
    }

    bool use(const PlyHeader::Element &element, const Row &row)
    {
        if (element.name == "vertex") {
            m_part.points.push_back(row.point);
            if (row.hasColour) {
                m_colours.push_back(row.colour);
            }
            if (row.hasUv && !m_header.images.empty()) {
                m_part.uv.push_back({static_cast<float>(row.uv[0]), static_cast<float>(row.uv[1])});
            }
            ++m_vertices;
            return m_context.spend(1);
        }
        return element.name != "face" || addFace(row);
    }

    bool addFace(const Row &row)
    {
        if (row.corners.size() < 3) {
            return true;
        }
        const bool hasOwnUv = row.cornerUv.size() >= 2 * row.corners.size() && !m_header.images.empty();
        const std::size_t first = m_part.corners.size();
        std::array<double, 3> colour{};
        for (std::size_t i = 0; i < row.corners.size(); ++i) {
            const double corner = row.corners[i];
            if (!(corner >= 0 && corner < static_cast<double>(m_vertices))) {
                m_part.corners.resize(first);
                m_context.damaged(
                    QCoreApplication::translate("loci::formats", "a face names a point that is not there"), {});
                return true;
            }
            auto number = static_cast<std::uint32_t>(corner);
            for (std::size_t c = 0; c < 3 && number < m_colours.size(); ++c) {
                colour[c] += m_colours[number][c] / static_cast<double>(row.corners.size());
            }
            if (hasOwnUv) {
                m_part.points.push_back(Vec3(m_part.points[number]));
                m_part.uv.resize(m_part.points.size() - 1);
                m_part.uv.push_back(
                    {static_cast<float>(row.cornerUv[2 * i]), static_cast<float>(row.cornerUv[2 * i + 1])});
                number = static_cast<std::uint32_t>(m_part.points.size() - 1);
            }
            m_part.corners.push_back(number);
        }
        const bool isTextured = row.image < m_header.images.size() && (hasOwnUv || !m_part.uv.empty());
        if (!m_part.uv.empty()) {
            m_part.uv.resize(m_part.points.size());
        }
        m_part.endFace(isTextured ? row.image : !m_colours.empty() ? m_palette.material(colour) : city::kNone);
        return m_context.spend(row.corners.size());
    }

    MeshContext &m_context;
    const PlyHeader &m_header;
    PlyValues m_values;
    MeshPart m_part;
    MeshObject m_object;
    ColourPalette m_palette;
    std::vector<std::array<double, 3>> m_colours;
    std::uint64_t m_vertices = 0;
};

} // namespace

bool PlyReader::recognises(const QByteArray &head) const
{
    return head.startsWith("ply\n") || head.startsWith("ply\r");
}

Result<LoadedModel> PlyReader::read(const QString &path, const CancelToken &cancel,
                                    const ProgressFunction &progress) const
{
    MeshContext context(path, cancel, progress);
    LOCI_TRY(const QByteArray bytes, wholeFile(path));
    LOCI_TRY(const PlyHeader header, PlyHeader::read(WordScanner::of(bytes), path));
    MeshPart part = PlyRead(path, header, WordScanner::of(bytes).substr(header.end), context).run();
    if (cancel.isCancelled()) {
        return context.cancelled();
    }
    MeshAssembler assembler(context);
    assembler.add(std::move(part));
    return assembler.finish({QStringLiteral("PLY"), QStringLiteral("1.0")});
}

} // namespace loci::formats
