// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/alert.h"
#include "layers/storage/feeds/feedlease.h"
#include "layers/storage/feeds/observationhome.h"

#include <QObject>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace loci::feeds {

/// What another desk recorded since the last look.
struct SharedNews
{
    std::vector<storage::StoredStream> streams;
    std::optional<Alerts> alerts; ///< newest first; looked at now and then
};

/// At a workspace that several desks share: which desk records its feeds, and what it recorded. Tries to be that desk
/// unless it may only read, or the server gives it no right to record; keeps the lease for as long as it lives. Looks
/// every second, on a thread and a connection of its own, by asking, so that it works at a replica as well. Main
/// thread.
class RecorderWatch final : public QObject
{
    Q_OBJECT
public:
    RecorderWatch(storage::ObservationHome home, storage::FeedDesk us, bool mayRecord);
    ~RecorderWatch() override; ///< gives the lease back

    bool isKnown() const { return m_isKnown; } ///< it has looked once
    bool isOurs() const { return m_recorder.id == m_us.id; }
    const storage::FeedDesk &recorder() const { return m_recorder; } ///< nobody: an empty id
    const storage::FeedDesk &us() const { return m_us; }
    /// A person at this desk took note of an alert that another desk recorded.
    void acknowledge(const QString &alert, const QString &person, qint64 time);

signals:
    void recorderChanged();
    /// Once for each reason why this desk cannot record or does not know who does; a sentence for the person.
    void failed(const QString &sentence);
    void heard(const std::shared_ptr<const loci::feeds::SharedNews> &news);

private:
    struct Note
    {
        QString alert, person;
        qint64 time = 0;
    };
    void run();
    Result<> look(const std::vector<Note> &notes);
    Result<bool> connect();
    Result<> follow(bool isOurs);
    void tell(const storage::FeedDesk &recorder);
    void hear(const std::shared_ptr<const SharedNews> &news);
    void tellProblem(const Error &error);

    const storage::ObservationHome m_home;
    const storage::FeedDesk m_us;
    storage::FeedDesk m_recorder; // of the main thread, as the next one
    bool m_isKnown = false;
    std::unique_ptr<storage::Database> m_database; // of the thread, as the next ones
    bool m_mayRecord;
    bool m_isPrepared = false;
    QString m_told; ///< the last problem
    qint64 m_seen = 0;
    int m_round = 0;
    std::mutex m_mutex; // for the next ones
    std::condition_variable m_woken;
    std::vector<Note> m_notes;
    bool m_isEnding = false;
    std::thread m_thread; // the last one: it uses the others
};

} // namespace loci::feeds
