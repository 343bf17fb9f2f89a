// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/citygml/gmlappearance.h"
#include "layers/formats/citygml/gmlobjects.h"
#include "layers/formats/citygml/gmlscanner.h"

namespace loci::formats {

/// Takes the members of a document in their order, and ends the model. A member whose geometries are in other members
/// waits for the end of the document; all others are turned into objects at once and forgotten.
class CityGmlDocument
{
public:
    CityGmlDocument(ReadContext &context, const CancelToken &cancel);

    void addMember(GmlTree &tree);
    /// `scanner` has seen all members.
    void finish(const GmlScanner &scanner);

private:
    void readRootProperty(GmlTree &tree);
    bool needsOthers(GmlTree &tree) const;
    void convert(GmlTree &tree);
    void addFeatures(GmlTree &tree);
    void lookAtNodes(GmlTree &tree);
    void setVersion(const GmlScanner &scanner);
    void reportDropped();
    void checkTypes();

    ReadContext &m_context;
    GmlIds m_ids;
    GmlFrames m_frames;
    GmlShapeCollector m_collector;
    GmlGeometryWriter m_writer;
    GmlAppearance m_appearance;
    GmlObjects m_objects;
    std::map<std::string, std::uint32_t> m_dropped; ///< what is not carried over, counted by name
};

} // namespace loci::formats
