// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/storage/database.h"

#include <QString>
#include <vector>

namespace loci::workspace {

/// A city model that a workspace refers to.
struct ModelState
{
    QString key, name, path; ///< its document, what people call it, where its file is
    bool isHere = false;     ///< this desk can read that file
    int storedFiles = 0;     ///< of it on the server; 0: only the reference
    qint64 storedBytes = 0;
};

/// Of a workspace in either home; `workspacePath` is what its relative paths start from.
Result<std::vector<ModelState>> modelsOf(storage::Database &database, const QString &workspacePath);

struct StoreReport
{
    int models = 0, files = 0;
    qint64 bytes = 0; ///< of these files
    qint64 sent = 0;  ///< of them, what was not on the server yet
    Findings findings;
};

/// Puts the files of every city model that this desk can read onto the server, with textures and other files beside
/// them, in pieces and by their content: what is there already is not sent again, also after a run that was broken off.
/// Other desks are told. Writing holds up nobody but for a moment at the end. `home` is an address; a file is refused.
Result<StoreReport> storeModels(const QString &home, const QString &password = {}, const CancelToken &cancel = {});
/// Takes away what was put there; gives how many models. The references stay.
Result<int> forgetModels(const QString &home, const QString &password = {});
/// Of a file or a server.
Result<std::vector<ModelState>> modelsAt(const QString &home, const QString &password = {});

} // namespace loci::workspace
