// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/cityjsonreader.h"
#include "tests/fuzz/usemodel.h"

#include <cstddef>
#include <cstdint>

/// Every input is what follows a good first line, so that the features are what is tried.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QByteArray header =
        R"({"type":"CityJSON","version":"2.0","transform":{"scale":[0.001,0.001,0.001],"translate":[80000,450000,0]},)"
        R"("metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/7415"},"appearance":{"materials":)"
        R"([{"name":"m"}]},"geometry-templates":{"templates":[{"type":"MultiSurface","lod":"2","boundaries":[[[0,1,2]]]}],)"
        R"("vertices-templates":[[0,0,0],[1,0,0],[0,1,0]]},"CityObjects":{},"vertices":[]})"
        "\n";
    const QByteArray bytes = header + QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto loaded = loci::formats::CityJsonReader().read(bytes, QStringLiteral("fuzz.city.jsonl"))) {
        loci::fuzz::useModel(*loaded->value);
    }
    return 0;
}
