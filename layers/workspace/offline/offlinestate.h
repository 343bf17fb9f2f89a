// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace loci::workspace {

/// How a desk of a shared workspace stands to its server.
struct OfflineState
{
    bool isAway = false;      ///< works on its cache
    bool isReturning = false; ///< the steps are being sent
    bool isReady = false;     ///< would go on if the server were lost now
    QDateTime since;          ///< UTC, when away
    int steps = 0;            ///< that wait for the server
    int refused = 0;          ///< steps that the server did not take
    QString problem;          ///< why it does not come back, when that is not the network
    bool operator==(const OfflineState &) const = default;
};

/// What became of the steps that were made away.
struct ReturnReport
{
    int sent = 0;
    int merged = 0;    ///< documents that others had changed as well, in other fields
    int conflicts = 0; ///< fields that wait for a decision
    int refused = 0;
};

} // namespace loci::workspace

Q_DECLARE_METATYPE(loci::workspace::OfflineState)
Q_DECLARE_METATYPE(loci::workspace::ReturnReport)
