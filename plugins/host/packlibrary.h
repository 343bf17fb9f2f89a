// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/host/packledger.h"

#include <functional>
#include <memory>

namespace loci::packs {

/// Calls into a pack's code: every exception becomes a sentence. `what` names the call for the person.
plugin::Outcome guarded(const QString &what, const std::function<plugin::Outcome()> &call);

/// The code of one pack in this process. The library is never unloaded again; close() drops the contributions first
/// and then the pack's object.
class PackLibrary
{
public:
    /// Reads the metadata before any code of it runs: another interface is refused.
    static Result<std::unique_ptr<PackLibrary>> load(const QString &path);
    ~PackLibrary();

    plugin::Outcome initialize(PackLedger &ledger);
    plugin::Outcome ready();
    plugin::Outcome close(PackLedger &ledger);

private:
    explicit PackLibrary(QObject *root, plugin::DepartmentPack *pack);
    QObject *m_root;
    plugin::DepartmentPack *m_pack;
};

/// Tries a library in a process of its own with a limit of time and memory: loads, initialises and closes it there.
/// `program` is Loci itself, which answers `--try-pack FOLDER`. Empty: it went well; else what happened.
QString tryPack(const QString &program, const QString &folder, int milliseconds = 10'000,
                qint64 memoryBytes = qint64(2) << 30);
/// The other side of tryPack(): what the process does; returns its exit status.
int runTrial(const QString &folder);

} // namespace loci::packs
