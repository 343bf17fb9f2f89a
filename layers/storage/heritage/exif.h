// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/heritage/mediafolder.h"

namespace loci::storage::heritage {

/// Adds position, direction, time and size of a picture as its file states them. What cannot be read is left out.
void readPictureFacts(const QString &path, MediumFacts &facts);

} // namespace loci::storage::heritage
