// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"
#include "layers/storage/heritage/mediafolder.h"

#include <QStringList>

namespace loci::workspace {

/// Photographs and documents of a workspace on a server: there in pieces, by their content, and in the media folder of
/// each desk as far as it needs them.
Result<QStringList> namedMedia(storage::Database &database); ///< hashes that the catalogue names
/// Puts a medium from the desk's folder onto the server, inside the caller's transaction; nothing when it is there, or
/// when the desk has not got it.
Result<> putMedium(storage::Database &database, const storage::heritage::MediaFolder &folder, const QString &sha256);
/// Brings what the catalogue names and the desk has not; gives how many. A medium whose bytes do not fit its hash is
/// left out.
Result<int> fetchMedia(storage::Database &database, const storage::heritage::MediaFolder &folder);

} // namespace loci::workspace
