// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/modelreader.h"

namespace loci::formats {

/// CityGML 1.0, 2.0 and 3.0, and the cells of IndoorGML, plain or packed with gzip.
///
/// The document streams through an XML parser; memory is the model and one top-level object (objects whose geometries
/// lie in other objects wait for the end). Nothing but the file, and code lists beside it, is read: no schema, no
/// entity, no other document, no network; a document that declares entities is refused.
/// - Objects, thematic surfaces and types are those of CityJSON 2.0; what it lacks becomes "+Name". LoD 4 is kept as 3.
/// - What a solid takes by xlink from thematic surfaces is the solid, with their semantics; the rest of them is a
///   MultiSurface of the same LoD.
/// - Coordinates are in the model's `crs`, easting first; geographic ones are projected (see GmlFrames).
/// Findings carry the object's id and the line; codes of val3dity where they exist.
class CityGmlReader final : public ModelReader
{
public:
    bool recognises(const QByteArray &head) const override;
    Result<LoadedModel> read(const QString &path, const CancelToken &cancel,
                             const ProgressFunction &progress) const override;
    /// The same from memory; `name` is used in messages and says where code lists and textures are.
    Result<LoadedModel> read(const QByteArray &bytes, const QString &name, const CancelToken &cancel = {}) const;
};

} // namespace loci::formats
