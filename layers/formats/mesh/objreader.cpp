// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/colourpalette.h"
#include "layers/formats/mesh/meshassembler.h"
#include "layers/formats/mesh/meshreaders.h"
#include "layers/formats/mesh/mtllibrary.h"
#include "layers/formats/mesh/wordscanner.h"

#include <QFileInfo>
#include <algorithm>
#include <limits>
#include <unordered_map>

namespace loci::formats {

namespace {

constexpr char kObjFormat[] = "OBJ";

/// One run over the text of an OBJ file.
class ObjRead
{
public:
    ObjRead(const QString &path, MeshContext &context)
        : m_context(context)
        , m_folder(path)
        , m_library(m_folder, m_part, context)
        , m_palette(m_part)
        , m_stem(QFileInfo(path).completeBaseName().toStdString())
    {}

    MeshPart run(const QByteArray &bytes)
    {
        constexpr std::uint64_t kLook = 4096;
        WordScanner scanner(WordScanner::of(bytes));
        std::string joined;
        for (std::string_view line; scanner.nextLine(line);) {
            ++m_line;
            if (line.ends_with('\\')) {
                joined.append(line.substr(0, line.size() - 1)).push_back(' ');
                continue;
            }
            if (!joined.empty()) {
                joined.append(line);
                take(joined);
                joined.clear();
            } else {
                take(line);
            }
            if (m_line % kLook == 0) {
                if (m_context.cancel.isCancelled() || m_isFull) {
                    break;
                }
                if (m_context.progress) {
                    m_context.progress(1 -
                                       static_cast<double>(scanner.rest().size()) / static_cast<double>(bytes.size()));
                }
            }
        }
        finish();
        return std::move(m_part);
    }

private:
    struct Bucket
    {
        std::string id;
        std::vector<std::uint32_t> corners, ends, materials;
        std::vector<city::GeometryType> types;
    };

    void take(std::string_view line)
    {
        const std::string_view key = WordScanner::word(line);
        if (key == "v") {
            addVertex(line);
        } else if (key == "vt") {
            std::array<double, 2> uv{};
            WordScanner::nextNumber(line, uv[0]);
            WordScanner::nextNumber(line, uv[1]);
            m_uv.push_back({static_cast<float>(uv[0]), static_cast<float>(uv[1])});
            m_isFull = !m_context.spend(1) || m_isFull;
        } else if (key == "f" || key == "l" || key == "p") {
            addFace(line, key == "f" ? 3 : key == "l" ? 2 : 1);
        } else if (key == "o") {
            m_object = WordScanner::trimmed(line);
            m_group.clear();
            m_bucket = city::kNone;
        } else if (key == "g") {
            m_group = WordScanner::trimmed(line);
            m_bucket = city::kNone;
        } else if (key == "usemtl") {
            const std::string_view name = WordScanner::trimmed(line);
            m_material = name.empty() ? city::kNone : m_library.material(name);
        } else if (key == "mtllib") {
            m_library.load(WordScanner::trimmed(line));
        }
    }

    void addVertex(std::string_view line)
    {
        Vec3 p;
        const bool isWhole = WordScanner::nextNumber(line, p.x) && WordScanner::nextNumber(line, p.y) &&
                             WordScanner::nextNumber(line, p.z);
        if (!isWhole) {
            const double nothing = std::numeric_limits<double>::quiet_NaN();
            p = {nothing, nothing, nothing}; // later vertices keep their numbers
        }
        m_vertices.push_back(p);
        std::array<double, 3> colour{};
        if (WordScanner::nextNumber(line, colour[0]) && WordScanner::nextNumber(line, colour[1]) &&
            WordScanner::nextNumber(line, colour[2])) {
            m_colours.resize(m_vertices.size(), {1, 1, 1});
            m_colours.back() = colour;
        }
        m_isFull = !m_context.spend(2) || m_isFull;
    }

    /// A positive number counts from the first, a negative one from the last; kNone when there is no such.
    static std::uint32_t resolved(std::string_view number, std::size_t count)
    {
        std::int64_t index = 0;
        if (!WordScanner::number(number, index)) {
            return city::kNone;
        }
        const auto size = static_cast<std::int64_t>(count);
        const std::int64_t place = index > 0 ? index - 1 : size + index;
        return index != 0 && place >= 0 && place < size ? static_cast<std::uint32_t>(place) : city::kNone;
    }

    void addFace(std::string_view line, std::size_t least)
    {
        m_corners.clear();
        std::array<double, 3> colour{};
        bool isTextured = true;
        for (std::string_view word = WordScanner::word(line); !word.empty(); word = WordScanner::word(line)) {
            if (word.starts_with('#')) {
                break;
            }
            const std::size_t slash = word.find('/');
            const std::string_view uvWord = slash == std::string_view::npos
                                                ? std::string_view()
                                                : word.substr(slash + 1, word.find('/', slash + 1) - slash - 1);
            const std::uint32_t vertex = resolved(word.substr(0, slash), m_vertices.size());
            if (vertex == city::kNone) {
                m_context.damaged(
                    QCoreApplication::translate("loci::formats", "a face names a point that is not there"),
                    QStringLiteral("line %1").arg(m_line));
                return;
            }
            const std::uint32_t uv = uvWord.empty() ? city::kNone : resolved(uvWord, m_uv.size());
            isTextured = isTextured && uv != city::kNone;
            m_corners.push_back(pointOf(vertex, uv));
            for (std::size_t c = 0; c < 3 && vertex < m_colours.size(); ++c) {
                colour[c] += m_colours[vertex][c];
            }
        }
        if (m_corners.size() < least || !m_context.spend(m_corners.size())) {
            return;
        }
        std::uint32_t material = m_material;
        if (!m_colours.empty() && material == city::kNone) {
            const double count = static_cast<double>(m_corners.size());
            const double most = std::max({colour[0], colour[1], colour[2]}) / count > 1 ? 255 : 1;
            material =
                m_palette.material({colour[0] / count / most, colour[1] / count / most, colour[2] / count / most});
        }
        Bucket &bucket = currentBucket();
        bucket.corners.insert(bucket.corners.end(), m_corners.begin(), m_corners.end());
        bucket.ends.push_back(static_cast<std::uint32_t>(bucket.corners.size()));
        bucket.materials.push_back(material);
        bucket.types.push_back(least == 3   ? city::GeometryType::MultiSurface
                               : least == 2 ? city::GeometryType::MultiLineString
                                            : city::GeometryType::MultiPoint);
    }

    std::uint32_t pointOf(std::uint32_t vertex, std::uint32_t uv)
    {
        const std::uint64_t key = (static_cast<std::uint64_t>(vertex) << 32U) | uv;
        const auto [found, added] = m_points.try_emplace(key, static_cast<std::uint32_t>(m_part.points.size()));
        if (added) {
            m_part.points.push_back(m_vertices[vertex]);
            if (uv != city::kNone || !m_part.uv.empty()) {
                m_part.uv.resize(m_part.points.size() - 1);
                m_part.uv.push_back(uv == city::kNone ? std::array<float, 2>{} : m_uv[uv]);
            }
        }
        return found->second;
    }

    Bucket &currentBucket()
    {
        if (m_bucket == city::kNone) {
            std::string id = m_group.empty() ? m_object : m_object.empty() ? m_group : m_object + "/" + m_group;
            id = id.empty() ? m_stem : id;
            const auto [found, added] = m_numbers.try_emplace(id, static_cast<std::uint32_t>(m_buckets.size()));
            if (added) {
                m_buckets.push_back({id, {}, {}, {}, {}});
            }
            m_bucket = found->second;
        }
        return m_buckets[m_bucket];
    }

    void finish()
    {
        for (Bucket &bucket : m_buckets) {
            MeshObject object;
            object.id = bucket.id;
            for (const city::GeometryType type : {city::GeometryType::MultiSurface, city::GeometryType::MultiLineString,
                                                  city::GeometryType::MultiPoint}) {
                const std::uint32_t first = m_part.faceCount();
                std::uint32_t begin = 0;
                for (std::size_t f = 0; f < bucket.ends.size(); begin = bucket.ends[f++]) {
                    if (bucket.types[f] == type) {
                        m_part.corners.insert(m_part.corners.end(), bucket.corners.begin() + begin,
                                              bucket.corners.begin() + bucket.ends[f]);
                        m_part.endFace(bucket.materials[f]);
                    }
                }
                if (m_part.faceCount() > first) {
                    object.geometries.push_back({type, {first, m_part.faceCount()}});
                }
            }
            m_part.objects.push_back(std::move(object));
            bucket = {};
        }
    }

    MeshContext &m_context;
    ContentFolder m_folder;
    MeshPart m_part;
    MtlLibrary m_library;
    ColourPalette m_palette;
    std::string m_stem, m_object, m_group;
    std::vector<Vec3> m_vertices;
    std::vector<std::array<double, 3>> m_colours;
    std::vector<std::array<float, 2>> m_uv;
    std::unordered_map<std::uint64_t, std::uint32_t> m_points;
    std::unordered_map<std::string, std::uint32_t> m_numbers;
    std::vector<Bucket> m_buckets;
    std::vector<std::uint32_t> m_corners;
    std::uint32_t m_bucket = city::kNone, m_material = city::kNone;
    std::uint64_t m_line = 0;
    bool m_isFull = false;
};

} // namespace

bool ObjReader::recognises(const QByteArray &head) const
{
    constexpr int kLook = 200;
    WordScanner scanner(WordScanner::of(head));
    int vertices = 0, number = 0;
    for (std::string_view line; number < kLook && scanner.nextLine(line); ++number) {
        const std::string_view key = WordScanner::word(line);
        if (key.empty() || key.starts_with('#')) {
            continue;
        }
        if (key == "mtllib" || key == "usemtl" || key == "o" || key == "g" || key == "vt" || key == "vn" ||
            key == "s" || key == "f") {
            continue;
        }
        double x = 0, y = 0, z = 0;
        if (key != "v" || !WordScanner::nextNumber(line, x) || !WordScanner::nextNumber(line, y) ||
            !WordScanner::nextNumber(line, z)) {
            return false;
        }
        ++vertices;
    }
    return vertices > 0;
}

bool ObjReader::claims(const QString &suffix) const
{
    return suffix == QLatin1String("obj");
}

Result<LoadedModel> ObjReader::read(const QString &path, const CancelToken &cancel,
                                    const ProgressFunction &progress) const
{
    MeshContext context(path, cancel, progress);
    LOCI_TRY(const QByteArray bytes, wholeFile(path));
    MeshPart part = ObjRead(path, context).run(bytes);
    if (cancel.isCancelled()) {
        return context.cancelled();
    }
    if (part.objects.empty()) {
        return fail(
            ErrorCode::Invalid,
            QCoreApplication::translate("loci::formats", "The file %1 has no faces, lines or points that can be read.")
                .arg(path));
    }
    MeshAssembler assembler(context);
    assembler.add(std::move(part));
    return assembler.finish({QLatin1String(kObjFormat), {}});
}

} // namespace loci::formats
