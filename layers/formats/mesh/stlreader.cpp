// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/bytes.h"
#include "layers/formats/mesh/meshassembler.h"
#include "layers/formats/mesh/meshreaders.h"
#include "layers/formats/mesh/wordscanner.h"

#include <QFileInfo>
#include <unordered_map>

namespace loci::formats {

namespace {

constexpr std::uint64_t kHeader = 84, kFacet = 50, kCountAt = 80;

/// Whether the length of a binary STL is what its count of facets asks for.
bool isBinary(const QByteArray &bytes)
{
    const auto size = static_cast<std::uint64_t>(bytes.size());
    return size >= kHeader && kHeader + kFacet * littleEndian<std::uint32_t>(bytes, kCountAt) == size;
}

bool looksLikeText(const QByteArray &head)
{
    return head.startsWith("solid") && (head.contains("facet") || head.contains("endsolid"));
}

struct PointHash
{
    std::size_t operator()(const std::array<double, 3> &p) const
    {
        std::size_t seed = 0;
        for (const double value : p) {
            seed = seed * 1000003U ^ std::hash<double>()(value);
        }
        return seed;
    }
};

/// Facets, with equal points made one.
class StlPart
{
public:
    StlPart(MeshContext &context, std::string name) : m_context(context), m_name(std::move(name)) {}

    bool corner(const Vec3 &p)
    {
        const auto [found, added] =
            m_points.try_emplace({p.x, p.y, p.z}, static_cast<std::uint32_t>(m_part.points.size()));
        if (added) {
            m_part.points.push_back(p);
        }
        m_part.corners.push_back(found->second);
        return m_context.spend(1);
    }
    std::size_t open() const { return m_part.corners.size() - m_part.faceEnds.back(); }
    void endFacet()
    {
        if (open() >= 3) {
            m_part.endFace(city::kNone);
        } else {
            m_part.corners.resize(m_part.faceEnds.back());
        }
    }
    void endSolid(std::string_view name)
    {
        m_part.corners.resize(m_part.faceEnds.back());
        if (m_part.faceCount() > m_first) {
            MeshObject object;
            object.id = name.empty() ? m_name : std::string(name);
            object.geometries.push_back({city::GeometryType::MultiSurface, {m_first, m_part.faceCount()}});
            m_part.objects.push_back(std::move(object));
            m_first = m_part.faceCount();
        }
    }
    MeshPart take() { return std::move(m_part); }

private:
    MeshContext &m_context;
    std::string m_name;
    MeshPart m_part;
    std::unordered_map<std::array<double, 3>, std::uint32_t, PointHash> m_points;
    std::uint32_t m_first = 0;
};

void readText(const QByteArray &bytes, StlPart &part, MeshContext &context)
{
    constexpr std::uint64_t kLook = 4096;
    WordScanner scanner(WordScanner::of(bytes));
    std::string_view name;
    std::uint64_t number = 0;
    bool isEnded = true;
    for (std::string_view line; scanner.nextLine(line);) {
        if (++number % kLook == 0 && context.cancel.isCancelled()) {
            return;
        }
        const std::string_view key = WordScanner::word(line);
        if (key == "vertex") {
            Vec3 p;
            if (WordScanner::nextNumber(line, p.x) && WordScanner::nextNumber(line, p.y) &&
                WordScanner::nextNumber(line, p.z)) {
                if (!part.corner(p)) {
                    break;
                }
            } else {
                context.damaged(QCoreApplication::translate("loci::formats", "a point is no three numbers"),
                                QStringLiteral("line %1").arg(number));
            }
        } else if (key == "endfacet") {
            part.endFacet();
        } else if (key == "solid") {
            name = WordScanner::trimmed(line);
            isEnded = false;
        } else if (key == "endsolid") {
            part.endSolid(name);
            isEnded = true;
        }
    }
    if (!isEnded) {
        context.damaged(QCoreApplication::translate("loci::formats", "the file ends before its last solid does"), {});
        part.endSolid(name);
    }
}

void readBinary(const QByteArray &bytes, StlPart &part, MeshContext &context)
{
    constexpr std::uint64_t kNormal = 12;
    const auto size = static_cast<std::uint64_t>(bytes.size());
    const std::uint64_t stated = littleEndian<std::uint32_t>(bytes, kCountAt), there = (size - kHeader) / kFacet;
    if (stated > there) {
        context.damaged(
            QCoreApplication::translate("loci::formats", "the file states %1 facets and has %2").arg(stated).arg(there),
            {});
    }
    for (std::uint64_t f = 0; f < std::min(stated, there) && !context.cancel.isCancelled(); ++f) {
        const std::uint64_t at = kHeader + f * kFacet + kNormal;
        for (std::uint64_t c = 0; c < 3; ++c) {
            const auto value = [&](std::uint64_t axis) {
                return static_cast<double>(littleEndian<float>(bytes, at + 12 * c + 4 * axis));
            };
            if (!part.corner({value(0), value(1), value(2)})) {
                part.endSolid({});
                return;
            }
        }
        part.endFacet();
    }
    part.endSolid({});
}

} // namespace

bool StlReader::recognises(const QByteArray &head) const
{
    return looksLikeText(head) || (head.size() < kHeadBytes && isBinary(head));
}

bool StlReader::claims(const QString &suffix) const
{
    return suffix == QLatin1String("stl");
}

Result<LoadedModel> StlReader::read(const QString &path, const CancelToken &cancel,
                                    const ProgressFunction &progress) const
{
    MeshContext context(path, cancel, progress);
    LOCI_TRY(const QByteArray bytes, wholeFile(path));
    StlPart part(context, QFileInfo(path).completeBaseName().toStdString());
    if (!isBinary(bytes) && looksLikeText(bytes.left(kHeadBytes))) {
        readText(bytes, part, context);
    } else if (static_cast<std::uint64_t>(bytes.size()) >= kHeader) {
        readBinary(bytes, part, context);
    }
    MeshPart made = part.take();
    if (cancel.isCancelled()) {
        return context.cancelled();
    }
    if (made.objects.empty()) {
        return fail(
            ErrorCode::Invalid,
            QCoreApplication::translate("loci::formats", "The file %1 has no faces, lines or points that can be read.")
                .arg(path));
    }
    MeshAssembler assembler(context);
    assembler.add(std::move(made));
    return assembler.finish({QStringLiteral("STL"), {}});
}

} // namespace loci::formats
