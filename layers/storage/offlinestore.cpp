// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/offlinestore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace loci::storage {

namespace {
constexpr Sql kTables = R"sql(
CREATE TABLE IF NOT EXISTS offline_mark (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seen INTEGER NOT NULL,
    audit INTEGER NOT NULL,
    session TEXT NOT NULL,
    since TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS offline_step (
    entry INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reason TEXT NOT NULL,
    state INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS offline_refused (
    id TEXT PRIMARY KEY NOT NULL,
    step BLOB NOT NULL,
    message TEXT NOT NULL
);
)sql";

QJsonValue packed(const std::optional<QByteArray> &content)
{
    return content ? QJsonValue(QString::fromLatin1(content->toBase64())) : QJsonValue();
}

std::optional<QByteArray> unpacked(const QJsonValue &value)
{
    return value.isString() ? std::optional(QByteArray::fromBase64(value.toString().toLatin1())) : std::nullopt;
}

QByteArray jsonOf(const OfflineStep &step)
{
    QJsonArray changes;
    for (const StoredChange &change : step.changes) {
        changes.append(QJsonObject{{QStringLiteral("key"), change.key},
                                   {QStringLiteral("before"), packed(change.before)},
                                   {QStringLiteral("after"), packed(change.after)}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("title"), step.title},
                                     {QStringLiteral("reason"), step.reason},
                                     {QStringLiteral("author"), step.author},
                                     {QStringLiteral("time"), step.time.toUTC().toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("changes"), changes}})
        .toJson(QJsonDocument::Compact);
}

OfflineStep stepOf(const QString &id, const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    OfflineStep step{0, id, text("title"), text("reason"), text("author"), {}, {}};
    step.time = QDateTime::fromString(text("time"), Qt::ISODateWithMs).toUTC();
    const QJsonArray changes = json.value(QLatin1String("changes")).toArray();
    step.changes.reserve(std::size_t(changes.size()));
    for (const auto &value : changes) {
        const QJsonObject change = value.toObject();
        step.changes.push_back({change.value(QLatin1String("key")).toString(),
                                unpacked(change.value(QLatin1String("before"))),
                                unpacked(change.value(QLatin1String("after")))});
    }
    return step;
}
} // namespace

Result<> OfflineStore::makeTables(Database &database)
{
    LOCI_CHECK(database.runScript(kTables));
    return database.run("INSERT INTO offline_mark (one, seen, audit, session, since) VALUES (1, 0, 0, '', '') ON "
                        "CONFLICT (one) DO NOTHING");
}

Result<OfflineMark> OfflineStore::mark() const
{
    OfflineMark mark;
    LOCI_CHECK(
        m_database.run("SELECT seen, audit, session, since FROM offline_mark", {}, [&mark](const Statement &row) {
            mark = {row.integer(0), row.integer(1), row.text(2),
                    QDateTime::fromString(row.text(3), Qt::ISODateWithMs).toUTC()};
        }));
    return mark;
}

Result<> OfflineStore::setMark(const OfflineMark &mark)
{
    return m_database.run("UPDATE offline_mark SET seen = ?1, audit = ?2, session = ?3, since = ?4",
                          {mark.seen, mark.audit, mark.session,
                           mark.since.isValid() ? mark.since.toUTC().toString(Qt::ISODateWithMs) : QStringLiteral("")});
}

Result<> OfflineStore::add(qint64 entry, const QString &id, const QString &reason, OfflineStep::State state)
{
    return m_database.run("INSERT INTO offline_step (entry, id, reason, state) VALUES (?1, ?2, ?3, ?4)",
                          {entry, id, reason, qint64(state)});
}

Result<> OfflineStore::setState(qint64 entry, OfflineStep::State state)
{
    return m_database.run("UPDATE offline_step SET state = ?2 WHERE entry = ?1", {entry, qint64(state)});
}

Result<bool> OfflineStore::isOpen(qint64 entry) const
{
    bool isOpen = false;
    LOCI_CHECK(m_database.run("SELECT 1 FROM offline_step WHERE entry = ?1 AND state = 0", {entry},
                              [&isOpen](const Statement &) { isOpen = true; }));
    return isOpen;
}

Result<std::optional<OfflineStep>> OfflineStore::next() const
{
    std::optional<OfflineStep> step;
    LOCI_CHECK(
        m_database.run("SELECT s.entry, s.id, h.title, s.reason, h.author, h.time FROM offline_step AS s JOIN "
                       "history AS h ON h.id = s.entry WHERE h.undone = 0 AND s.state < 2 ORDER BY s.entry LIMIT 1",
                       {}, [&step](const Statement &row) {
                           step = OfflineStep{row.integer(0),
                                              row.text(1),
                                              row.text(2),
                                              row.text(3),
                                              row.text(4),
                                              QDateTime::fromString(row.text(5), Qt::ISODateWithMs).toUTC(),
                                              {}};
                       }));
    if (step) {
        LOCI_TRY(step->changes, HistoryStore(m_database).changes(step->entry));
    }
    return step;
}

Result<int> OfflineStore::waiting() const
{
    qint64 count = 0;
    LOCI_CHECK(m_database.run("SELECT count(*) FROM offline_step AS s JOIN history AS h ON h.id = s.entry WHERE "
                              "h.undone = 0 AND s.state < 2",
                              {}, [&count](const Statement &row) { count = row.integer(0); }));
    return int(count);
}

Result<QStringList> OfflineStore::keys() const
{
    QStringList keys;
    LOCI_CHECK(m_database.run("SELECT DISTINCT key FROM history_change ORDER BY key", {},
                              [&keys](const Statement &row) { keys << row.text(0); }));
    return keys;
}

Result<> OfflineStore::clear()
{
    LOCI_CHECK(m_database.run("DELETE FROM history"));
    return m_database.run("DELETE FROM offline_step");
}

Result<> OfflineStore::refuse(const OfflineStep &step, const QString &message)
{
    LOCI_CHECK(m_database.run("INSERT INTO offline_refused (id, step, message) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO "
                              "UPDATE SET message = excluded.message",
                              {step.id, jsonOf(step), message}));
    return setState(step.entry, OfflineStep::State::Sent);
}

Result<std::vector<RefusedStep>> OfflineStore::refused() const
{
    std::vector<RefusedStep> steps;
    LOCI_CHECK(m_database.run("SELECT id, step, message FROM offline_refused ORDER BY rowid", {},
                              [&steps](const Statement &row) {
                                  steps.push_back({stepOf(row.text(0), row.blob(1)), row.text(2)});
                              }));
    return steps;
}

Result<> OfflineStore::dropRefused(const QString &id)
{
    return m_database.run("DELETE FROM offline_refused WHERE id = ?1", {id});
}

} // namespace loci::storage
