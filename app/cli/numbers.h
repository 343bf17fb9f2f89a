// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <cmath>
#include <vector>

namespace loci::cli {

/// Exactly `count` finite numbers between commas; none when the text is anything else.
inline std::vector<double> readNumbers(const QString &value, std::size_t count)
{
    std::vector<double> numbers;
    for (const QString &part : value.split(QLatin1Char(','))) {
        bool ok = false;
        numbers.push_back(part.trimmed().toDouble(&ok));
        if (!ok || !std::isfinite(numbers.back())) {
            return {};
        }
    }
    return numbers.size() == count ? numbers : std::vector<double>();
}

} // namespace loci::cli
