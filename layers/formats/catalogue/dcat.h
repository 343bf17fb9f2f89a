// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/catalogue/metadata.h"

namespace loci::formats {

/// The catalogue as DCAT 2 in JSON-LD, with a context of its own inside (nothing has to be fetched to read it). What is
/// not known is left out. Entries come as they may be seen; nothing is withheld here.
QByteArray dcat(const std::vector<catalogue::Entry> &entries, const CatalogueHead &head);

} // namespace loci::formats
