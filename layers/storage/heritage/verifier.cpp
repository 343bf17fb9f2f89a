// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/verifier.h"

#include "layers/domain/heritage/canonicaljson.h"
#include "layers/storage/heritage/auditjson.h"
#include "layers/storage/heritage/heritagestore_p.h"
#include "layers/storage/historystore.h"
#include "layers/storage/roles/rolestore.h"

#include <QCoreApplication>
#include <algorithm>

namespace loci::storage::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::heritage::Verifier)
};

QString stepName(const QDateTime &time, const QString &author, const QString &title)
{
    return time.toUTC().toString(Qt::ISODateWithMs) + QLatin1Char('\n') + author + QLatin1Char('\n') + title;
}

bool isOurs(const QString &key)
{
    return key.startsWith(QLatin1String(key::kPrefix));
}
} // namespace

void Verifier::add(const char *code, const QString &object, const QString &where, const QString &message, qint64 entry)
{
    m_report.findings.push_back({Severity::Error, QLatin1String(code), object, where, message});
    m_report.isIntact = false;
    if (entry > 0 && (m_report.firstBroken == 0 || entry < m_report.firstBroken)) {
        m_report.firstBroken = entry;
    }
}

void Verifier::addIndex(const char *table, qint64 no, const QString &object)
{
    const QString where = QStringLiteral("%1:%2").arg(QLatin1String(table)).arg(no);
    add("index_changed", object, where,
        Texts::tr("Row %1 does not fit the record that it was made from: it was changed by hand.").arg(where),
        m_last.value(object).number);
}

Result<> Verifier::readAudit()
{
    return m_database.run("SELECT entry FROM heritage_audit ORDER BY number", {}, [this](const Statement &row) {
        const auto entry = entryFromJson(row.text(0).toUtf8());
        if (!entry) {
            return;
        }
        m_last.insert(entry->key, {entry->number, entry->stateAfter});
        m_states[entry->key] << entry->stateAfter << entry->stateBefore;
        m_steps << stepName(entry->made.isValid() ? entry->made : entry->time, entry->author, entry->title);
    });
}

Result<> Verifier::checkRecords()
{
    QSet<QString> seen;
    const auto check = [&](const Statement &row) {
        const QString key = row.text(1);
        const QString where = QStringLiteral("heritage_record:%1").arg(row.integer(0));
        const auto last = m_last.constFind(key);
        seen << key;
        if (last == m_last.constEnd() || last->hash.isEmpty()) {
            add("record_unknown", key, where, Texts::tr("%1 is there, but the audit does not know it.").arg(key),
                last == m_last.constEnd() ? 0 : last->number);
        } else if (loci::heritage::sha256(row.blob(2)) != last->hash || row.integer(3) != last->number) {
            add("record_changed", key, where,
                Texts::tr("%1 was changed by hand: it is not what entry %2 of the audit says.")
                    .arg(key)
                    .arg(last->number),
                last->number);
        }
    };
    LOCI_CHECK(m_database.run("SELECT no, key, content, entry FROM heritage_record ORDER BY no", {}, check));
    for (auto last = m_last.constBegin(); last != m_last.constEnd(); ++last) {
        if (!last->hash.isEmpty() && !seen.contains(last.key())) {
            add("record_missing", last.key(), QStringLiteral("heritage_record"),
                Texts::tr("%1 is missing: entry %2 of the audit says that it is there.")
                    .arg(last.key())
                    .arg(last->number),
                last->number);
        }
    }
    return {};
}

/// The workspace's own history keeps copies for undo.
Result<> Verifier::checkHistory()
{
    HistoryStore history(m_database);
    LOCI_TRY(const auto entries, history.entries(0));
    for (const StoredEntry &entry : entries) {
        const auto changes = history.changes(entry.id);
        const QString where = QStringLiteral("history_change:%1").arg(entry.id);
        if (!changes) {
            add("history_changed", {}, where, changes.error().message);
            continue;
        }
        const auto isKnown = [this](const StoredChange &change) {
            const auto hash = [](const std::optional<QByteArray> &document) {
                return document ? loci::heritage::sha256(*document) : QString();
            };
            const QSet<QString> &states = m_states[change.key];
            return states.contains(hash(change.before)) && states.contains(hash(change.after));
        };
        bool hasOurs = false;
        for (const StoredChange &change : *changes) {
            hasOurs = hasOurs || isOurs(change.key);
            if (isOurs(change.key) && !isKnown(change)) {
                add("history_changed", change.key, where,
                    Texts::tr("Step %1 of the history holds a state of %2 that never was.")
                        .arg(entry.id)
                        .arg(change.key));
            }
        }
        if (hasOurs && !m_steps.contains(stepName(entry.time, entry.author, entry.title))) {
            add("history_changed", {}, QStringLiteral("history:%1").arg(entry.id),
                Texts::tr("Step %1 of the history is not in the audit as it stands there.").arg(entry.id));
        }
    }
    return {};
}

Result<ChainReport> Verifier::run(bool withIndex)
{
    LOCI_TRY(m_report, AuditLog(m_database).verify());
    LOCI_CHECK(readAudit());
    LOCI_CHECK(checkRecords());
    LOCI_CHECK(checkHistory());
    if (withIndex) {
        LOCI_CHECK(checkAssets());
        LOCI_CHECK(checkZones());
        LOCI_CHECK(checkMedia());
        LOCI_CHECK(checkStrays());
        LOCI_CHECK(checkEngine());
    }
    std::stable_sort(m_report.findings.begin(), m_report.findings.end(), [](const Finding &a, const Finding &b) {
        return a.code.startsWith(QLatin1String("audit")) && !b.code.startsWith(QLatin1String("audit"));
    });
    return std::move(m_report);
}

Result<ChainReport> HeritageStore::verifyChain(bool withIndex) const
{
    LOCI_TRY(const OwnRoles own, RoleStore(d->database).mine());
    if (!own.rights.mayRead(QStringLiteral("audit"))) {
        return fail(ErrorCode::NotReadable, Texts::tr("Your roles show you only a part of the audit; an auditor or the "
                                                      "administrator can verify it."));
    }
    const bool seesRecords = own.rights.mayReadRecord(QStringLiteral("heritage"), {}, roles::sensitivities().back());
    return seesRecords ? Verifier(d->database).run(withIndex) : AuditLog(d->database).verify();
}

} // namespace loci::storage::heritage
