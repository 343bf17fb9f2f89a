// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/objwriter.h"

#include "layers/domain/city/jsontext.h"
#include "layers/formats/export/imagecopies.h"
#include "layers/formats/export/looks.h"
#include "layers/formats/export/meshframe.h"
#include "layers/formats/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace loci::formats {

using namespace loci::city;

namespace {

/// A name OBJ can hold: one word.
std::string word(std::string_view name)
{
    std::string text;
    for (const char c : name) {
        text += static_cast<unsigned char>(c) <= ' ' ? '_' : c;
    }
    return text.empty() ? "_" : text;
}

class ObjWriter
{
public:
    ObjWriter(const CityModel &model, const QString &path, const ExportOptions &options)
        : m_model(model)
        , m_path(path)
        , m_libraryPath(QFileInfo(path).absolutePath() + QLatin1Char('/') + QFileInfo(path).completeBaseName() +
                        QStringLiteral(".mtl"))
        , m_options(options)
        , m_images(model, path, m_dropped)
        , m_frame(model)
        , m_walk(model, options.lod)
        , m_looks(model, usableImages(model))
        , m_file(path)
        , m_library(m_libraryPath)
    {}

    Result<ExportReport> run()
    {
        LOCI_CHECK(m_file.open());
        LOCI_CHECK(m_library.open());
        head();
        for (ObjectIndex o = 0; o < m_model.objectCount(); ++o) {
            LOCI_CHECK(object(o));
        }
        materials();
        LOCI_CHECK(m_images.copy(m_options.cancel));
        if (m_options.cancel.isCancelled()) {
            return exportCancelled(m_path);
        }
        const bool hadLibrary = QFileInfo::exists(m_libraryPath);
        LOCI_CHECK(m_library.commit());
        if (const Result<> done = m_file.commit(); !done) {
            if (!hadLibrary) {
                QFile::remove(m_libraryPath);
            }
            return fail(done.error());
        }
        return report();
    }

private:
    static std::vector<bool> usableImages(const CityModel &model)
    {
        std::vector<bool> usable(model.textures.size());
        for (std::uint32_t t = 0; t < model.textures.size(); ++t) {
            usable[t] = !imageOf(model, t).path.isEmpty();
        }
        return usable;
    }

    void head()
    {
        const Vec3 &origin = m_frame.origin();
        m_file << "# Loci\n# reference system: " << m_frame.crs() << "\n# origin: " << jsonNumber(origin.x) << ' '
               << jsonNumber(origin.y) << ' ' << jsonNumber(origin.z) << "\n# metres, z up\nmtllib "
               << word(QFileInfo(m_libraryPath).fileName().toStdString()) << '\n';
    }

    Result<> object(ObjectIndex o)
    {
        constexpr ObjectIndex kLookEvery = 256;
        if (o % kLookEvery == 0) {
            if (m_options.cancel.isCancelled()) {
                return exportCancelled(m_path);
            }
            if (m_options.progress) {
                m_options.progress(static_cast<double>(o) / m_model.objectCount());
            }
        }
        bool named = false;
        m_walk.object(o, [&](const WalkedSurface &surface) {
            if (!named) {
                m_file << "o " << word(m_model.objectIds[o]) << '\n';
                named = true;
                ++m_objects;
            }
            face(surface);
        });
        return m_file.flush();
    }

    void face(const WalkedSurface &surface)
    {
        constexpr int kDecimals = 6;
        m_points.assign(surface.points.begin(), surface.points.end());
        if (!m_frame.place(m_points)) {
            ++m_nowhere;
            return;
        }
        const std::uint32_t look = m_looks.of(surface);
        if (look != m_look) {
            m_look = look;
            m_file << "usemtl " << materialName(look) << '\n';
        }
        for (const Vec3 &p : m_points) {
            (m_file << "v ").fixed(p.x, kDecimals) << ' ';
            m_file.fixed(p.y, kDecimals) << ' ';
            m_file.fixed(p.z, kDecimals) << '\n';
        }
        const bool textured = !surface.uv.empty() && m_looks.looks()[look].texture != kNone;
        for (std::size_t i = 0; textured && i < surface.uv.size(); ++i) {
            (m_file << "vt ").fixed(static_cast<double>(surface.uv[i][0]), kDecimals) << ' ';
            m_file.fixed(static_cast<double>(surface.uv[i][1]), kDecimals) << '\n';
        }
        for (std::size_t i = 0; i < surface.triangles.size(); i += 3) {
            m_file << 'f';
            for (std::size_t corner = i; corner < i + 3; ++corner) {
                m_file << ' ' << m_vertices + surface.triangles[corner] + 1;
                if (textured) {
                    m_file << '/' << m_uv + surface.triangles[corner] + 1;
                }
            }
            m_file << '\n';
        }
        m_vertices += surface.points.size();
        m_uv += textured ? surface.uv.size() : 0;
    }

    std::string materialName(std::uint32_t look) const
    {
        return word(m_looks.looks()[look].name) + '_' + std::to_string(look);
    }

    void materials()
    {
        constexpr int kDecimals = 4;
        m_library << "# Loci\n";
        for (std::uint32_t i = 0; i < m_looks.looks().size(); ++i) {
            const Look &look = m_looks.looks()[i];
            m_library << "newmtl " << materialName(i) << "\nKd";
            for (const double part : look.colour) {
                (m_library << ' ').fixed(part, kDecimals);
            }
            (m_library << "\nd ").fixed(1 - look.transparency, kDecimals) << "\nillum 1\n";
            if (look.texture != kNone) {
                m_library << "map_Kd " << m_images.pathOf(look.texture) << '\n';
            }
        }
    }

    ExportReport report()
    {
        m_walk.report(m_dropped);
        m_dropped.add(QCoreApplication::translate("loci::formats", "attributes"),
                      QCoreApplication::translate("loci::formats", "OBJ has no attributes"),
                      static_cast<int>(m_model.attributes.columns().size()));
        m_dropped.add(QCoreApplication::translate("loci::formats", "surfaces"),
                      QCoreApplication::translate("loci::formats", "it lies outside of the reference system"),
                      m_nowhere);
        ExportReport report;
        report.objects = m_objects;
        report.dropped = m_dropped.take();
        report.files = QStringList{m_path, m_libraryPath} + m_images.keep();
        return report;
    }

    const CityModel &m_model;
    QString m_path, m_libraryPath;
    const ExportOptions &m_options;
    DroppedList m_dropped;
    ImageCopies m_images;
    MeshFrame m_frame;
    SurfaceWalk m_walk;
    LookTable m_looks;
    TextFile m_file, m_library;
    std::vector<Vec3> m_points;
    std::size_t m_vertices = 0, m_uv = 0;
    std::uint32_t m_look = kNone;
    qint64 m_objects = 0;
    int m_nowhere = 0;
};

} // namespace

Result<ExportReport> writeObj(const CityModel &model, const QString &path, const ExportOptions &options)
{
    return ObjWriter(model, path, options).run();
}

} // namespace loci::formats
