// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/modelreader.h"

namespace loci::formats {

/// CityJSON 1.0, 1.1 and 2.0 (0.x is read as 1.0, with a finding), CityJSONSeq and single CityJSONFeatures.
///
/// One pass, without a document tree: the text slides through a buffer, each city object is parsed by itself straight
/// into the typed arrays. Members may come in any order. What is damaged is left out and named in a finding with
/// cjval's code; the rest is kept. Time is linear in the bytes; memory is the model and one object's text.
class CityJsonReader final : public ModelReader
{
public:
    bool recognises(const QByteArray &head) const override;
    Result<LoadedModel> read(const QString &path, const CancelToken &cancel,
                             const ProgressFunction &progress) const override;
    /// The same from memory; `name` is used in messages.
    Result<LoadedModel> read(const QByteArray &bytes, const QString &name, const CancelToken &cancel = {}) const;
};

} // namespace loci::formats
