// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/presence.h"

#include "layers/base/logging.h"
#include "layers/storage/postgisdatabase.h"

#include <QFutureWatcher>
#include <QSysInfo>
#include <QtConcurrent/QtConcurrentRun>

namespace loci::workspace {

using storage::DeskAtWork;
using storage::DeskPresence;
using storage::PostGisDatabase;

namespace {
constexpr int kBeatMs = 10'000;
} // namespace

/// The worker's side: one job at a time.
class Presence::Line
{
public:
    Line(storage::PostGisAddress address, QString password, QString desk)
        : m_address(std::move(address))
        , m_password(std::move(password))
        , m_desk(std::move(desk))
    {}

    Result<std::vector<DeskAtWork>> run(bool isTelling, bool isNews, const QString &person, const QString &record)
    {
        LOCI_CHECK(connect());
        DeskPresence presence(*m_database, m_desk);
        if (isTelling) {
            LOCI_CHECK(presence.tell(person, QSysInfo::machineHostName(), record, isNews));
        }
        return presence.others();
    }
    void leave()
    {
        if (m_database && m_database->isConnected()) {
            if (auto done = DeskPresence(*m_database, m_desk).leave(); !done) {
                qCInfo(logWorkspace, "No good-bye was said: %s", qPrintable(done.error().detail));
            }
        }
    }

private:
    Result<> connect()
    {
        if (m_database) {
            return m_database->verifyHome();
        }
        LOCI_TRY(m_database, PostGisDatabase::open(m_address, m_password, PostGisDatabase::Mode::ReadWrite));
        return {};
    }
    storage::PostGisAddress m_address;
    QString m_password, m_desk;
    std::unique_ptr<PostGisDatabase> m_database;
};

Presence::Presence(const storage::PostGisAddress &address, const QString &password, const QString &desk,
                   const QString &person, bool isReadOnly)
    : m_line(std::make_shared<Line>(address, password, desk))
    , m_person(person)
    , m_isReadOnly(isReadOnly)
{
    m_pool.setMaxThreadCount(1);
    m_beat.setInterval(kBeatMs);
    connect(&m_beat, &QTimer::timeout, this, [this] { tell(false); });
    m_beat.start();
    tell(true);
}

Presence::~Presence()
{
    if (!m_isReadOnly) {
        m_pool.start([line = m_line] { line->leave(); });
    }
    m_pool.waitForDone();
}

QStringList Presence::editorsOf(const QString &key) const
{
    QStringList people;
    for (const DeskAtWork &desk : m_others) {
        if (!key.isEmpty() && desk.record == key && !people.contains(desk.person)) {
            people << desk.person;
        }
    }
    return people;
}

void Presence::setPerson(const QString &person)
{
    if (person != m_person) {
        m_person = person;
        tell(true);
    }
}

void Presence::setRecord(const QString &key)
{
    if (key != m_record) {
        m_record = key;
        tell(true);
    }
}

void Presence::look()
{
    run(false, false);
}

void Presence::tell(bool isNews)
{
    run(!m_isReadOnly, isNews);
}

void Presence::run(bool isTelling, bool isNews)
{
    if (m_isRunning) { // once more behind it, for all that came meanwhile
        m_isWanted = true;
        m_wantsTelling = m_wantsTelling || isTelling;
        m_wantsNews = m_wantsNews || isNews;
        return;
    }
    m_isRunning = true;
    using Answer = std::shared_ptr<Result<std::vector<DeskAtWork>>>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        const Answer answer = watcher->result();
        watcher->deleteLater();
        m_isRunning = false;
        if (*answer) {
            take(**answer);
        } else {
            qCInfo(logWorkspace, "Who else is there could not be asked: %s", qPrintable(answer->error().detail));
            take({}); // nobody knows
        }
        if (std::exchange(m_isWanted, false)) {
            run(std::exchange(m_wantsTelling, false), std::exchange(m_wantsNews, false));
        }
    });
    watcher->setFuture(
        QtConcurrent::run(&m_pool, [line = m_line, isTelling, isNews, person = m_person, record = m_record] {
            return std::make_shared<Result<std::vector<DeskAtWork>>>(line->run(isTelling, isNews, person, record));
        }));
}

void Presence::take(const std::vector<DeskAtWork> &others)
{
    const auto same = [](const DeskAtWork &one, const DeskAtWork &other) {
        return one.desk == other.desk && one.person == other.person && one.record == other.record;
    };
    const bool isNews = !std::equal(others.begin(), others.end(), m_others.begin(), m_others.end(), same);
    m_others = others;
    if (isNews) {
        emit changed();
    }
}

} // namespace loci::workspace
