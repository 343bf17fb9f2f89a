// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace loci::workspace {

/// What the stored document of a map layer says about it, read without QGIS.
struct LayerFacts
{
    QString name, text, crs, provider;
    QString table;        ///< in a file that holds several; empty: not said
    bool isTable = false; ///< features without geometry
};
LayerFacts layerFacts(const QByteArray &document);

} // namespace loci::workspace
