// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

namespace loci::workspace {

/// What a new workspace starts with; data in resources/templates/<id>.json.
struct Template
{
    QString id;
    std::vector<std::pair<QString, QByteArray>> documents;
    std::vector<std::pair<QString, QByteArray>> viewState;
};

QStringList templateIds();
/// The empty id is the empty template; an unknown one a usage error.
Result<Template> loadTemplate(const QString &id);

} // namespace loci::workspace
