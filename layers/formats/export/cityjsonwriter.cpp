// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/cityjsonwriter.h"

#include "layers/domain/city/jsonmembers.h"
#include "layers/domain/city/jsontext.h"
#include "layers/formats/export/cityjsontext.h"
#include "layers/formats/export/imagecopies.h"

#include <QCoreApplication>
#include <algorithm>
#include <unordered_set>

namespace loci::formats {

using namespace loci::city;

namespace {

constexpr std::uint32_t kLookEvery = 256;

/// What both forms of the file share: the head, and the way to the disk.
class Writer
{
public:
    Writer(const CityModel &model, const QString &path, const ExportOptions &options, bool sequence)
        : m_model(model)
        , m_path(path)
        , m_options(options)
        , m_images(model, path, m_dropped)
        , m_text(
              model, sequence, [this](std::uint32_t t) { return m_images.pathOf(t); }, m_dropped)
        , m_file(path)
        , m_sequence(sequence)
    {}

    Result<ExportReport> run()
    {
        LOCI_CHECK(m_file.open());
        head();
        LOCI_CHECK(m_sequence ? features() : body());
        LOCI_CHECK(m_images.copy(m_options.cancel));
        if (m_options.cancel.isCancelled()) {
            return exportCancelled(m_path);
        }
        LOCI_CHECK(m_file.commit());
        if (m_options.progress) {
            m_options.progress(1);
        }
        ExportReport report;
        report.objects = m_model.objectCount();
        report.dropped = m_dropped.take();
        report.files = QStringList{m_path} + m_images.keep();
        return report;
    }

private:
    void member(const char *key, const std::string &json)
    {
        const std::string text = m_text.compact(json);
        if (text.size() > 2) {
            m_file.member(key) << text;
        }
    }

    void head()
    {
        m_file << R"({"type":"CityJSON","version":"2.0")";
        const VertexStore &v = m_model.vertices;
        m_file.member("transform") << "{\"scale\":[" << jsonNumber(v.scale[0]) << ',' << jsonNumber(v.scale[1]) << ','
                                   << jsonNumber(v.scale[2]) << "],\"translate\":[" << jsonNumber(v.translate[0]) << ','
                                   << jsonNumber(v.translate[1]) << ',' << jsonNumber(v.translate[2]) << "]}";
        member("metadata", m_text.upgrade().metadata());
        member("extensions", m_text.upgrade().extensions());
        eachJsonMember(m_text.compact(m_model.otherMembers), [this](std::string_view key, std::string_view value) {
            m_file << ",\"" << key << "\":" << value;
        });
        if (!m_model.templates.geometries.empty()) {
            m_file.member("geometry-templates");
            m_text.templates(m_file);
        }
        if (m_sequence ? headNeedsAppearance() : hasAppearance()) {
            m_file.member("appearance");
            m_text.wholeAppearance(m_file);
        }
    }

    bool hasAppearance() const
    {
        return !m_model.materials.empty() || !m_model.textures.empty() || !m_model.textureVertices.empty() ||
               !m_model.defaultMaterialTheme.empty() || !m_model.defaultTextureTheme.empty();
    }

    /// Features bring their own appearance. The head has it too when templates use it, or when a feature cannot tell
    /// all of it: materials that nothing uses, or two that are the same.
    bool headNeedsAppearance()
    {
        const GeometryStore &templates = m_model.templates;
        if (!hasAppearance() || !templates.materialThemes.empty() || !templates.textureThemes.empty()) {
            return hasAppearance();
        }
        std::vector<bool> materials(m_model.materials.size()), textures(m_model.textures.size());
        for (const MaterialTheme &theme : m_model.geometry.materialThemes) {
            for (const std::uint32_t material : theme.surface) {
                material < materials.size() ? void(materials[material] = true) : void();
            }
        }
        for (const TextureTheme &theme : m_model.geometry.textureThemes) {
            for (const std::uint32_t texture : theme.ringTexture) {
                texture < textures.size() ? void(textures[texture] = true) : void();
            }
        }
        const auto all = [](const std::vector<bool> &used) {
            return std::find(used.begin(), used.end(), false) == used.end();
        };
        if (!all(materials) || !all(textures) || (materials.empty() && textures.empty())) {
            return true;
        }
        std::unordered_set<std::string> different;
        for (const Material &material : m_model.materials) {
            different.insert(m_text.compact(material.json));
        }
        const bool same = different.size() < m_model.materials.size();
        different.clear();
        for (const Texture &texture : m_model.textures) {
            different.insert(m_text.compact(texture.json));
        }
        return same || different.size() < m_model.textures.size();
    }

    Result<> step(std::uint32_t done, std::uint32_t all)
    {
        if (done % kLookEvery == 0) {
            if (m_options.cancel.isCancelled()) {
                return exportCancelled(m_path);
            }
            if (m_options.progress && all > 0) {
                m_options.progress(static_cast<double>(done) / all);
            }
        }
        return m_file.flush();
    }

    Result<> body()
    {
        const std::uint32_t objects = m_model.objectCount();
        const std::uint32_t vertices = m_model.vertices.size();
        const std::uint32_t steps = objects + vertices / kLookEvery;
        m_file.member("CityObjects") << '{';
        for (ObjectIndex o = 0; o < objects; ++o) {
            m_file << (o > 0 ? "," : "");
            m_text.object(m_file, o);
            LOCI_CHECK(step(o, steps));
        }
        m_file << '}';
        m_file.member("vertices") << '[';
        for (std::uint32_t i = 0; i < vertices; ++i) {
            m_file << (i > 0 ? "," : "");
            m_text.vertex(m_file, i);
            if (i % kLookEvery == 0) {
                LOCI_CHECK(step(objects + i / kLookEvery, steps));
            }
        }
        m_file << "]}\n";
        return {};
    }

    /// Objects below each root, in their order, every object once.
    std::vector<std::vector<ObjectIndex>> families() const
    {
        std::vector<std::uint32_t> number(m_model.objectCount(), kNone);
        std::vector<std::vector<ObjectIndex>> all;
        for (ObjectIndex o = 0; o < m_model.objectCount(); ++o) {
            const ObjectIndex root = m_model.rootOf(o);
            if (number[root] == kNone) {
                number[root] = static_cast<std::uint32_t>(all.size());
                all.emplace_back();
            }
            all[number[root]].push_back(o);
        }
        return all;
    }

    Result<> features()
    {
        m_file << ",\"CityObjects\":{},\"vertices\":[]}\n";
        const auto all = families();
        std::uint32_t done = 0;
        for (const std::vector<ObjectIndex> &family : all) {
            m_text.reset();
            m_file << R"({"type":"CityJSONFeature","id":)" << m_text.writtenId(m_model.rootOf(family.front()))
                   << ",\"CityObjects\":{";
            for (std::size_t i = 0; i < family.size(); ++i) {
                m_file << (i > 0 ? "," : "");
                m_text.object(m_file, family[i]);
            }
            m_file << "},\"vertices\":";
            m_text.localVertices(m_file);
            TextBuffer appearance;
            if (m_text.localAppearance(appearance)) {
                m_file << ",\"appearance\":" << appearance.text();
            }
            m_file << "}\n";
            LOCI_CHECK(step(done++, static_cast<std::uint32_t>(all.size())));
        }
        return {};
    }

    const CityModel &m_model;
    QString m_path;
    const ExportOptions &m_options;
    DroppedList m_dropped;
    ImageCopies m_images;
    CityJsonText m_text;
    TextFile m_file;
    bool m_sequence;
};

} // namespace

Result<ExportReport> writeCityJson(const CityModel &model, const QString &path, const ExportOptions &options)
{
    return Writer(model, path, options, false).run();
}

Result<ExportReport> writeCityJsonSeq(const CityModel &model, const QString &path, const ExportOptions &options)
{
    return Writer(model, path, options, true).run();
}

} // namespace loci::formats
