// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/offline/deskcache.h"

#include "layers/base/logging.h"
#include "layers/storage/deskchanges.h"
#include "layers/storage/documentstore.h"
#include "layers/storage/fileops.h"
#include "layers/storage/keyvaluestore.h"
#include "layers/storage/schema.h"
#include "layers/workspace/offline/cachecopy.h"

#include <QFile>
#include <QFileInfo>

namespace loci::workspace {

using storage::Database;
using storage::FileLock;
using storage::heritage::HeritageStore;
using storage::OfflineMark;
using storage::OfflineStore;
using storage::SpatiaLiteDatabase;
using storage::Transaction;

namespace {
constexpr int kSlots = 8; ///< programs of one person with the same workspace

QString slotPath(const QString &deskPath, int slot)
{
    const QFileInfo info(deskPath);
    return QStringLiteral("%1/%2.desk%3.loci").arg(info.absolutePath(), info.completeBaseName()).arg(slot);
}

/// Local entries of the audit: they are written anew on the server.
Result<> forgetOwnAudit(Database &cache, qint64 audit)
{
    LOCI_CHECK(cache.run("DELETE FROM heritage_audit WHERE number > ?1", {audit}));
    return {};
}

Result<> takeNews(Database &server, Database &cache, const QStringList &keys, OfflineMark mark,
                  const CancelToken &cancel)
{
    LOCI_CHECK(copyDocuments(server, cache, keys, cancel));
    LOCI_CHECK(forgetOwnAudit(cache, mark.audit));
    LOCI_TRY(mark.audit, copyAudit(server, cache, mark.audit));
    return OfflineStore(cache).setMark(mark);
}
} // namespace

DeskCache::DeskCache(QString path, std::unique_ptr<FileLock> lock) : m_path(std::move(path)), m_lock(std::move(lock)) {}

DeskCache::~DeskCache()
{
    m_database.reset();
}

std::shared_ptr<DeskCache> DeskCache::take(const QString &deskPath, const Clock &clock)
{
    std::shared_ptr<DeskCache> first;
    for (int slot = 1; slot <= kSlots; ++slot) {
        const QString path = slotPath(deskPath, slot);
        if (first && !QFileInfo::exists(path)) {
            continue;
        }
        FileLock::Attempt attempt = FileLock::acquire(path, clock);
        if (!attempt.lock) {
            continue;
        }
        auto cache = std::shared_ptr<DeskCache>(new DeskCache(path, std::move(attempt.lock)));
        const bool isUsable = cache->isFilled() && cache->open().has_value();
        if (isUsable && cache->hasSteps().value_or(false)) {
            return cache;
        }
        cache->close();
        first = first ? first : cache;
    }
    return first;
}

bool DeskCache::isFilled() const
{
    return QFileInfo::exists(m_path);
}

Result<> DeskCache::open()
{
    if (m_database) {
        return {};
    }
    LOCI_TRY(auto database, SpatiaLiteDatabase::open(m_path, SpatiaLiteDatabase::Mode::ReadWrite));
    LOCI_TRY(const int version, storage::checkIsWorkspace(*database, m_path));
    Q_UNUSED(version)
    LOCI_CHECK(storage::migrate(*database));
    LOCI_CHECK(OfflineStore::makeTables(*database));
    m_database = std::move(database);
    return {};
}

void DeskCache::close()
{
    m_database.reset();
}

Result<bool> DeskCache::hasSteps() const
{
    LOCI_TRY(const OfflineMark mark, store().mark());
    return !mark.session.isEmpty();
}

Result<bool> DeskCache::fits(Database &server) const
{
    LOCI_TRY(const OfflineMark mark, store().mark());
    LOCI_TRY(const qint64 last, storage::DeskChanges(server, {}).last());
    const QString id = QStringLiteral("id");
    return mark.seen <= last && storage::MetaStore(server).value(id) == storage::MetaStore(*m_database).value(id);
}

Result<bool> DeskCache::follow(Database &server, int most)
{
    LOCI_TRY(OfflineMark mark, store().mark());
    LOCI_TRY(const auto snapshot, ServerSnapshot::of(server));
    LOCI_TRY(const ServerNews news, newsSince(server, mark.seen));
    if (news.keys.isEmpty()) {
        return true;
    }
    if (most > 0 && news.keys.size() > most) {
        return false;
    }
    LOCI_TRY(Transaction writing, Transaction::begin(*m_database));
    mark.seen = news.last;
    LOCI_CHECK(takeNews(server, *m_database, news.keys, mark, {}));
    LOCI_CHECK(writing.commit());
    return true;
}

Result<> DeskCache::replay(const storage::StoredChange &change, const storage::ChangeContext &context)
{
    HeritageStore records(*m_database);
    if (!change.key.startsWith(records.prefix())) {
        return storage::DocumentStore(*m_database).set(change.key, change.after, context.time);
    }
    LOCI_TRY(const auto before, records.value(change.key));
    return records.set(change.key, before, change.after, context);
}

Result<QStringList> DeskCache::giveWay(Database &server)
{
    LOCI_TRY(OfflineMark mark, store().mark());
    LOCI_TRY(const auto snapshot, ServerSnapshot::of(server));
    LOCI_TRY(const ServerNews news, newsSince(server, mark.seen));
    LOCI_TRY(Transaction writing, Transaction::begin(*m_database));
    LOCI_TRY(QStringList keys, store().keys());
    LOCI_CHECK(m_database->run("SELECT DISTINCT key FROM heritage_audit WHERE number > ?1", {mark.audit},
                               [&keys](const storage::Statement &row) { keys << row.text(0); }));
    keys << news.keys;
    keys.removeDuplicates();
    keys.sort();
    mark.seen = news.last;
    mark.session.clear();
    mark.since = {};
    LOCI_CHECK(takeNews(server, *m_database, keys, mark, {}));
    LOCI_CHECK(store().clear());
    LOCI_CHECK(writing.commit());
    return keys;
}

Result<> DeskCache::fill(Database &server, const QString &path, const CancelToken &cancel)
{
    const QString temporary = storage::temporaryBeside(path);
    const storage::TemporaryFileGuard guard(temporary);
    {
        LOCI_TRY(const auto cache, SpatiaLiteDatabase::open(temporary, SpatiaLiteDatabase::Mode::Build));
        QFile::setPermissions(temporary, QFile::ReadOwner | QFile::WriteOwner); // what one person may see
        LOCI_CHECK(storage::makeSchema(*cache));
        LOCI_CHECK(OfflineStore::makeTables(*cache));
        OfflineMark mark;
        {
            LOCI_TRY(const auto snapshot, ServerSnapshot::of(server));
            LOCI_TRY(mark.seen, storage::DeskChanges(server, {}).last());
            LOCI_TRY(Transaction writing, Transaction::begin(*cache));
            LOCI_CHECK(copyEverything(server, *cache, cancel));
            LOCI_CHECK(cache->run("SELECT number FROM heritage_head", {},
                                  [&mark](const storage::Statement &row) { mark.audit = row.integer(0); }));
            LOCI_CHECK(OfflineStore(*cache).setMark(mark));
            LOCI_CHECK(writing.commit());
        }
        LOCI_CHECK(HeritageStore(*cache).rebuildIndex());
    }
    QFile::remove(path + QStringLiteral("-wal")); // of a file that this one replaces
    QFile::remove(path + QStringLiteral("-shm"));
    return storage::moveIntoPlace(temporary, path, storage::Existing::Replace);
}

Result<> DeskCache::catchUp(Database &server, const QString &path, const CancelToken &cancel)
{
    LOCI_TRY(const auto cache, SpatiaLiteDatabase::open(path, SpatiaLiteDatabase::Mode::ReadWrite));
    LOCI_TRY(OfflineMark mark, OfflineStore(*cache).mark());
    LOCI_TRY(const auto snapshot, ServerSnapshot::of(server));
    LOCI_TRY(const ServerNews news, newsSince(server, mark.seen));
    LOCI_TRY(Transaction writing, Transaction::begin(*cache));
    LOCI_CHECK(copyQuietTables(server, *cache, cancel));
    mark.seen = news.last;
    LOCI_CHECK(takeNews(server, *cache, news.keys, mark, cancel));
    return writing.commit();
}

} // namespace loci::workspace
