// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/undorights.h"
#include "layers/workspace/rolegate.h"
#include "layers/workspace/workspace_p.h"

#include <QHash>
#include <algorithm>

// What changes a workspace: commands, and the way back and forth through its history.
namespace loci::workspace {

using storage::StoredChange;
using storage::StoredEntry;

Result<std::vector<StoredChange>> Workspace::Private::wantedChanges(const Command &command) const
{
    std::vector<StoredChange> changes;
    changes.reserve(command.changes.size());
    QHash<QString, std::size_t> places;
    for (const Change &wanted : command.changes) {
        std::optional<QByteArray> after = wanted.after;
        if (const storage::DocumentHandler *handler = handlerOf(wanted.key); handler && after) {
            LOCI_TRY(after, handler->accepted(wanted.key, *after));
        }
        if (const auto same = places.constFind(wanted.key); same != places.constEnd()) {
            changes[*same].after = std::move(after); // the last word counts
            continue;
        }
        LOCI_TRY(auto before, value(wanted.key));
        places.insert(wanted.key, changes.size());
        changes.push_back({wanted.key, std::move(before), std::move(after)});
    }
    return changes;
}

Result<> Workspace::Private::refuseBlind(const Command &command) const
{
    const auto blind = std::find_if(command.changes.begin(), command.changes.end(), [this](const Change &change) {
        return !change.before && unread.contains(change.key);
    });
    if (blind == command.changes.end()) {
        return {};
    }
    return fail(ErrorCode::NotWritable,
                Workspace::tr("%1 could not be read a moment ago; nothing was overwritten. Look at it and decide.")
                    .arg(blind->key),
                QStringLiteral("blind write"));
}

Result<QStringList> Workspace::Private::apply(const Command &command, const QString &action)
{
    LOCI_CHECK(refuseBlind(command));
    LOCI_TRY(storage::Transaction transaction, storage::Transaction::begin(database()));
    LOCI_TRY(std::vector<StoredChange> changes, wantedChanges(command));
    LOCI_CHECK(line.refuseStale(command, changes));
    LOCI_CHECK(refuseByRoles(database(), changes));
    std::erase_if(changes, [](const StoredChange &change) { return change.before == change.after; });
    QStringList keys;
    if (changes.empty()) {
        return keys;
    }
    const QString author = command.author.isEmpty() ? person : command.author;
    const storage::ChangeContext context{now(), author, action, command.reason, command.title};
    keys.reserve(qsizetype(changes.size()));
    for (const StoredChange &change : changes) {
        LOCI_CHECK(set(change, context));
        keys << change.key;
    }
    LOCI_CHECK(history().dropUndone());
    LOCI_TRY(const qint64 entry, history().append({0, command.title, context.time, author, false}, changes));
    std::vector<storage::ToldChange> told;
    told.reserve(changes.size());
    for (const QString &key : std::as_const(keys)) {
        told.push_back({key, entry, false});
    }
    LOCI_CHECK(line.tell(told, context));
    LOCI_CHECK(away->queue(entry, command.reason));
    LOCI_CHECK(transaction.commit());
    lastEntry = entry;
    return keys;
}

OwnSteps &Workspace::Private::ownSteps()
{
    constexpr int kMost = 1000;
    if (!isOwnKnown) {
        isOwnKnown = true;
        own.begin(readOr(history().entries(kMost), std::vector<StoredEntry>()), person);
    }
    return own;
}

Result<QStringList> Workspace::Private::tryCommit(const Command &command, const QString &action)
{
    LOCI_CHECK(checkWritable());
    return apply(command, action);
}

Result<> Workspace::Private::step(const StoredEntry &entry, bool undone, Steps &told) const
{
    LOCI_CHECK(away->mayStep(entry.id));
    LOCI_TRY(auto changes, history().changes(entry.id));
    LOCI_CHECK(mayStep(*heritage, person, entry, changes));
    LOCI_CHECK(refuseStepByRoles(database(), entry, changes));
    if (line.isShared() && entry.author != person) {
        return fail(ErrorCode::NotWritable,
                    Workspace::tr("“%1” is a step of %2; undo takes back your own steps, one by one.")
                        .arg(entry.title, entry.author));
    }
    const storage::ChangeContext context{
        now(), person, undone ? QStringLiteral("undo") : QStringLiteral("redo"), {}, entry.title};
    for (StoredChange &change : changes) {
        if (undone) {
            std::swap(change.before, change.after);
        }
        LOCI_CHECK(set(change, context));
        told.emplace(change.key, storage::ToldChange{change.key, entry.id, undone}); // the first step that met it
    }
    return history().setUndone(entry.id, undone);
}

Result<> Workspace::Private::walkTo(qint64 id, Steps &told) const
{
    LOCI_TRY(const bool known, history().contains(id));
    if (!known && id != 0) {
        return fail(ErrorCode::Usage, Workspace::tr("Step %1 is not in the history.").arg(id));
    }
    for (;;) {
        LOCI_TRY(const auto applied, history().lastApplied());
        if (!applied || applied->id <= id) {
            break;
        }
        LOCI_CHECK(step(*applied, true, told));
    }
    for (;;) {
        LOCI_TRY(const auto undone, history().firstUndone());
        if (!undone || undone->id > id) {
            return {};
        }
        LOCI_CHECK(step(*undone, false, told));
    }
}

Result<QStringList> Workspace::Private::walk(qint64 id)
{
    LOCI_TRY(storage::Transaction transaction, storage::Transaction::begin(database()));
    LOCI_CHECK(line.refuseUnseen());
    Steps steps;
    LOCI_CHECK(walkTo(id, steps));
    std::vector<storage::ToldChange> told;
    QStringList keys;
    for (const auto &[key, change] : steps) {
        told.push_back(change);
        keys << key;
    }
    if (!keys.isEmpty()) {
        LOCI_CHECK(line.tell(told, {now(), person, {}, {}, {}}));
        LOCI_CHECK(transaction.commit());
    }
    return keys;
}

Result<> Workspace::commit(Command command)
{
    return keep(std::move(command), StepKind::New);
}

Result<> Workspace::keep(Command command, StepKind kind)
{
    const QString action = kind == StepKind::New    ? QStringLiteral("commit")
                           : kind == StepKind::Undo ? QStringLiteral("undo")
                                                    : QStringLiteral("redo");
    if (isShared()) {
        d->ownSteps(); // before this one is among them
    }
    Result<QStringList> kept = d->tryCommit(command, action);
    if (!kept && d->away->leave(kept.error(), d->line.lastStep())) {
        kept = d->tryCommit(command, action); // into the queue
    }
    if (kept && !kept->isEmpty() && d->line.isShared()) {
        d->ownSteps().kept(kind == StepKind::Undo, kind == StepKind::Redo, d->lastEntry, command.title);
    }
    Result<> done = finish(std::move(kept));
    if (!done && done.error().detail.startsWith(QLatin1String("stale write"))) {
        QMetaObject::invokeMethod(
            this, [this, step = RefusedStep{std::move(command), d->line.stale()}] { emit stepRefused(step); },
            Qt::QueuedConnection);
    }
    return done;
}

Result<> Workspace::finish(Result<QStringList> keys)
{
    if (!keys) {
        d->forget();
        d->line.doubt(keys.error());
        d->away->dropped();
        hearOthers(); // what stood in the way, if it was another desk
        return fail(std::move(keys.error()));
    }
    d->away->kept();
    if (!keys->isEmpty()) {
        emit changed(*keys);
        emit historyChanged();
    }
    return {};
}

const std::vector<StaleWrite> &Workspace::staleWrites() const
{
    return d->line.stale();
}

Result<> Workspace::stepBack(StepKind kind)
{
    const bool isUndo = kind == StepKind::Undo;
    const auto step = isUndo ? d->ownSteps().toUndo() : d->ownSteps().toRedo();
    if (!step) {
        return fail(ErrorCode::Usage, isUndo ? tr("There is nothing to undo.") : tr("There is nothing to redo."));
    }
    LOCI_TRY(const auto changes, d->history().changes(step->entry));
    LOCI_CHECK(refuseStepByRoles(d->database(), {step->entry, step->title, {}, d->person, step->isForward}, changes));
    Command command{isUndo ? tr("Take back: %1").arg(step->title) : step->title, {}, {}, {}, true};
    command.changes.reserve(changes.size());
    for (const StoredChange &change : changes) {
        command.changes.push_back(step->isForward ? Change{change.key, change.before, change.after}
                                                  : Change{change.key, change.after, change.before});
    }
    return keep(std::move(command), kind);
}

Result<> Workspace::undo()
{
    if (d->line.isShared()) {
        return stepBack(StepKind::Undo);
    }
    LOCI_TRY(const auto entry, d->history().lastApplied());
    if (!entry) {
        return fail(ErrorCode::Usage, tr("There is nothing to undo."));
    }
    LOCI_TRY(const auto previous, d->history().lastApplied(entry->id));
    return goTo(previous ? previous->id : 0);
}

Result<> Workspace::redo()
{
    if (d->line.isShared()) {
        return stepBack(StepKind::Redo);
    }
    LOCI_TRY(const auto entry, d->history().firstUndone());
    if (!entry) {
        return fail(ErrorCode::Usage, tr("There is nothing to redo."));
    }
    return goTo(entry->id);
}

bool Workspace::canUndo() const
{
    if (d->line.isShared()) {
        return !d->file.readOnly && d->ownSteps().toUndo().has_value();
    }
    const auto entry = readOr(d->history().lastApplied(), {});
    return !d->file.readOnly && entry && d->away->mayStep(entry->id);
}

bool Workspace::canRedo() const
{
    if (d->line.isShared()) {
        return !d->file.readOnly && d->ownSteps().toRedo().has_value();
    }
    return !d->file.readOnly && readOr(d->history().firstUndone(), {}).has_value();
}

QString Workspace::undoTitle() const
{
    if (d->line.isShared()) {
        return d->ownSteps().toUndo().value_or(OwnSteps::Step()).title;
    }
    return readOr(d->history().lastApplied(), {}).value_or(StoredEntry()).title;
}

QString Workspace::redoTitle() const
{
    if (d->line.isShared()) {
        return d->ownSteps().toRedo().value_or(OwnSteps::Step()).title;
    }
    return readOr(d->history().firstUndone(), {}).value_or(StoredEntry()).title;
}

std::vector<HistoryEntry> Workspace::history(int limit) const
{
    std::vector<HistoryEntry> result;
    for (StoredEntry &entry : readOr(d->history().entries(limit), {})) {
        result.push_back({entry.id, std::move(entry.title), entry.time, std::move(entry.author), entry.undone});
    }
    return result;
}

Result<> Workspace::goTo(qint64 id)
{
    LOCI_CHECK(d->checkWritable());
    return finish(d->walk(id));
}

} // namespace loci::workspace
