// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"

#include <QByteArray>
#include <QString>

namespace loci::formats {

using LoadedModel = Loaded<city::CityModelPtr>;

/// Reads one family of city-model files. Implementations hold no state between calls and may run in any thread.
class ModelReader
{
public:
    virtual ~ModelReader() = default;
    /// Whether the first bytes of a file look like this format. `head` has up to kHeadBytes, unpacked.
    virtual bool recognises(const QByteArray &head) const = 0;
    /// For formats whose content may not tell: whether a file of this suffix (lower case, no dot) that no reader
    /// recognises is theirs.
    virtual bool claims(const QString &suffix) const
    {
        Q_UNUSED(suffix);
        return false;
    }
    /// What could be read and what was wrong. Fails only when nothing can be read (one sentence), or when cancelled.
    virtual Result<LoadedModel> read(const QString &path, const CancelToken &cancel,
                                     const ProgressFunction &progress) const = 0;

    static constexpr qint64 kHeadBytes = 64 * 1024;
};

/// Reads a city model of any known format, chosen by content; by the file's name only where the content cannot tell.
/// ErrorCode::Unsupported when no reader recognises it: it may then still be a map layer. Files packed with gzip are
/// read like the plain ones.
Result<LoadedModel> readModel(const QString &path, const CancelToken &cancel = {},
                              const ProgressFunction &progress = {});
/// Whether readModel() would try: cheap, reads the first bytes only.
bool isCityModel(const QString &path);

} // namespace loci::formats
