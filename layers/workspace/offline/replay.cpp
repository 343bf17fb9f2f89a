// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/offline/replay.h"

#include "layers/domain/heritage/recordmerge.h"
#include "layers/storage/deskchanges.h"
#include "layers/storage/desksteps.h"
#include "layers/storage/documentstore.h"
#include "layers/storage/heritage/auditjson.h"
#include "layers/workspace/heritage/mergememory.h"
#include "layers/workspace/offline/keptconflicts.h"
#include "layers/workspace/servermedia.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QLocale>
#include <QSysInfo>
#include <algorithm>

namespace loci::workspace {

using storage::OfflineStep;
using storage::StoredChange;
namespace stored = storage::heritage::key;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::Replay)
};

using Document = std::optional<QByteArray>;

bool isRecord(const QString &key)
{
    return key.startsWith(QLatin1String(stored::kAsset)) || key.startsWith(QLatin1String(stored::kZone));
}

bool isObject(const Document &document)
{
    return document && QJsonDocument::fromJson(*document).isObject();
}

QJsonObject objectOf(const Document &document)
{
    return QJsonDocument::fromJson(document.value_or(QByteArray())).object();
}

QString shown(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

merge::Conflict wholeConflict(const StoredChange &wish, const Document &there)
{
    using storage::heritage::documentValue;
    return {{}, documentValue(wish.before), documentValue(there), documentValue(wish.after)};
}
} // namespace

struct Replay::Work
{
    std::vector<StoredChange> changes;
    QHash<QString, std::size_t> places;
    ReplayOutcome outcome;

    void put(const QString &key, const Document &before, Document after)
    {
        if (const auto known = places.constFind(key); known != places.constEnd()) {
            changes[*known].after = std::move(after);
            return;
        }
        places.insert(key, changes.size());
        changes.push_back({key, before, std::move(after)});
    }
};

Replay::Replay(storage::Database &server, QString desk, storage::OfflineMark away, storage::heritage::MediaFolder media,
               const Clock &clock)
    : m_server(server)
    , m_records(server)
    , m_desk(std::move(desk))
    , m_away(std::move(away))
    , m_label(Texts::tr("away at %1 since %2").arg(QSysInfo::machineHostName(), shown(m_away.since)))
    , m_media(std::move(media))
    , m_clock(clock)
{}

Result<Document> Replay::value(const QString &key) const
{
    return key.startsWith(m_records.prefix()) ? m_records.value(key) : storage::DocumentStore(m_server).value(key);
}

Result<> Replay::rememberRecord(const OfflineStep &step, const StoredChange &wish,
                                const std::vector<merge::Conflict> &conflicts, Work &work) const
{
    const QString key = MergeMemory::keyFor(wish.key);
    LOCI_TRY(const Document before, value(key));
    MergeMemory memory = MergeMemory::parse(before.value_or(QByteArray()));
    auto known = std::find_if(memory.cases.begin(), memory.cases.end(),
                              [this](const MergeCase &one) { return one.bundle == m_label; });
    if (known == memory.cases.end()) {
        MergeCase fresh{stateName(*wish.after), step.author, m_label, {}, objectOf(wish.after), {}};
        if (wish.before) {
            fresh.ancestors << stateName(*wish.before);
        }
        memory.cases.push_back(std::move(fresh));
        known = std::prev(memory.cases.end());
    }
    addLater(known->fields, conflicts);
    if (known->fields.empty()) {
        memory.cases.erase(known);
    }
    work.put(key, before, memory.bytes());
    return {};
}

Result<> Replay::remember(const OfflineStep &step, const StoredChange &wish,
                          const std::vector<merge::Conflict> &conflicts, Work &work) const
{
    const QString key = KeptConflict::documentKey(m_away.session, wish.key);
    LOCI_TRY(const Document before, value(key));
    KeptConflict kept =
        before ? KeptConflict::parse(*before) : KeptConflict{wish.key, step.title, step.author, m_label, step.time, {}};
    kept.add(conflicts);
    work.put(key, before, kept.fields.empty() ? Document() : Document(kept.bytes()));
    return {};
}

Result<> Replay::mergeInto(const OfflineStep &step, const StoredChange &wish, const Document &there, Work &work) const
{
    const bool hasFields = isObject(there) && isObject(wish.after) && (!wish.before || isObject(wish.before));
    if (!hasFields) {
        ++work.outcome.conflicts;
        return remember(step, wish, {wholeConflict(wish, there)}, work);
    }
    const QJsonObject base = objectOf(wish.before);
    merge::Outcome outcome = isRecord(wish.key) ? heritage::mergedRecord(base, objectOf(there), objectOf(wish.after))
                                                : merge::threeWay(base, objectOf(there), objectOf(wish.after));
    QByteArray merged = QJsonDocument(outcome.merged).toJson(QJsonDocument::Compact);
    if (wish.key.startsWith(m_records.prefix())) {
        const auto accepted = m_records.accepted(wish.key, merged);
        if (!accepted) { // each side made sense, both together do not
            ++work.outcome.conflicts;
            return remember(step, wish, {wholeConflict(wish, there)}, work);
        }
        merged = *accepted;
    }
    work.outcome.merged += outcome.conflicts.empty() ? 1 : 0;
    work.outcome.conflicts += int(outcome.conflicts.size());
    if (outcome.merged != objectOf(there)) {
        work.put(wish.key, there, merged);
    }
    if (outcome.conflicts.empty()) {
        return {};
    }
    return isRecord(wish.key) ? rememberRecord(step, wish, outcome.conflicts, work)
                              : remember(step, wish, outcome.conflicts, work);
}

Result<> Replay::plan(const OfflineStep &step, const StoredChange &wish, Work &work) const
{
    LOCI_TRY(const Document there, value(wish.key));
    if (there == wish.after) {
        return {};
    }
    if (there == wish.before) {
        work.put(wish.key, there, wish.after);
        return {};
    }
    return mergeInto(step, wish, there, work);
}

Result<> Replay::write(const OfflineStep &step, const Work &work)
{
    const QString made = Texts::tr("made offline at %1").arg(shown(step.time));
    const storage::ChangeContext context{m_clock.nowUtc(),
                                         step.author,
                                         QStringLiteral("commit"),
                                         step.reason.isEmpty() ? made
                                                               : QStringLiteral("%1 (%2)").arg(step.reason, made),
                                         step.title,
                                         step.time};
    for (const StoredChange &change : work.changes) {
        LOCI_CHECK(change.key.startsWith(m_records.prefix())
                       ? m_records.set(change.key, change.before, change.after, context)
                       : storage::DocumentStore(m_server).set(change.key, change.after, context.time));
        if (change.key.startsWith(QLatin1String(stored::kMedium))) {
            LOCI_CHECK(putMedium(m_server, m_media, change.key.mid(qstrlen(stored::kMedium))));
        }
    }
    storage::HistoryStore history(m_server);
    LOCI_CHECK(history.dropUndone());
    LOCI_TRY(const qint64 entry, history.append({0, step.title, step.time, step.author, false}, work.changes));
    std::vector<storage::ToldChange> told;
    told.reserve(work.changes.size());
    for (const StoredChange &change : work.changes) {
        told.push_back({change.key, entry});
    }
    return storage::DeskChanges(m_server, m_desk).append(told, step.author, context.time);
}

Result<ReplayOutcome> Replay::send(const OfflineStep &step)
{
    LOCI_TRY(storage::Transaction transaction, storage::Transaction::begin(m_server));
    storage::DeskSteps steps(m_server);
    LOCI_TRY(const bool wasThere, steps.contains(step.id));
    if (wasThere) {
        return ReplayOutcome{true, 0, 0};
    }
    Work work;
    for (const StoredChange &wish : step.changes) {
        LOCI_CHECK(plan(step, wish, work));
    }
    std::erase_if(work.changes, [](const StoredChange &change) { return change.before == change.after; });
    if (!work.changes.empty()) {
        LOCI_CHECK(write(step, work));
    }
    LOCI_CHECK(steps.add(step.id, m_desk, step.author, step.time));
    LOCI_CHECK(transaction.commit());
    return work.outcome;
}

} // namespace loci::workspace
