// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/arraytext.h"

#include <cmath>

namespace loci::storage {

void ArrayText::add(double value)
{
    constexpr int kExactDigits = 17;
    if (std::isnan(value)) { // SQLite keeps NULL for it
        addNull();
    } else if (std::isinf(value)) {
        append(value > 0 ? "Infinity" : "-Infinity");
    } else {
        append(QByteArray::number(value, 'g', kExactDigits));
    }
}

void ArrayText::add(const QString &value)
{
    QByteArray quoted = value.toUtf8();
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    append('"' + quoted + '"');
}

} // namespace loci::storage
