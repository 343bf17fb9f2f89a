// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/workspace.h"
#include "tests/storage/cutproxy.h"
#include "tests/storage/homes.h"

#include <QTest>
#include <memory>

namespace loci::test {

constexpr int kDeskPatience = 60'000;

inline workspace::Command put(const QString &title, const QString &key, std::optional<QByteArray> value)
{
    return {title, {{key, {}, std::move(value)}}};
}

/// A workspace on a server, a desk at the end of a cable that can be cut ("away"), and one beside the server ("near").
class OfflineDesks
{
public:
    /// A server, an empty workspace, and the near desk. Empty, or what went wrong.
    QString begin(bool &isPossible);
    Result<> openAway(); ///< the desk at the cable, as the window opens it
    void end();

    workspace::Workspace &away() const { return *m_away; }
    workspace::Workspace &near() const { return *m_near; }
    void closeAway() { m_away.reset(); }
    CutProxy &cable() const { return *m_cable; }
    PostgisServer &server() { return m_homes.server(); }
    QString awayAddress() const;
    Result<std::unique_ptr<storage::Database>> openDatabase() { return m_homes.open(); } ///< of the server
    QString nearAddress() const { return m_homes.address().text(); }

    bool isReady() const { return away().offline().isReady && !away().offline().isAway; }
    bool isAway() const { return away().offline().isAway; }
    /// How often each title is in the history of the server.
    QHash<QString, int> titles() const;
    int arrivedSteps(); ///< names of steps on the server; -1: unknown

private:
    Homes m_homes;
    std::unique_ptr<CutProxy> m_cable;
    std::unique_ptr<workspace::Workspace> m_near, m_away;
};

/// Until the desk at the cable would go on, has gone away, or is back.
#define LOCI_TRY_READY(desks) QTRY_VERIFY_WITH_TIMEOUT((desks).isReady(), loci::test::kDeskPatience)
#define LOCI_TRY_AWAY(desks) QTRY_VERIFY_WITH_TIMEOUT((desks).isAway(), loci::test::kDeskPatience)

} // namespace loci::test
