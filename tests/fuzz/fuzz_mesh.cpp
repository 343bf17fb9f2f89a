// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/meshreaders.h"
#include "tests/fuzz/fuzzfile.h"
#include "tests/fuzz/usemodel.h"

#include <cstddef>
#include <cstdint>

/// Tiles and meshes, each by the reader that takes the content for its own. IFC is read in a process of its own, which
/// is not instrumented: it is left out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace loci::formats;
    static const loci::fuzz::FuzzFile file;
    static const std::vector<const ModelReader *> readers = meshReaders();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    file.write(bytes);
    for (const ModelReader *reader : readers) {
        if (dynamic_cast<const IfcReader *>(reader) != nullptr || !reader->recognises(bytes)) {
            continue;
        }
        if (const auto loaded = reader->read(file.path(), {}, {})) {
            loci::fuzz::useModel(*loaded->value);
        }
    }
    return 0;
}
