// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/host/packhost.h"

#include "layers/base/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>
#include <chrono>

namespace loci::packs {

namespace {

/// What a trial is remembered by: all of the pack's files.
QByteArray hashOf(const FoundPack &pack)
{
    const auto files =
        pack.files.isEmpty() ? formats::fileHashes(pack.folder) : Result<std::map<QString, QByteArray>>();
    return files && !files->empty() ? formats::contentHash(*files) : pack.files;
}

} // namespace

bool PackCalls::enter()
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping) {
        return false;
    }
    ++m_running;
    return true;
}

void PackCalls::leave()
{
    const std::lock_guard lock(m_mutex);
    --m_running;
    m_left.notify_all();
}

bool PackCalls::stopAndWait(int milliseconds)
{
    m_stopping = true;
    std::unique_lock lock(m_mutex);
    return m_left.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_running == 0; });
}

Contents HostedPack::everything() const
{
    Contents all = contents;
    if (ledger) {
        const Contents &more = ledger->contents();
        all.documents.insert(more.documents.begin(), more.documents.end());
        for (const auto &[kind, names] : more.names) {
            all.names[kind] << names;
        }
    }
    return all;
}

PackHost::PackHost(Options options, PackLedger::Snapshots snapshots, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_snapshots(std::move(snapshots))
    , m_memory(m_options.memoryFolder)
{}

PackHost::~PackHost()
{
    for (auto pack = m_packs.rbegin(); pack != m_packs.rend(); ++pack) {
        close(**pack);
    }
}

HostedPack *PackHost::pack(const QString &id) const
{
    const auto found =
        std::find_if(m_packs.begin(), m_packs.end(), [&id](const auto &pack) { return pack->id() == id; });
    return found == m_packs.end() ? nullptr : found->get();
}

void PackHost::start()
{
    if (const auto culprit = m_memory.leftInside(); culprit) {
        m_memory.disable(*culprit, tr("Loci ended while this pack was at work."));
        m_memory.leave();
    }
    look();
    decide();
    startNext();
}

void PackHost::look()
{
    for (FoundPack &found : findPacks(m_options.roots, m_options.trustedKeys, m_memory.agreed())) {
        auto pack = std::make_unique<HostedPack>();
        pack->found = std::move(found);
        if (!pack->found.manifest || pack->found.trust == Trust::Refused) {
            pack->state = State::Failed;
            pack->reason = pack->found.problem;
        } else if (pack->found.trust == Trust::Ask) {
            pack->reason = tr("Nobody whom this computer trusts has signed this pack.");
        } else {
            pack->state = State::Read;
        }
        m_packs.push_back(std::move(pack));
    }
}

/// Who may run, in the order in which they start.
void PackHost::decide()
{
    std::vector<Manifest> manifests;
    QStringList left;
    for (const auto &pack : m_packs) {
        if (pack->isRunning()) {
            manifests.push_back(*pack->found.manifest); // others may require it
        }
        if (pack->state != State::Read) {
            continue;
        }
        manifests.push_back(*pack->found.manifest);
        const auto reason = m_options.safe ? std::optional(tr("Packs are turned off for this session."))
                                           : m_memory.disabledBecause(pack->id());
        if (reason) {
            pack->state = State::Disabled;
            pack->reason = *reason;
            left << pack->id();
        }
    }
    std::map<QString, std::size_t> order;
    for (const Resolved &resolved : resolve(manifests, {plugin::kApiMajor, plugin::kApiMinor, 0}, left)) {
        order.insert({resolved.id, order.size()});
        for (const auto &pack : m_packs) {
            if (pack->id() == resolved.id && pack->state == State::Read) {
                pack->state = resolved.state;
                pack->reason = resolved.reason;
            }
        }
    }
    std::stable_sort(m_packs.begin(), m_packs.end(), [&order](const auto &a, const auto &b) {
        const auto rank = [&order](const HostedPack &pack) {
            const auto found = order.find(pack.id());
            return found == order.end() ? order.size() : found->second;
        };
        return rank(*a) < rank(*b);
    });
    for (const auto &pack : m_packs) {
        if (pack->state == State::Resolved) {
            m_waiting.push_back(pack->id());
        }
    }
}

void PackHost::startNext()
{
    while (!m_waiting.empty()) {
        HostedPack *next = pack(m_waiting.front());
        const bool hasCode = next->found.manifest->hasCode();
        const QByteArray files = hasCode ? hashOf(next->found) : QByteArray();
        const auto trial = hasCode ? m_memory.trialOf(files) : std::optional(QString());
        if (!trial && m_options.waits) {
            m_memory.keepTrial(files, tryPack(m_options.program, next->found.folder, m_options.trialMilliseconds));
            continue;
        }
        if (!trial) {
            tryFirst(*next, files);
            return;
        }
        m_waiting.pop_front();
        if (trial->isEmpty()) {
            run(*next);
        } else {
            stop(*next, State::Failed, *trial);
        }
    }
    finish();
}

/// Goes on with startNext() when the trial is known.
void PackHost::tryFirst(HostedPack &pack, const QByteArray &files)
{
    const QPointer<PackHost> self(this);
    const QString folder = pack.found.folder;
    QThreadPool::globalInstance()->start(
        [self, folder, files, program = m_options.program, limit = m_options.trialMilliseconds] {
            const QString problem = tryPack(program, folder, limit);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, files, problem] {
                    if (self) {
                        self->m_memory.keepTrial(files, problem);
                        self->startNext();
                    }
                },
                Qt::QueuedConnection);
        });
}

void PackHost::run(HostedPack &pack)
{
    QElapsedTimer timer;
    timer.start();
    const auto unready = std::find_if(pack.found.manifest->needs.begin(), pack.found.manifest->needs.end(),
                                      [this](const Requirement &need) {
                                          const HostedPack *other = this->pack(need.id);
                                          return other == nullptr || !other->isRunning();
                                      });
    if (unready != pack.found.manifest->needs.end()) {
        stop(pack, State::Failed, tr("It requires the pack %1, which cannot run.").arg(unready->id));
        return;
    }
    pack.contents = contentsOf(pack.found);
    if (pack.found.manifest->hasCode()) {
        m_memory.enter(pack.id());
        auto library = PackLibrary::load(libraryPath(pack.found));
        plugin::Outcome outcome{library ? QString() : library.error().message};
        if (library) {
            pack.state = State::Loaded;
            pack.ledger =
                std::make_unique<PackLedger>(*pack.found.manifest, pack.found.folder, m_options.language, m_snapshots);
            pack.library = std::move(*library);
            outcome = pack.library->initialize(*pack.ledger);
        }
        m_memory.leave();
        if (!outcome.isGood()) {
            stop(pack, State::Failed, outcome.problem);
            return;
        }
    }
    pack.state = State::Running;
    pack.reason.clear();
    pack.startMicroseconds = timer.nsecsElapsed() / 1000;
    qCInfo(logApp, "Pack %s runs after %.1f ms", qPrintable(pack.id()),
           static_cast<double>(pack.startMicroseconds) / 1000.0);
    emit packChanged(pack.id());
}

void PackHost::stop(HostedPack &pack, State state, const QString &reason)
{
    pack.state = state;
    pack.reason = reason;
    pack.contents = {};
    close(pack);
    emit packChanged(pack.id());
}

/// Contributions go first, then the pack's object. What still runs after the wait keeps its code: it is left as it is.
void PackHost::close(HostedPack &pack)
{
    constexpr int kWaitMilliseconds = 5000;
    if (!pack.calls->stopAndWait(kWaitMilliseconds)) {
        qCWarning(logApp, "Pack %s does not end its work", qPrintable(pack.id()));
        static_cast<void>(pack.library.release());
        static_cast<void>(pack.ledger.release());
    } else if (pack.library) {
        m_memory.enter(pack.id());
        pack.library->close(*pack.ledger);
        m_memory.leave();
    }
    pack.library.reset();
    pack.ledger.reset();
    pack.calls = std::make_shared<PackCalls>();
}

void PackHost::finish()
{
    if (m_settled) {
        return;
    }
    for (const auto &pack : m_packs) {
        if (pack->isRunning() && pack->library) {
            if (const plugin::Outcome outcome = pack->library->ready(); !outcome.isGood()) {
                stop(*pack, State::Failed, outcome.problem);
            }
        }
    }
    m_settled = true;
    emit settled();
}

void PackHost::agree(const QString &id)
{
    HostedPack *one = pack(id);
    if (one == nullptr || one->found.trust != Trust::Ask || !one->found.manifest) {
        return;
    }
    m_memory.agree(one->found.files);
    one->found.trust = Trust::Agreed;
    enable(id);
}

void PackHost::enable(const QString &id)
{
    HostedPack *one = pack(id);
    if (one == nullptr || one->isRunning() || !one->found.manifest || one->found.trust == Trust::Refused ||
        one->found.trust == Trust::Ask) {
        return;
    }
    m_memory.enable(id);
    for (const auto &other : m_packs) {
        const bool mayRun =
            other->found.manifest && other->found.trust != Trust::Refused && other->found.trust != Trust::Ask;
        if (other.get() == one || (other->state == State::Failed && mayRun)) {
            other->state = State::Read; // who waited for it gets another chance
        }
    }
    m_settled = false;
    decide();
    startNext();
}

void PackHost::disable(const QString &id)
{
    if (HostedPack *one = pack(id); one != nullptr && one->state != State::Disabled) {
        m_memory.disable(id, tr("Turned off by hand."));
        stop(*one, State::Disabled, tr("Turned off by hand."));
    }
}

plugin::Outcome PackHost::call(const QString &id, const QString &what, const std::function<plugin::Outcome()> &work)
{
    HostedPack *one = pack(id);
    if (one == nullptr || !one->isRunning()) {
        return {tr("The pack %1 does not run.").arg(id)};
    }
    m_memory.enter(id);
    const plugin::Outcome outcome = guarded(what, work);
    m_memory.leave();
    if (!outcome.isGood()) {
        one->ledger->log(outcome.problem);
        emit packChanged(id);
    }
    return outcome;
}

std::function<plugin::AnalysisAnswer(const std::function<bool()> &)> PackHost::analysis(const QString &id,
                                                                                        const QString &analysis) const
{
    const HostedPack *one = pack(id);
    if (one == nullptr || !one->ledger) {
        return {};
    }
    const auto &known = one->ledger->analyses();
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const plugin::AnalysisSpec &spec) { return spec.id == analysis; });
    const plugin::SnapshotPtr snapshot = one->ledger->snapshot();
    if (found == known.end() || !snapshot) {
        return {};
    }
    return [run = found->run, snapshot, calls = one->calls](const std::function<bool()> &cancelled) {
        plugin::AnalysisAnswer answer;
        if (!calls->enter()) {
            answer.outcome.problem = tr("The pack was turned off.");
            return answer;
        }
        const plugin::Outcome outcome = guarded(tr("it computed"), [&] {
            answer = run(*snapshot, [&] { return calls->isStopping() || (cancelled && cancelled()); });
            return answer.outcome;
        });
        calls->leave();
        answer.outcome = outcome;
        return answer;
    };
}

void PackHost::setLanguage(const QString &language)
{
    m_options.language = language;
    for (const auto &pack : m_packs) {
        if (pack->ledger) {
            pack->ledger->setLanguage(language);
        }
    }
}

std::map<QString, QByteArray> trustedKeysOf(const QString &folder)
{
    std::map<QString, QByteArray> keys;
    const QDir dir(folder);
    const QStringList names = dir.entryList({QStringLiteral("*.pem")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            keys.insert({QFileInfo(name).completeBaseName(), file.readAll()});
        }
    }
    return keys;
}

} // namespace loci::packs
