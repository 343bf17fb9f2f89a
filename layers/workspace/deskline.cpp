// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/deskline.h"

#include "layers/base/logging.h"
#include "layers/storage/desksteps.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/heritage/mediafolder.h"
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

storage::DeskChanges DeskLine::changes() const
{
    return {*m_file.database, m_desk};
}

void DeskLine::fetch() const
{
    if (auto done = fetchMedia(*m_file.database, MediaFolder::besideWorkspace(m_file.path)); !done) {
        qCWarning(logWorkspace, "Media could not be fetched: %s", qPrintable(done.error().detail));
    }
}

Result<> DeskLine::join(qint64 seen)
{
    using storage::PostGisListener;
    if (!m_file.address) {
        return {};
    }
    m_seen = seen;
    if (isShared()) {
        LOCI_TRY(m_seen, changes().last());
        fetch();
    }
    m_listener = std::make_unique<PostGisListener>(
        *m_file.address, m_file.password, isShared() ? PostGisListener::Begin::Now : PostGisListener::Begin::Later);
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
    LOCI_TRY(const auto unseen, changes().ofOthersSince(m_seen));
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

/// Under the lock: what others changed, this desk has not seen, and would now overwrite.
Result<> DeskLine::refuseStale(const Command &command, const std::vector<storage::StoredChange> &wanted)
{
    m_stale.clear();
    if (!isShared()) {
        return {};
    }
    LOCI_TRY(const auto unseen, changes().ofOthersSince(m_seen));
    for (const storage::StoredChange &change : wanted) {
        const auto theirs = std::find_if(unseen.rbegin(), unseen.rend(),
                                         [&change](const storage::DeskChange &one) { return one.key == change.key; });
        const auto asked = std::find_if(command.changes.begin(), command.changes.end(),
                                        [&change](const Change &one) { return one.key == change.key; });
        const bool isOther = asked != command.changes.end() && asked->before && asked->before != change.before;
        if (theirs != unseen.rend() && change.before != change.after) {
            m_stale.push_back({change.key, theirs->author, theirs->time, change.before, change.after});
        } else if (isOther) {
            m_stale.push_back({change.key, {}, {}, change.before, change.after});
        }
    }
    if (m_stale.empty()) {
        return {};
    }
    const StaleWrite &first = m_stale.front();
    return fail(ErrorCode::NotWritable,
                first.author.isEmpty()
                    ? Texts::tr("%1 was changed in the meantime; nothing was overwritten. Look at it and decide.")
                          .arg(first.key)
                    : Texts::tr("%1 was changed by %2 in the meantime; nothing was overwritten. Look at it and decide.")
                          .arg(first.key, first.author),
                QStringLiteral("stale write"));
}

Result<> DeskLine::refuseUnseen() const
{
    if (!isShared()) {
        return {};
    }
    LOCI_TRY(const auto unseen, changes().ofOthersSince(m_seen));
    if (!unseen.empty()) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("%1 changed the workspace in the meantime; look at it, and then go on.")
                        .arg(unseen.back().author),
                    QStringLiteral("stale history"));
    }
    return {};
}

Result<> DeskLine::tell(const QStringList &keys, const storage::ChangeContext &context)
{
    if (!isShared()) {
        return {};
    }
    const MediaFolder folder = MediaFolder::besideWorkspace(m_file.path);
    for (const QString &key : keys) {
        if (isMedium(key)) {
            LOCI_CHECK(putMedium(*m_file.database, folder, key.mid(qstrlen(storage::heritage::key::kMedium))));
        }
    }
    m_step = QUuid::createUuid().toString(QUuid::WithoutBraces);
    LOCI_CHECK(storage::DeskSteps(*m_file.database).add(m_step, m_desk, context.author, context.time));
    return changes().append(keys, context.author, context.time);
}

} // namespace loci::workspace
