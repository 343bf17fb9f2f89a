// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"

#include <QCoreApplication>
#include <QString>
#include <cstdint>

namespace loci::formats {

/// What the parts of one call of a mesh reader share: findings, cancelling, and how much may still be read.
struct MeshContext
{
    MeshContext(QString path, CancelToken token, ProgressFunction function)
        : source(std::move(path))
        , cancel(std::move(token))
        , progress(std::move(function))
    {}

    QString source; ///< the file that was opened
    CancelToken cancel;
    ProgressFunction progress;
    FindingList findings;
    std::uint64_t budget = 120'000'000; ///< points and corners that still fit in memory, some 50 bytes each

    /// Takes `count` of the budget; reports once and returns false when there is no more.
    bool spend(std::uint64_t count);
    bool isFull() const { return m_full; } ///< the budget ran out: nothing more is to be read
    void report(Severity severity, const char *code, const QString &message, const QString &where = {},
                const QString &object = {});
    /// "This file is damaged: <what>", at `where`.
    void damaged(const QString &what, const QString &where);
    /// Something valid that nothing here reads.
    void unsupported(const QString &what, const QString &where);
    tl::unexpected<Error> cancelled() const;

private:
    bool m_full = false;
};

} // namespace loci::formats
