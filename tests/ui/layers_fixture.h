// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"
#include "layers/map/qgisruntime.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/prompts.h"
#include "widgets/map/mapsession.h"
#include "widgets/models/selection.h"

#include <QTemporaryDir>
#include <deque>
#include <memory>

class QgsVectorLayer;

namespace loci::test {

/// Answers that a test has prepared, in turn.
class ScriptedFiles final : public widgets::FilePrompt
{
public:
    std::deque<QStringList> opens;
    std::deque<QString> saves;
    QStringList openFiles(QWidget *, const QString &, const QString &) override;
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override;
    std::optional<QString> folder(QWidget *, const QString &) override { return std::nullopt; }
};

/// A workspace in a temporary folder with its map, as the window has it.
class LayersFixture
{
public:
    LayersFixture();
    ~LayersFixture();
    /// Three squares of 100 m in EPSG:28992 with fields name, height (the third has none), kept in a GeoPackage.
    QgsVectorLayer *addSquares(const QString &name = QStringLiteral("Squares"));
    /// Opens a file through the map document and commits it; empty when it cannot be read.
    QString open(const QString &path, const QString &name);
    QgsProject &project() const { return document->project(); }

    QTemporaryDir folder;
    std::unique_ptr<workspace::Workspace> space;
    std::unique_ptr<map::MapDocument> document;
    std::unique_ptr<widgets::MapSession> session;
    widgets::Selection selection;
    workspace::TaskRunner tasks;
    ScriptedFiles files;
};

} // namespace loci::test
