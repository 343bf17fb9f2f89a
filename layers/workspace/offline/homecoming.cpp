// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/logging.h"
#include "layers/storage/keyvaluestore.h"
#include "layers/storage/postgiserror.h"
#include "layers/workspace/deskline.h"
#include "layers/workspace/offline/offlinedesk.h"
#include "layers/workspace/serverhome.h"

namespace loci::workspace {

using storage::OfflineStep;
using storage::Transaction;

namespace {
constexpr int kSoon = 1'000; ///< milliseconds, when another desk is writing
constexpr int kLater = 10'000;
} // namespace

/// The workspace that the steps were made for, and not one that was put in its place.
Result<> OfflineDesk::checkServer()
{
    const QString id = QStringLiteral("id");
    const QString here = storage::MetaStore(m_cache->database()).value(id);
    if (storage::MetaStore(*m_server).value(id) != here) {
        return fail(ErrorCode::Invalid, tr("Another workspace is at this address now; the steps that were made offline "
                                           "wait until the old one is back."));
    }
    return {};
}

void OfflineDesk::comeBack()
{
    if (!isAway() || m_replay) {
        return;
    }
    auto opened = openOnServer(m_file.address->text(), m_file.password, Access::ReadWrite);
    if (!opened) {
        giveUpReturn(storage::isServerAway(opened.error()) ? QString() : opened.error().message);
        return;
    }
    m_server = std::move(opened->database);
    const auto mark = m_cache->store().mark();
    const auto fits = checkServer();
    if (!mark || !fits) {
        giveUpReturn(fits ? mark.error().message : fits.error().message);
        return;
    }
    m_problem.clear();
    m_report = {};
    m_replay = std::make_unique<Replay>(*m_server, m_line.desk(), *mark,
                                        storage::heritage::MediaFolder::besideWorkspace(m_file.path), m_clock);
    sendRefused();
    emit changed();
    m_again.start(0);
}

void OfflineDesk::giveUpReturn(const QString &problem)
{
    const bool isNews = problem != m_problem;
    m_problem = problem;
    m_replay.reset();
    m_server.reset();
    if (problem.isEmpty()) {
        m_line.lose();
    } else {
        m_again.start(kLater);
    }
    if (isNews) {
        qCWarning(logWorkspace, "The desk cannot come back: %s", qPrintable(problem));
    }
    emit changed();
}

/// Steps of an earlier time away: what stood in their way may be gone.
void OfflineDesk::sendRefused()
{
    const auto steps = refused();
    for (const storage::RefusedStep &one : steps) {
        if (m_replay->send(one.step)) {
            ++m_report.sent;
            if (auto done = m_cache->store().dropRefused(one.step.id); !done) {
                qCWarning(logWorkspace, "A sent step stays in the list: %s", qPrintable(done.error().message));
            }
        }
    }
}

void OfflineDesk::sendNext()
{
    const auto step = m_cache->store().next();
    if (!step) {
        giveUpReturn(step.error().message);
        return;
    }
    if (!*step) {
        finishReturn();
        return;
    }
    if (const auto marked = m_cache->store().setState((*step)->entry, OfflineStep::State::Sending); !marked) {
        giveUpReturn(marked.error().message);
        return;
    }
    const auto outcome = m_replay->send(**step);
    if (!outcome) {
        stepFailed(**step, outcome.error());
        return;
    }
    ++m_report.sent;
    m_report.merged += outcome->merged;
    m_report.conflicts += outcome->conflicts;
    if (const auto marked = m_cache->store().setState((*step)->entry, OfflineStep::State::Sent); !marked) {
        giveUpReturn(marked.error().message); // sent again later, and known there by its name
        return;
    }
    emit changed();
    m_again.start(0);
}

void OfflineDesk::stepFailed(const OfflineStep &step, const Error &error)
{
    if (storage::isServerAway(error)) {
        giveUpReturn({});
        return;
    }
    const bool isBusy = error.detail.startsWith(QLatin1String("PostgreSQL 55P03")) ||
                        error.detail.startsWith(QLatin1String("PostgreSQL 40")) ||
                        error.detail.startsWith(QLatin1String("PostgreSQL 53"));
    if (isBusy) {
        m_again.start(kSoon);
        return;
    }
    const auto keep = [&]() -> Result<> {
        LOCI_TRY(Transaction writing, Transaction::begin(m_cache->database()));
        LOCI_CHECK(m_cache->store().refuse(step, error.message));
        return writing.commit();
    };
    if (const auto done = keep(); !done) {
        giveUpReturn(done.error().message);
        return;
    }
    ++m_report.refused;
    m_again.start(0);
}

void OfflineDesk::finishReturn()
{
    const auto fits = m_cache->fits(*m_server);
    const auto keys = m_cache->giveWay(*m_server);
    if (!fits || !keys) {
        const Error &error = fits ? keys.error() : fits.error();
        giveUpReturn(storage::isServerAway(error) ? QString() : error.message);
        return;
    }
    m_replay.reset();
    m_database->comeBack(std::move(m_server));
    if (!*fits) {
        startWorker(true); // the server was set back to an older state
    }
    emit connectionChanged(true);
    emit returned(m_report, *keys);
    emit changed();
}

} // namespace loci::workspace
