// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/clock.h"
#include "layers/base/result.h"
#include "layers/workspace/movedigest.h"

namespace loci::workspace {

struct MoveReport
{
    std::vector<TableDigest> tables; ///< equal on both sides
    QString auditHead;               ///< of the chain of the heritage audit, checked in the new home
    qint64 auditEntries = 0;
    qint64 media = 0;          ///< files that went along
    qint64 observations = 0;   ///< values of feeds that went along
    bool hasRolesLeft = false; ///< roles and members stay on the server; the new home has none
};

/// Copies a workspace from one home to the other, a file or the address of a server (storage/postgisaddress.h), with
/// its history, catalogue, audit, indicators, media and observations. Models and other data stay where they are; paths
/// to them go on pointing there. The new home must be free; the old one stays as it is and is read under its lock.
/// What the new home holds is read back and compared before this succeeds: a file that is not equal is not kept.
/// Passwords: of the one and the other, when they are on servers.
Result<MoveReport> moveWorkspace(const QString &from, const QString &to, const Clock &clock,
                                 const QString &fromPassword = {}, const QString &toPassword = {},
                                 const CancelToken &cancel = {});

} // namespace loci::workspace
