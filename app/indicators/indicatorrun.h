// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/indicators/outcome.h"
#include "layers/storage/feeds/observationhome.h"
#include "layers/storage/indicatorstore.h"
#include "layers/workspace/modelfetch.h"

#include <QJsonObject>
#include <QSet>

namespace loci::app {

/// What a workspace says about its indicators, taken once on the main thread, so that a worker can compute.
struct IndicatorSnapshot
{
    QString workspacePath;
    storage::ObservationHome observations; ///< of live feeds
    std::vector<std::shared_ptr<const indicators::Definition>> definitions;
    QJsonObject areas, streams;
    std::map<QString, QString> models; ///< id -> absolute path
    workspace::ModelFinder findModel;  ///< where such a path is to be read at this desk
    std::map<QString, indicators::TargetPlan> targets;
    QStringList shownStreams;  ///< of the boards: they get a forecast
    QSet<QString> pausedFeeds; ///< ids of live feeds that rest
    Findings findings;         ///< definitions that cannot be used
};
IndicatorSnapshot indicatorSnapshot(const workspace::Workspace &workspace);

/// Computes everything. Any thread. Findings come with the results.
Result<indicators::Outcome> runIndicators(const IndicatorSnapshot &snapshot, const QDateTime &nowUtc,
                                          const CancelToken &cancel = {}, const ProgressFunction &progress = {});

/// Streams of a workspace, with the daily air-quality index; null when it names none.
Result<std::shared_ptr<const indicators::ObservationSource>> streamsOf(const IndicatorSnapshot &snapshot,
                                                                       const CancelToken &cancel = {});

/// The results as rows for the workspace.
std::vector<storage::IndicatorRow> indicatorRows(const indicators::Results &results);

/// Definitions of a shipped pack ("livable") or of a file, as one undoable step. Returns how many.
Result<int> addPack(workspace::Workspace &workspace, const QString &nameOrPath);
QStringList shippedPacks(); ///< names, sorted
Result<QByteArray> packText(const QString &nameOrPath);

} // namespace loci::app
