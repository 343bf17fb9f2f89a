// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/offline/offlinedesk.h"

#include "layers/base/logging.h"
#include "layers/storage/postgiserror.h"
#include "layers/workspace/deskline.h"
#include "layers/workspace/serverhome.h"

#include <QFutureWatcher>
#include <QUuid>
#include <QtConcurrent/QtConcurrentRun>

namespace loci::workspace {

using storage::OfflineMark;
using storage::OfflineStep;
using storage::Transaction;

namespace {
constexpr int kMostAtOnce = 300; ///< documents that are taken in without a worker

QString freshName()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Result<> runWorker(const Workspace::Reader &reader, const std::shared_ptr<DeskCache> &cache, bool fromScratch,
                   const CancelToken &cancel)
{
    LOCI_TRY(const auto server, reader());
    return fromScratch ? DeskCache::fill(*server, cache->path(), cancel)
                       : DeskCache::catchUp(*server, cache->path(), cancel);
}
} // namespace

OfflineDesk::OfflineDesk(WorkspaceFile &file, DeskLine &line, const Clock &clock)
    : m_file(file)
    , m_line(line)
    , m_clock(clock)
{
    m_again.setSingleShot(true);
}

OfflineDesk::~OfflineDesk()
{
    m_cancel.cancel(); // the worker has all that it needs, and the lock
}

Result<qint64> OfflineDesk::begin(std::shared_ptr<DeskCache> cache)
{
    m_database = static_cast<DeskDatabase *>(m_file.database.get());
    m_cache = std::move(cache);
    connect(&m_again, &QTimer::timeout, this, [this] { m_replay ? sendNext() : comeBack(); });
    if (!m_cache) {
        return 0;
    }
    if (m_database->isAway()) {
        m_isReady = true;
        LOCI_TRY(OfflineMark mark, m_cache->store().mark());
        if (mark.session.isEmpty()) {
            mark.session = freshName();
            mark.since = m_clock.nowUtc();
            LOCI_CHECK(m_cache->store().setMark(mark));
        }
        return mark.seen;
    }
    const bool isFit = m_cache->isFilled() && m_cache->open() && m_cache->fits(*m_database).value_or(false);
    m_cache->close();
    startWorker(!isFit);
    return 0;
}

void OfflineDesk::listen()
{
    const storage::PostGisListener *listener = m_line.listener();
    if (listener == nullptr) {
        return;
    }
    connect(listener, &storage::PostGisListener::heard, this, &OfflineDesk::heard);
    connect(listener, &storage::PostGisListener::refused, this, &OfflineDesk::setProblem);
    connect(listener, &storage::PostGisListener::connectionChanged, this, [this](bool isConnected) {
        if (!isConnected) {
            leaveNow();
        } else if (isAway()) {
            comeBack();
            return; // connected when the steps are there
        }
        emit connectionChanged(isConnected);
    });
}

void OfflineDesk::startWorker(bool fromScratch)
{
    m_isReady = false;
    m_isWorking = true;
    m_cache->close();
    auto *watcher = new QFutureWatcher<Result<>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        workerDone(watcher->result());
    });
    watcher->setFuture(
        QtConcurrent::run([reader = readerOf(m_file), cache = m_cache, fromScratch, cancel = m_cancel]() -> Result<> {
            return runWorker(reader, cache, fromScratch, cancel);
        }));
}

void OfflineDesk::workerDone(const Result<> &done)
{
    m_isWorking = false;
    if (!done) {
        qCWarning(logWorkspace, "The cache of the server was not filled: %s", qPrintable(done.error().detail));
    }
    const bool isThere = m_cache->isFilled() && m_cache->open();
    m_isReady = isThere && (done || storage::isServerAway(done.error()));
    if (m_isReady && !m_isLeaving) {
        follow();
    }
    if (m_isReady && m_isLeaving) {
        leaveNow();
    }
    emit changed();
}

void OfflineDesk::setProblem(const QString &sentence)
{
    if (isAway() && m_problem != sentence) {
        m_problem = sentence;
        emit changed();
    }
}

Result<> OfflineDesk::signIn(const QString &password)
{
    if (!isAway()) {
        return {};
    }
    m_file.password = password;
    m_problem.clear();
    LOCI_CHECK(m_line.joinAgain());
    listen();
    emit changed();
    return {};
}

OfflineState OfflineDesk::state() const
{
    OfflineState state;
    state.isReady = m_isReady;
    state.isAway = isAway();
    state.isReturning = m_replay != nullptr;
    state.problem = m_problem;
    if (m_isReady) {
        state.since = m_cache->store().mark().value_or(OfflineMark()).since;
        state.steps = state.isAway ? m_cache->store().waiting().value_or(0) : 0;
        state.refused = int(refused().size());
    }
    return state;
}

Workspace::Reader OfflineDesk::reader() const
{
    using Opened = Result<std::unique_ptr<storage::Database>>;
    if (!isAway()) {
        return readerOf(m_file);
    }
    return [path = m_cache->path()]() -> Opened {
        return storage::SpatiaLiteDatabase::open(path, storage::SpatiaLiteDatabase::Mode::ReadOnly);
    };
}

void OfflineDesk::written(const storage::StoredChange &change, const storage::ChangeContext &context)
{
    if (m_cache && !isAway()) {
        m_writing.push_back({change, context});
    }
}

Result<> OfflineDesk::queue(qint64 entry, const QString &reason)
{
    if (!isAway()) {
        return {};
    }
    const bool isDoubtful = !m_doubtful.isEmpty();
    return m_cache->store().add(entry, isDoubtful ? std::exchange(m_doubtful, {}) : freshName(), reason,
                                isDoubtful ? OfflineStep::State::Sending : OfflineStep::State::Waiting);
}

void OfflineDesk::dropped()
{
    m_writing.clear();
    m_doubtful.clear();
}

void OfflineDesk::kept()
{
    if (isAway()) {
        emit changed();
        return;
    }
    m_unread.insert(m_unread.end(), std::make_move_iterator(m_writing.begin()),
                    std::make_move_iterator(m_writing.end()));
    m_writing.clear();
    follow();
}

void OfflineDesk::follow()
{
    if (isAway() || !m_isReady) {
        return;
    }
    const auto done = m_cache->follow(*m_database->server(), kMostAtOnce);
    if (done && !*done) {
        startWorker(false);
    }
    if (done) {
        m_unread.clear();
    } else {
        qCWarning(logWorkspace, "The cache could not follow the server: %s", qPrintable(done.error().detail));
    }
}

Result<> OfflineDesk::mayStep(qint64 entry) const
{
    if (!isAway()) {
        return {};
    }
    LOCI_TRY(const bool isOpen, m_cache->store().isOpen(entry));
    if (!isOpen) {
        return fail(ErrorCode::NotWritable,
                    tr("This step may be on the server already; it can be taken back when the server answers."));
    }
    return {};
}

Result<> OfflineDesk::refuseAway() const
{
    if (isAway()) {
        return fail(ErrorCode::NotWritable, tr("The server does not answer; this can be done when it is back."));
    }
    return {};
}

bool OfflineDesk::leave(const Error &why, const QString &step)
{
    if (!m_cache || isAway() || m_file.readOnly || !storage::isServerAway(why)) {
        return false;
    }
    m_writing.clear();
    goAway(why.detail == QLatin1String(storage::kCommitInDoubt) ? step : QString());
    return isAway();
}

void OfflineDesk::leaveNow()
{
    if (m_cache && !isAway()) {
        goAway({});
    }
}

/// What was kept on the server and not read back is in the cache as well before it takes the server's place.
Result<> OfflineDesk::catchUpHere()
{
    LOCI_TRY(OfflineMark mark, m_cache->store().mark());
    LOCI_TRY(Transaction writing, Transaction::begin(m_cache->database()));
    for (const Written &one : m_unread) {
        LOCI_CHECK(m_cache->replay(one.change, one.context));
    }
    mark.session = freshName();
    mark.since = m_clock.nowUtc();
    LOCI_CHECK(m_cache->store().setMark(mark));
    return writing.commit();
}

void OfflineDesk::goAway(const QString &doubtful)
{
    m_isLeaving = !m_isReady;
    if (m_isLeaving) {
        return; // the worker will end soon, without its server
    }
    if (const auto done = catchUpHere(); !done) {
        qCWarning(logWorkspace, "The cache cannot take the server's place: %s", qPrintable(done.error().message));
        return;
    }
    m_unread.clear();
    m_doubtful = doubtful;
    m_database->goAway(m_cache->database());
    m_line.lose();
    emit left();
    QMetaObject::invokeMethod(this, &OfflineDesk::changed, Qt::QueuedConnection);
}

std::vector<storage::RefusedStep> OfflineDesk::refused() const
{
    if (!m_isReady) {
        return {};
    }
    auto steps = m_cache->store().refused();
    return steps ? std::move(*steps) : std::vector<storage::RefusedStep>();
}

Result<> OfflineDesk::dropRefused(const QString &id)
{
    if (!m_isReady) {
        return {};
    }
    LOCI_CHECK(m_cache->store().dropRefused(id));
    emit changed();
    return {};
}

} // namespace loci::workspace
