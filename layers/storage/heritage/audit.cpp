// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/audit.h"

#include "layers/domain/heritage/canonicaljson.h"
#include "layers/storage/heritage/auditjson.h"

#include <QCoreApplication>
#include <limits>

namespace loci::storage::heritage {

using loci::heritage::chainHash;
using loci::heritage::chainStart;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::heritage::AuditLog)
};

struct Head
{
    qint64 number = 0;
    QString hash = chainStart();
};

Result<Head> readHead(Database &database)
{
    Head head;
    LOCI_CHECK(database.run("SELECT number, hash FROM heritage_head WHERE one = 1", {}, [&head](const Statement &row) {
        head = {row.integer(0), row.text(1)};
    }));
    return head;
}

Finding broken(const char *code, qint64 number, const QString &message)
{
    return {Severity::Error, QLatin1String(code), {}, QStringLiteral("heritage_audit:%1").arg(number), message};
}

/// What is wrong with one row of the log, nullopt when nothing.
std::optional<Finding> faultOf(qint64 number, const QString &key, const QByteArray &json, const QString &hash,
                               const Head &before)
{
    if (number != before.number + 1) {
        return broken("audit_entry_missing", before.number + 1,
                      Texts::tr("Entry %1 of the audit is missing.").arg(before.number + 1));
    }
    const auto entry = entryFromJson(json);
    if (hash != chainHash(before.hash, json) || !entry || entry->number != number || entry->key != key) {
        return broken("audit_entry_changed", number,
                      Texts::tr("Entry %1 of the audit was changed after it was written.").arg(number));
    }
    return std::nullopt;
}
} // namespace

Result<> AuditLog::append(const QString &key, const std::optional<QByteArray> &before,
                          const std::optional<QByteArray> &after, const ChangeContext &context)
{
    LOCI_TRY(Head head, readHead(m_database));
    for (AuditEntry &entry : entriesFor(key, before, after, context)) {
        entry.number = head.number + 1;
        const QByteArray json = entryJson(entry);
        head = {entry.number, chainHash(head.hash, json)};
        LOCI_CHECK(m_database.run("INSERT INTO heritage_audit (number, key, entry, hash) VALUES (?1, ?2, ?3, ?4)",
                                  {head.number, key, QString::fromUtf8(json), head.hash}));
    }
    return m_database.run("INSERT INTO heritage_head (one, number, hash) VALUES (1, ?1, ?2) "
                          "ON CONFLICT (one) DO UPDATE SET number = excluded.number, hash = excluded.hash",
                          {head.number, head.hash});
}

Result<std::vector<AuditEntry>> AuditLog::entries(const QString &key, int limit) const
{
    std::vector<AuditEntry> entries;
    bool isDamaged = false;
    const auto add = [&](const Statement &row) {
        auto entry = entryFromJson(row.text(0).toUtf8());
        isDamaged = isDamaged || !entry;
        if (entry) {
            entry->hash = row.text(1);
            entries.push_back(std::move(*entry));
        }
    };
    const qint64 most = limit > 0 ? limit : std::numeric_limits<qint64>::max();
    if (key.isEmpty()) {
        LOCI_CHECK(m_database.run("SELECT entry, hash FROM (SELECT number, entry, hash FROM heritage_audit ORDER BY "
                                  "number DESC LIMIT ?1) AS newest ORDER BY number",
                                  {most}, add));
    } else {
        LOCI_CHECK(m_database.run("SELECT entry, hash FROM (SELECT number, entry, hash FROM heritage_audit WHERE key = "
                                  "?1 ORDER BY number DESC LIMIT ?2) AS newest ORDER BY number",
                                  {key, most}, add));
    }
    if (isDamaged) {
        return fail(ErrorCode::Invalid, Texts::tr("The audit of %1 is damaged.").arg(key));
    }
    return entries;
}

Result<qint64> AuditLog::count() const
{
    qint64 count = 0;
    LOCI_CHECK(m_database.run("SELECT count(*) FROM heritage_audit", {},
                              [&count](const Statement &row) { count = row.integer(0); }));
    return count;
}

Result<QString> AuditLog::head() const
{
    LOCI_TRY(const Head head, readHead(m_database));
    return head.hash;
}

Result<ChainReport> AuditLog::verify() const
{
    ChainReport report;
    Head head;
    const auto check = [&](const Statement &row) {
        ++report.entries;
        const qint64 number = row.integer(0);
        if (report.firstBroken == 0) {
            if (auto fault = faultOf(number, row.text(1), row.text(2).toUtf8(), row.text(3), head)) {
                report.firstBroken = std::min(number, head.number + 1);
                report.findings.push_back(std::move(*fault));
            }
        }
        head = {number, row.text(3)};
    };
    LOCI_CHECK(m_database.run("SELECT number, key, entry, hash FROM heritage_audit ORDER BY number", {}, check));
    LOCI_TRY(const Head kept, readHead(m_database));
    if (kept.number != head.number || kept.hash != head.hash) {
        const qint64 number = std::min(kept.number, head.number) + (kept.number == head.number ? 0 : 1);
        report.findings.push_back(
            {Severity::Error,
             QStringLiteral("audit_head_changed"),
             {},
             QStringLiteral("heritage_head:1"),
             Texts::tr("The audit ends with entry %1, but its head says %2: entries were cut off, added or changed.")
                 .arg(head.number)
                 .arg(kept.number)});
        report.firstBroken = report.firstBroken == 0 ? std::max<qint64>(number, 1) : report.firstBroken;
    }
    report.head = head.hash;
    report.isIntact = report.findings.empty();
    return report;
}

} // namespace loci::storage::heritage
