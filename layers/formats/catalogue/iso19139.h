// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/catalogue/metadata.h"

namespace loci::formats {

/// One entry as an ISO 19115 record in the XML of ISO 19139, elements in the order of its schema. What is not known is
/// said so (gco:nilReason). The entry comes as it may be seen; nothing is withheld here.
QByteArray iso19139(const catalogue::Entry &entry, const CatalogueHead &head);

} // namespace loci::formats
