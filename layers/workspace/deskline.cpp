// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/deskline.h"

#include "layers/base/logging.h"
#include "layers/storage/desksteps.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/heritage/mediafolder.h"
#include "layers/storage/postgisdatabase.h"
#include "layers/workspace/presence.h"
#include "layers/workspace/servermedia.h"

#include <QCoreApplication>
#include <QUuid>
#include <algorithm>

namespace loci::workspace {

using storage::heritage::MediaFolder;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::DeskLine)
};

/// By then the server has either kept a step that was under way, or given its desk up.
constexpr qint64 kLongestDoubt = 3LL * storage::PostGisDatabase::kIdlePatience;

bool isMedium(const QString &key)
{
    return key.startsWith(QLatin1String(storage::heritage::key::kMedium));
}
} // namespace

DeskLine::DeskLine(const WorkspaceFile &file) : m_file(file), m_desk(QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

DeskLine::~DeskLine() = default;

bool DeskLine::isShared() const
{
    return m_file.database->capabilities().notifications;
}

storage::DeskChanges DeskLine::deskChanges() const
{
    return {*m_file.database, m_desk};
}

void DeskLine::fetch() const
{
    if (auto done = fetchMedia(*m_file.database, MediaFolder::besideWorkspace(m_file.path)); !done) {
        qCWarning(logWorkspace, "Media could not be fetched: %s", qPrintable(done.error().detail));
    }
}

Result<> DeskLine::join(const QString &person, qint64 seen)
{
    using storage::PostGisListener;
    if (!m_file.address) {
        return {};
    }
    m_person = person;
    m_seen = seen;
    if (isShared()) {
        LOCI_TRY(m_seen, deskChanges().last());
        fetch();
    }
    m_listener = std::make_unique<PostGisListener>(
        *m_file.address, m_file.password, isShared() ? PostGisListener::Begin::Now : PostGisListener::Begin::Later);
    if (!m_presence) {
        m_presence = std::make_unique<Presence>(*m_file.address, m_file.password, m_desk, person, m_file.readOnly);
    }
    QObject::connect(m_listener.get(), &PostGisListener::heardOfDesks, m_presence.get(), &Presence::look);
    return {};
}

void DeskLine::lose() const
{
    if (m_listener) {
        m_listener->lose();
    }
}

Result<std::map<QString, QStringList>> DeskLine::news()
{
    std::map<QString, QStringList> byAuthor;
    if (!isShared()) {
        return byAuthor;
    }
    const bool isInDoubt = m_doubt.isValid() && !m_doubt.hasExpired(kLongestDoubt);
    LOCI_TRY(const auto unseen, isInDoubt ? deskChanges().ofAllSince(m_seen) : deskChanges().ofOthersSince(m_seen));
    for (const storage::DeskChange &change : unseen) {
        byAuthor[change.author] << change.key;
        m_seen = std::max(m_seen, change.no);
    }
    for (auto &[author, keys] : byAuthor) {
        keys.removeDuplicates();
    }
    if (std::any_of(unseen.begin(), unseen.end(), [](const storage::DeskChange &one) { return isMedium(one.key); })) {
        fetch();
    }
    return byAuthor;
}

Result<std::optional<QByteArray>> DeskLine::baseOf(const QString &key,
                                                   const std::vector<storage::DeskChange> &unseen) const
{
    const auto first =
        std::find_if(unseen.begin(), unseen.end(), [&key](const storage::DeskChange &one) { return one.key == key; });
    if (first == unseen.end() || !first->entry) {
        return std::optional<QByteArray>();
    }
    LOCI_TRY(const auto changes, storage::HistoryStore(*m_file.database).changes(*first->entry));
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&key](const storage::StoredChange &change) { return change.key == key; });
    if (found == changes.end()) {
        return std::optional<QByteArray>(); // the entry was undone and then dropped
    }
    return first->undone ? found->after : found->before;
}

void DeskLine::doubt(const Error &error)
{
    if (error.code == ErrorCode::NotReadable) {
        m_doubt.start();
    }
}

/// Under the lock: what others changed, this desk has not seen, and would now overwrite.
Result<> DeskLine::refuseStale(const Command &command, const std::vector<storage::StoredChange> &wanted)
{
    m_stale.clear();
    if (!isShared()) {
        return {};
    }
    LOCI_TRY(const auto unseen, deskChanges().ofOthersSince(m_seen));
    for (const storage::StoredChange &change : wanted) {
        const auto theirs = std::find_if(unseen.rbegin(), unseen.rend(),
                                         [&change](const storage::DeskChange &one) { return one.key == change.key; });
        const auto asked = std::find_if(command.changes.begin(), command.changes.end(),
                                        [&change](const Change &one) { return one.key == change.key; });
        const bool isOther =
            asked != command.changes.end() && (asked->before || command.isExact) && asked->before != change.before;
        if (theirs != unseen.rend() && change.before != change.after) {
            LOCI_TRY(auto base, baseOf(change.key, unseen));
            m_stale.push_back({change.key, theirs->author, theirs->time, change.before, change.after,
                               asked != command.changes.end() && asked->before ? asked->before : std::move(base)});
        } else if (isOther) { // also when the other came to the same value: it is another step
            LOCI_TRY(const auto last, deskChanges().lastOfOthers(change.key)); // seen by the desk, not by the person
            m_stale.push_back({change.key, last ? last->author : QString(), last ? last->time : QDateTime(),
                               change.before, change.after, asked->before});
        }
    }
    if (m_stale.empty()) {
        return {};
    }
    const QString author = m_stale.front().author;
    return fail(
        ErrorCode::NotWritable,
        author.isEmpty()
            ? Texts::tr("“%1” was not kept: the same was changed in the meantime. Nothing was overwritten; look "
                        "at both versions and decide.")
                  .arg(command.title)
            : Texts::tr("“%1” was not kept: %2 changed the same in the meantime. Nothing was overwritten; look "
                        "at both versions and decide.")
                  .arg(command.title, author),
        QStringLiteral("stale write: %1").arg(m_stale.front().key));
}

Result<> DeskLine::refuseUnseen() const
{
    if (!isShared()) {
        return {};
    }
    LOCI_TRY(const auto unseen, deskChanges().ofOthersSince(m_seen));
    if (!unseen.empty()) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("%1 changed the workspace in the meantime; look at it, and then go on.")
                        .arg(unseen.back().author),
                    QStringLiteral("stale history"));
    }
    return {};
}

Result<> DeskLine::tell(const std::vector<storage::ToldChange> &changes, const storage::ChangeContext &context)
{
    if (!isShared()) {
        return {};
    }
    const MediaFolder folder = MediaFolder::besideWorkspace(m_file.path);
    for (const storage::ToldChange &change : changes) {
        if (isMedium(change.key)) {
            LOCI_CHECK(putMedium(*m_file.database, folder, change.key.mid(qstrlen(storage::heritage::key::kMedium))));
        }
    }
    m_step = QUuid::createUuid().toString(QUuid::WithoutBraces);
    LOCI_CHECK(storage::DeskSteps(*m_file.database).add(m_step, m_desk, context.author, context.time));
    return deskChanges().append(changes, context.author, context.time);
}

} // namespace loci::workspace
