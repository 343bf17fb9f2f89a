// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/readcontext.h"

#include <map>
#include <memory>
#include <string_view>

namespace loci::formats {

/// Brings the coordinates of a GML document, which may come in several reference systems, into the one of the model.
///
/// The model is always in metres (or the unit of a projected system), x to the east, y to the north:
/// - a projected system is kept. Its axes are exchanged only when the coordinates lie in its area of use that way
///   round and not as they are written: most writers ignore the order that the register states.
/// - a geographic system (EPSG:6697 is latitude, longitude, height) is projected to the zone of its datum that holds
/// the
///   first point: UTM, for CGCS2000 Gauss-Krüger of three degrees. The model's `crs` is the projected one, the file's
///   own stands in `metadata` as "sourceReferenceSystem", and an info finding says so. Heights stay as they are.
/// - a geometry that states another known system is transformed into the model's.
/// - an unknown or local system is taken as metres.
/// PROJ's network is off.
class GmlFrames
{
public:
    explicit GmlFrames(ReadContext &context);
    ~GmlFrames();
    GmlFrames(const GmlFrames &) = delete;
    GmlFrames &operator=(const GmlFrames &) = delete;

    class Frame;
    /// The frame of a reference system's name; `x, y` is the first point in it, as written.
    Frame &frame(std::string_view srsName, double x, double y);
    /// In: as written. Out: in the model's system. False when the point has no place there.
    bool toModel(Frame &frame, double &x, double &y) const;
    /// Name that the document states although no geometry uses it.
    void noteName(std::string_view srsName);
    void finish(); ///< missing or unknown system: a finding

private:
    struct Projection;
    struct System;
    System describe(std::string_view srsName) const;
    void becomeModel(Frame &frame, const System &system, double x, double y);
    void projectGeographic(Frame &frame, const System &system, double x, double y);
    bool swapsAxes(const System &system, double x, double y) const;

    ReadContext &m_context;
    std::unique_ptr<Projection> m_proj;
    std::map<std::string, std::unique_ptr<Frame>, std::less<>> m_frames;
    std::string m_noted;
    bool m_hasModel = false;
};

/// The EPSG code that a srsName means, also in the forms of GML files: compound names, "epsg.xml#25832", AdV's URNs.
EpsgCode epsgFromSrsName(std::string_view srsName);

} // namespace loci::formats
