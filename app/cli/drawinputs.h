// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "layers/domain/city/citymodel.h"
#include "layers/workspace/workspace.h"

#include <QString>
#include <memory>
#include <vector>

namespace loci::cli {

struct DrawnModel
{
    QString name;
    city::CityModelPtr model; ///< as it is taken: adjusted
};

/// True for a `.loci` file: it stands for what it shows.
bool isWorkspaceFile(const QString &path);
/// Opens one for reading, whoever holds it.
Result<std::unique_ptr<workspace::Workspace>> openForDrawing(const QString &path);
/// The city models that a workspace shows, read and adjusted. What cannot be read is a finding.
Result<std::vector<DrawnModel>> shownModels(const workspace::Workspace &workspace, const Call &call,
                                            Findings &findings);
/// One city model file.
Result<DrawnModel> readDrawn(const QString &path, const Call &call, Findings &findings);

} // namespace loci::cli
