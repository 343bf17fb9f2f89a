// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/mtllibrary.h"

#include "layers/formats/mesh/meshcontext.h"
#include "layers/formats/mesh/meshlook.h"
#include "layers/formats/mesh/wordscanner.h"

namespace loci::formats {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The file name behind options as "-s 1 1 1" and "-clamp on".
std::string_view imageName(std::string_view line)
{
    std::string_view rest = WordScanner::trimmed(line);
    while (rest.starts_with('-')) {
        const std::string_view option = WordScanner::word(rest);
        const bool isVector = option == "-o" || option == "-s" || option == "-t";
        const int most = isVector ? 3 : option == "-mm" ? 2 : 1;
        for (int i = 0; i < most; ++i) {
            std::string_view ahead = rest;
            double number = 0;
            const std::string_view value = WordScanner::word(ahead);
            if (isVector && i > 0 && !WordScanner::number(value, number)) {
                break;
            }
            rest = ahead;
        }
        rest = WordScanner::trimmed(rest);
    }
    return rest;
}

} // namespace

MtlLibrary::MtlLibrary(const ContentFolder &folder, MeshPart &part, MeshContext &context)
    : m_folder(folder)
    , m_part(part)
    , m_context(context)
{}

void MtlLibrary::load(std::string_view uri)
{
    const std::optional<QString> path = m_folder.resolve(text(uri), m_context);
    const std::optional<QByteArray> bytes =
        path ? m_folder.readFile(*path, m_context, "missing_material") : std::nullopt;
    if (!bytes) {
        return;
    }
    const ContentFolder place = m_folder.at(*path);
    std::string name;
    Entry entry;
    WordScanner scanner(WordScanner::of(*bytes));
    for (std::string_view line; scanner.nextLine(line);) {
        const std::string_view key = WordScanner::word(line);
        if (key == "newmtl") {
            if (!name.empty()) {
                add(name, entry, place);
            }
            name = WordScanner::trimmed(line);
            entry = {};
        } else if (key == "Kd") {
            for (double &channel : entry.diffuse) {
                WordScanner::nextNumber(line, channel);
            }
        } else if (key == "d") {
            WordScanner::nextNumber(line, entry.opacity);
        } else if (key == "Tr") {
            double transparency = 0;
            entry.opacity = WordScanner::nextNumber(line, transparency) ? 1 - transparency : entry.opacity;
        } else if (key == "map_Kd") {
            entry.image = imageName(line);
        }
    }
    if (!name.empty()) {
        add(name, entry, place);
    }
}

void MtlLibrary::add(const std::string &name, const Entry &entry, const ContentFolder &place)
{
    MeshMaterial made;
    made.material = plainMaterial(QString::fromStdString(name), entry.diffuse, entry.opacity);
    const std::optional<QString> path =
        entry.image.empty() ? std::nullopt : place.resolve(QString::fromStdString(entry.image), m_context);
    if (path) {
        const auto [found, added] = m_images.try_emplace(*path, static_cast<std::uint32_t>(m_part.textures.size()));
        if (added) {
            m_part.textures.push_back(plainTexture(*path, {}));
        }
        made.texture = found->second;
    }
    m_numbers.insert_or_assign(name, static_cast<std::uint32_t>(m_part.materials.size()));
    m_part.materials.push_back(std::move(made));
}

std::uint32_t MtlLibrary::material(std::string_view name)
{
    if (const auto found = m_numbers.find(name); found != m_numbers.end()) {
        return found->second;
    }
    m_context.report(Severity::Warning, "missing_material",
                     QCoreApplication::translate("loci::formats", "The material \"%1\" is not in the material files.")
                         .arg(text(name.substr(0, 80))));
    m_numbers.emplace(name, city::kNone);
    return city::kNone;
}

} // namespace loci::formats
