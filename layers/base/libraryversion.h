// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace loci {

/// A library as it runs now, not as it was compiled against. Each room names its own.
struct LibraryVersion
{
    QString name;
    QString version;
};
using LibraryVersions = std::vector<LibraryVersion>;

} // namespace loci
