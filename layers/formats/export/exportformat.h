// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace loci::formats {

/// What a city model can be written as. CityGML is not among them.
enum class ExportFormat {
    CityJson,    ///< CityJSON 2.0
    CityJsonSeq, ///< CityJSON Text Sequence 2.0, one line a building
    Glb,         ///< glTF 2.0 in one file
    Gltf,        ///< glTF 2.0 with its buffer and images beside it
    Tiles3d,     ///< 3D Tiles 1.1: a folder with tileset.json
    Obj,         ///< Wavefront OBJ with its material library
    Footprints   ///< GeoPackage; written by the map room (layers/map/footprintpackage.h)
};

struct ExportFormatInfo
{
    ExportFormat format;
    QString name;   ///< for --to: "cityjson"
    QString title;  ///< translated
    QString suffix; ///< "city.json"; empty for a folder
};
std::vector<ExportFormatInfo> exportFormats();
std::optional<ExportFormat> exportFormatNamed(const QString &name);
std::optional<ExportFormat> exportFormatOf(const QString &path); ///< by its suffix; a folder's name has none

/// Something that the target cannot carry, counted by the kind of thing it belongs to.
struct Dropped
{
    QString object; ///< city object type, or what else the reason is about ("materials")
    QString reason; ///< translated
    int count = 1;
};

/// Adds up equal losses.
class DroppedList
{
public:
    void add(const QString &object, const QString &reason, int count = 1);
    std::vector<Dropped> take() { return std::move(m_items); }

private:
    std::vector<Dropped> m_items;
};

struct ExportOptions
{
    QString lod; ///< for formats that show one LoD: this one or the next lower; empty: the highest of each object
    CancelToken cancel;
    ProgressFunction progress; ///< may be empty
};

struct ExportReport
{
    qint64 objects = 0; ///< written
    std::vector<Dropped> dropped;
    Findings findings;
    QStringList files; ///< written, the main one first
};

/// The sentence of a write that failed, and of one that was cancelled.
tl::unexpected<Error> cannotWrite(const QString &path, const QString &reason);
tl::unexpected<Error> exportCancelled(const QString &path);

} // namespace loci::formats
