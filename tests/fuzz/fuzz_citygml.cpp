// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/citygmlreader.h"
#include "tests/fuzz/usemodel.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto loaded = loci::formats::CityGmlReader().read(bytes, QStringLiteral("fuzz.gml"))) {
        loci::fuzz::useModel(*loaded->value);
    }
    return 0;
}
