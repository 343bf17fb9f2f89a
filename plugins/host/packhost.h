// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/packs/resolution.h"
#include "plugins/host/packfolders.h"
#include "plugins/host/packledger.h"
#include "plugins/host/packlibrary.h"
#include "plugins/host/packmemory.h"

#include <QObject>
#include <QStringList>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

namespace loci::packs {

/// Calls of a pack that run in workers. Whoever stops the pack says stop() and waits for them.
class PackCalls
{
public:
    bool enter(); ///< false: the pack is being stopped
    void leave();
    bool isStopping() const { return m_stopping; }
    bool stopAndWait(int milliseconds); ///< false: something still runs

private:
    std::atomic<bool> m_stopping = false;
    std::mutex m_mutex;
    std::condition_variable m_left;
    int m_running = 0;
};

/// One pack as the host knows it.
struct HostedPack
{
    FoundPack found;
    State state = State::Found;
    QString reason;               ///< translated, of Failed and Disabled; of Found: what a person has to agree to
    qint64 startMicroseconds = 0; ///< reading, loading and initialising, without the trial
    Contents contents;            ///< of its files
    std::unique_ptr<PackLedger> ledger;
    std::unique_ptr<PackLibrary> library;
    std::shared_ptr<PackCalls> calls = std::make_shared<PackCalls>();

    QString id() const { return found.manifest ? found.manifest->id : found.folder; }
    bool isRunning() const { return state == State::Running; }
    Contents everything() const; ///< of its files and its code
};

/// Finds, tries, loads and runs packs, each in its own guard. A library that this computer has not tried before is
/// first tried in a process of its own, in the background; a pack that was at work when the program last ended is
/// disabled and says so. Main thread only; libraries stay in the process until its end.
class PackHost final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        std::vector<PackRoot> roots;
        QString memoryFolder; ///< of this computer's person
        QString program;      ///< that answers --try-pack
        QString language;
        std::map<QString, QByteArray> trustedKeys;
        bool safe = false;  ///< --no-packs: they are listed, none runs
        bool waits = false; ///< start() returns when all is settled: for the command line
        int trialMilliseconds = 10'000;
    };
    PackHost(Options options, PackLedger::Snapshots snapshots, QObject *parent = nullptr);
    ~PackHost() override;

    /// Looks and starts; returns soon. settled() says when every pack runs or has failed.
    void start();
    bool isSettled() const { return m_settled; }

    const std::vector<std::unique_ptr<HostedPack>> &packs() const { return m_packs; }
    HostedPack *pack(const QString &id) const;

    void agree(const QString &id);   ///< a person takes the unsigned pack as it is now; it starts
    void enable(const QString &id);  ///< a person wants it tried again
    void disable(const QString &id); ///< stops it now; its contributions are withdrawn
    /// Calls into a running pack in its guard: a fault ends the pack, not the program.
    plugin::Outcome call(const QString &id, const QString &what, const std::function<plugin::Outcome()> &work);
    /// An analysis as a function for a worker: guarded, cancelled when the pack is stopped, which waits for it. Empty
    /// when the pack has no such analysis.
    std::function<plugin::AnalysisAnswer(const std::function<bool()> &cancelled)>
    analysis(const QString &id, const QString &analysis) const;
    void setLanguage(const QString &language);

signals:
    void packChanged(const QString &id);
    void settled();

private:
    void look();
    void decide();
    void startNext();
    void tryFirst(HostedPack &pack, const QByteArray &files);
    void run(HostedPack &pack);
    void stop(HostedPack &pack, State state, const QString &reason);
    void close(HostedPack &pack);
    void finish();

    Options m_options;
    PackLedger::Snapshots m_snapshots;
    PackMemory m_memory;
    std::vector<std::unique_ptr<HostedPack>> m_packs; // in the order they start
    std::deque<QString> m_waiting;
    bool m_settled = false;
};

/// Keys as PEM files of a folder, by the name of the file; empty when there is none.
std::map<QString, QByteArray> trustedKeysOf(const QString &folder);

} // namespace loci::packs
