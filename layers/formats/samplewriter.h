// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"

#include <QString>
#include <QStringList>

namespace loci::formats {

struct SampleOptions
{
    quint64 seed = 1;
    /// 0: the whole sample town with its map layers. Otherwise a model of exactly so many buildings for benchmarks:
    /// as many towns side by side as it takes, each from a seed of its own.
    int buildings = 0;
    bool sequence = false; ///< with `buildings`: CityJSONSeq instead of CityJSON
};

struct SampleReport
{
    QStringList files; ///< absolute paths; the city model first
    int buildings = 0;
    int assets = 0; ///< heritage places
    qint64 objects = 0, vertices = 0;
};

/// Writes the sample city into `folder` (made when absent). The same options give the same bytes on every computer.
/// Memory is that of one town, whatever the number of buildings; time is linear. Every file appears only when it is
/// whole.
Result<SampleReport> writeSample(const QString &folder, const SampleOptions &options, const CancelToken &cancel = {},
                                 const ProgressFunction &progress = {});

} // namespace loci::formats
