// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/postgisdatabase.h"
#include "tests/map/postgisserver.h"

#include <QJsonObject>
#include <vector>

namespace loci::bench {

/// Seconds of processor that a server and all its children have used.
double serverSeconds(const test::PostgisServer &server);
/// Of this process.
double ownSeconds();
double loadNow(); ///< of the computer, over the last minute

/// "n", "least", "p50", "p95", "p99", "max"; sorts them. On a computer that is busy the least is what the work takes.
QJsonObject percentiles(std::vector<double> &values);
void print(const QJsonObject &line);
/// Ends the program with a sentence when a step failed.
void need(const Result<> &done, const char *step);
void need(const QString &problem, const char *step);
template <class T>
T need(Result<T> value, const char *step)
{
    need(value ? Result<>() : Result<>(fail(value.error())), step);
    return std::move(*value);
}

/// A server as it is set up for 40 desks on two cores: durable, 1 GB of shared buffers.
QStringList serverSettings();
storage::PostGisAddress addressOf(const test::PostgisServer &server, const QString &schema);
/// An empty workspace on it.
void makeWorkspace(const test::PostgisServer &server, const QString &schema);

int benchDesks(const QStringList &arguments);
int benchDesk(const QStringList &arguments); ///< one desk, in a process of its own
int benchStreams(const QStringList &arguments);
int benchAssets(const QStringList &arguments);
int benchObservations(const QStringList &arguments);

} // namespace loci::bench
