// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/profile.h"
#include "layers/domain/heritage/reigns.h"

#include <QStringList>

namespace loci::storage::heritage {

/// The data that comes with the program (resources/heritage), read anew at each call: keep what you got.
QStringList profileIds(); ///< "china", "international"
Result<loci::heritage::Profile> loadProfile(const QString &id);
/// The vocabularies of the sample city (app/samplevocabularies.h), as they are in the resources.
Result<QByteArray> loadVocabularies();
Result<loci::heritage::ReignTable> loadReigns();

} // namespace loci::storage::heritage
