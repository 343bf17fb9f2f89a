// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/workspace.h"

#include "layers/base/logging.h"
#include "layers/storage/documentstore.h"
#include "layers/storage/fileops.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/historystore.h"
#include "layers/storage/indicatorstore.h"
#include "layers/storage/keyvaluestore.h"
#include "layers/workspace/deskline.h"
#include "layers/workspace/heritage/mediacarrier.h"
#include "layers/workspace/heritage/undorights.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/offline/deskhome.h"
#include "layers/workspace/offline/offlinedesk.h"
#include "layers/workspace/ownsteps.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/presence.h"
#include "layers/workspace/relocate.h"
#include "layers/workspace/rolegate.h"
#include "layers/workspace/serverhome.h"
#include "layers/workspace/workspacecheck.h"
#include "layers/workspace/workspacefile.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QSet>
#include <QTimer>
#include <algorithm>
#include <map>
#include <utility>

namespace loci::workspace {

using storage::heritage::HeritageStore;
using storage::SpatiaLiteDatabase;
using storage::StoredChange;
using storage::StoredEntry;

namespace {
/// The value of a read that may fail only when the file is damaged: logged, and then as if absent.
template <class T>
T readOr(Result<T> result, T fallback)
{
    if (!result) {
        qCWarning(logWorkspace, "The workspace could not be read: %s", qPrintable(result.error().detail));
        return fallback;
    }
    return std::move(*result);
}

constexpr int kAskAgain = 3000; // milliseconds

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}
} // namespace

class Workspace::Private
{
public:
    Private(WorkspaceFile opened, const Clock &usedClock)
        : file(std::move(opened))
        , clock(usedClock)
        , heritage(std::make_unique<HeritageStore>(*file.database))
    {}

    storage::Database &database() const { return *file.database; }
    /// Of a step: where several desks write it is the server's time, as their clocks differ.
    QDateTime now() const { return file.database->began().value_or(clock.nowUtc()); }
    storage::DocumentStore documents() const { return storage::DocumentStore(*file.database); }
    storage::HistoryStore history() const { return storage::HistoryStore(*file.database); }
    Result<> checkWritable() const;
    /// The room that keeps a document; null for the ordinary ones.
    storage::DocumentHandler *handlerOf(const QString &key) const;
    Result<std::optional<QByteArray>> value(const QString &key) const;
    /// Reads; again from the cache when the server was lost.
    template <class Read>
    auto reading(Read read) const
    {
        auto found = read();
        return found || !away->leave(found.error()) ? std::move(found) : read();
    }
    Result<> set(const StoredChange &change, const storage::ChangeContext &context) const;
    Result<QStringList> keys(const QString &prefix) const;
    /// A transaction of ours was rolled back.
    void forget() const { heritage->forget(); }
    Result<QStringList> apply(const Command &command, const QString &action);
    /// What could not be read was taken for absent: it is not to be overwritten by what was made of that.
    Result<> refuseBlind(const Command &command) const;
    Result<QStringList> tryCommit(const Command &command, const QString &action);
    /// What this person did here, for undo on a shared workspace.
    OwnSteps &ownSteps();
    Result<QStringList> walk(qint64 id);
    Result<std::vector<StoredChange>> wantedChanges(const Command &command) const;
    /// Takes one entry back or applies it again, inside a transaction; adds what is to be told of each document.
    using Steps = std::map<QString, storage::ToldChange>;
    Result<> step(const StoredEntry &entry, bool undone, Steps &told) const;
    /// Undoes or redoes, inside a transaction, until `id` is the last applied entry.
    Result<> walkTo(qint64 id, Steps &told) const;
    /// A copy for another place: paths rewritten, under its name in one step. The caller holds the lock of `target`.
    Result<> writeCopy(const QString &target) const;
    bool isUntouchedUntitled() const;

    WorkspaceFile file;
    const Clock &clock;
    QString person = storage::currentUser();
    std::unique_ptr<HeritageStore> heritage; // gone before the database is
    DeskLine line{file};
    OwnSteps own;
    bool isOwnKnown = false;
    qint64 lastEntry = 0; ///< of the history, that apply() made
    QSet<QString> unread; ///< documents that somebody asked for and did not get
    std::unique_ptr<OfflineDesk> away = std::make_unique<OfflineDesk>(file, line, clock);
};

Result<> Workspace::Private::checkWritable() const
{
    if (file.readOnly) {
        return fail(ErrorCode::NotWritable, file.readOnlyReason.isEmpty()
                                                ? Workspace::tr("The workspace is open read-only.")
                                                : file.readOnlyReason);
    }
    return file.database->verifyHome();
}

storage::DocumentHandler *Workspace::Private::handlerOf(const QString &key) const
{
    return key.startsWith(QLatin1String(storage::heritage::key::kPrefix)) ? heritage.get() : nullptr;
}

Result<std::optional<QByteArray>> Workspace::Private::value(const QString &key) const
{
    const storage::DocumentHandler *handler = handlerOf(key);
    return handler ? handler->value(key) : documents().value(key);
}

Result<> Workspace::Private::set(const StoredChange &change, const storage::ChangeContext &context) const
{
    away->written(change, context);
    if (storage::DocumentHandler *handler = handlerOf(change.key)) {
        return handler->set(change.key, change.before, change.after, context);
    }
    return documents().set(change.key, change.after, context.time);
}

Result<QStringList> Workspace::Private::keys(const QString &prefix) const
{
    LOCI_TRY(QStringList keys, documents().keys(prefix));
    LOCI_TRY(const QStringList ours, heritage->keys(prefix));
    keys << ours;
    std::sort(keys.begin(), keys.end());
    return keys;
}

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
    if (line.isShared() && entry.author != person) {
        return fail(ErrorCode::NotWritable,
                    Workspace::tr("“%1” is a step of %2; undo takes back your own steps, one by one.")
                        .arg(entry.title, entry.author));
    }
    LOCI_TRY(auto changes, history().changes(entry.id));
    LOCI_CHECK(mayStep(*heritage, person, entry, changes));
    LOCI_CHECK(refuseStepByRoles(database(), entry, changes));
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

bool Workspace::Private::isUntouchedUntitled() const
{
    const auto entries = history().entries(1);
    return !file.readOnly && QFileInfo(file.path).absolutePath() == QFileInfo(untitledFolder()).canonicalFilePath() &&
           entries && entries->empty();
}

Workspace::Workspace(std::unique_ptr<Private> data) : d(std::move(data)) {}

Workspace::~Workspace()
{
    if (d->isUntouchedUntitled()) {
        const storage::TemporaryFileGuard guard(d->file.path); // after the database has closed, under the lock
        d->heritage.reset();
        d->file.database.reset();
    }
}

Result<std::unique_ptr<Workspace>> Workspace::create(const QString &path, const QString &templateId, const Clock *clock)
{
    if (storage::PostGisAddress::looksLikeOne(path)) {
        LOCI_TRY(const WorkspaceFile made, makeOnServer(path, {}));
        LOCI_CHECK(fillNew(*made.database, templateId, clock ? *clock : systemClock()));
        return open(path, Access::ReadWrite, clock);
    }
    LOCI_CHECK(WorkspaceFile::make(path, templateId, clock ? *clock : systemClock()));
    return open(path, Access::ReadWrite, clock);
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, Access access, const Clock *clock,
                                                   const QString &password)
{
    const Clock &used = clock ? *clock : systemClock();
    LOCI_TRY(WorkspaceFile file, storage::PostGisAddress::looksLikeOne(path) ? openOnServer(path, password, access)
                                                                             : WorkspaceFile::open(path, access, used));
    auto workspace = std::unique_ptr<Workspace>(new Workspace(std::make_unique<Private>(std::move(file), used)));
    LOCI_CHECK(workspace->d->line.join(workspace->d->person));
    workspace->watchServer();
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::openDesk(const QString &home, const Clock *clock, const QString &password)
{
    if (!storage::PostGisAddress::looksLikeOne(home)) {
        return open(home, Access::ReadWrite, clock);
    }
    const Clock &used = clock ? *clock : systemClock();
    LOCI_TRY(DeskHome desk, openDeskHome(home, password, used));
    auto workspace = std::unique_ptr<Workspace>(new Workspace(std::make_unique<Private>(std::move(desk.file), used)));
    LOCI_TRY(const qint64 seen, workspace->d->away->begin(std::move(desk.cache)));
    LOCI_CHECK(workspace->d->line.join(workspace->d->person, seen));
    workspace->watchServer();
    return workspace;
}

void Workspace::watchServer()
{
    OfflineDesk *away = d->away.get();
    away->listen();
    connect(away, &OfflineDesk::heard, this, &Workspace::hearOthers);
    connect(away, &OfflineDesk::connectionChanged, this, &Workspace::connectionChanged);
    connect(away, &OfflineDesk::changed, this, &Workspace::offlineChanged);
    connect(away, &OfflineDesk::left, this, [this] { d->forget(); });
    connect(away, &OfflineDesk::returned, this, [this](const ReturnReport &report, const QStringList &keys) {
        d->forget();
        d->isOwnKnown = false; // what was made here meanwhile has other numbers there
        hearOthers();
        emit changed(keys);
        emit historyChanged();
        emit cameBack(report);
    });
}

Result<std::unique_ptr<Workspace>> Workspace::createUntitled(const Clock *clock)
{
    LOCI_TRY(const QString path, findOrMakeUntitled(clock ? *clock : systemClock()));
    return open(path, Access::ReadWrite, clock);
}

QString Workspace::path() const
{
    return d->file.path;
}

QString Workspace::home() const
{
    return d->file.address ? d->file.address->text() : d->file.path;
}

Workspace::Reader Workspace::reader() const
{
    return d->away->reader();
}

storage::ObservationHome Workspace::observations() const
{
    return observationsOf(d->file);
}

bool Workspace::isShared() const
{
    return d->file.address.has_value();
}

OfflineState Workspace::offline() const
{
    return d->away->state();
}

OfflineDesk &Workspace::offlineDesk() const
{
    return *d->away;
}

QString Workspace::name() const
{
    if (d->file.address) {
        return tr("%1 in %2").arg(d->file.address->schema, d->file.address->place());
    }
    return isUntitled() ? tr("Untitled workspace") : QFileInfo(d->file.path).completeBaseName();
}

bool Workspace::isUntitled() const
{
    return QFileInfo(d->file.path).absolutePath() == QFileInfo(untitledFolder()).canonicalFilePath();
}

bool Workspace::isReadOnly() const
{
    return d->file.readOnly;
}

QString Workspace::heldBy() const
{
    return d->file.readOnlyReason;
}

int Workspace::schemaVersion() const
{
    return readOr(d->database().schemaVersion(), 0);
}

const Clock &Workspace::clock() const
{
    return d->clock;
}

void Workspace::setPerson(const QString &person)
{
    d->isOwnKnown = d->isOwnKnown && d->person == person;
    d->person = person;
    if (presence() != nullptr) {
        presence()->setPerson(person);
    }
}

QString Workspace::templateId() const
{
    return storage::MetaStore(d->database()).value(QStringLiteral("template"));
}

QStringList Workspace::keys(const QString &prefix) const
{
    return readOr(d->reading([&] { return d->keys(prefix); }), QStringList());
}

std::optional<QByteArray> Workspace::document(const QString &key) const
{
    auto found = d->reading([&] { return d->value(key); });
    if (!found && isShared()) {
        d->unread.insert(key);
    }
    return readOr(std::move(found), std::optional<QByteArray>());
}

QJsonObject Workspace::json(const QString &key) const
{
    return QJsonDocument::fromJson(document(key).value_or(QByteArray())).object();
}

const HeritageStore &Workspace::heritage() const
{
    return *d->heritage;
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

void Workspace::hearOthers()
{
    auto news = d->line.news();
    if (!news) {
        qCWarning(logWorkspace, "What others changed could not be read: %s", qPrintable(news.error().detail));
        if (d->line.listener()->isConnected()) {
            QTimer::singleShot(kAskAgain, this, &Workspace::hearOthers);
        }
        return;
    }
    QSet<QString> all = std::exchange(d->unread, {});
    for (const auto &[author, keys] : *news) {
        all.unite(QSet<QString>(keys.begin(), keys.end()));
    }
    if (all.isEmpty()) {
        return;
    }
    d->away->follow();
    d->forget();
    for (const auto &[author, keys] : *news) {
        emit othersChanged(keys, author);
    }
    QStringList sorted(all.begin(), all.end());
    sorted.sort();
    emit changed(sorted);
    emit historyChanged();
}

Presence *Workspace::presence() const
{
    return d->line.presence();
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
    Command command{isUndo ? tr("Take back: %1").arg(step->title) : step->title, {}, {}, {}, true};
    command.changes.reserve(changes.size());
    for (const StoredChange &change : changes) {
        command.changes.push_back({change.key, change.after, change.before});
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

void Workspace::setViewState(const QString &key, const QByteArray &value)
{
    if (d->file.readOnly || viewState(key) == value) {
        return;
    }
    auto done = d->file.database->verifyHome();
    if (done) {
        done = storage::ViewStateStore(d->database()).set(key, value);
    }
    if (!done) {
        qCWarning(logWorkspace, "View state could not be kept: %s", qPrintable(done.error().message));
    }
}

std::optional<QByteArray> Workspace::viewState(const QString &key) const
{
    return readOr(storage::ViewStateStore(d->database()).value(key), std::optional<QByteArray>());
}

Result<> Workspace::keepIndicatorValues(const std::vector<storage::IndicatorRow> &rows)
{
    LOCI_CHECK(d->checkWritable());
    LOCI_CHECK(d->away->refuseAway());
    LOCI_TRY(storage::Transaction transaction, storage::Transaction::begin(d->database()));
    LOCI_CHECK(storage::IndicatorStore(d->database()).keep(rows));
    return transaction.commit();
}

std::vector<storage::IndicatorRow> Workspace::indicatorValues(const QString &code) const
{
    return readOr(storage::IndicatorStore(d->database()).current(code), {});
}

Workspace::Copier Workspace::copier() const
{
    if (!d->file.address) {
        return {};
    }
    return [address = home(), password = d->file.password, &clock = d->clock](const QString &path,
                                                                              const CancelToken &cancel) -> Result<> {
        LOCI_TRY(const MoveReport report,
                 copyFromServer({address, path, storage::Existing::Replace, password}, clock, cancel));
        return {};
    };
}

Result<> Workspace::saveAs(const QString &path)
{
    const QString target = QFileInfo(path).absoluteFilePath();
    if (const Copier copy = copier()) {
        return copy(target, {});
    }
    if (storage::FileIdentity::of(target) == storage::FileIdentity::of(d->file.path) &&
        d->file.database->verifyHome()) {
        return {};
    }
    auto attempt = storage::FileLock::acquire(target, d->clock);
    if (!attempt.lock) {
        return fail(
            ErrorCode::NotWritable,
            attempt.status == storage::FileLock::Status::HeldByOther
                ? tr("%1 is open in another program; choose another name.").arg(QDir::toNativeSeparators(target))
                : tr("%1 cannot be written: the folder is write-protected or absent.")
                      .arg(QDir::toNativeSeparators(target)));
    }
    LOCI_CHECK(carryMedia(d->database(), d->file.path, target));
    LOCI_CHECK(writeCopy(*d->file.database, d->file.path, target));
    attempt.lock.reset();
    LOCI_TRY(WorkspaceFile file, WorkspaceFile::open(target, Access::ReadWrite, d->clock));
    const QString old = d->file.path;
    const bool wasUntitled = isUntitled() && !d->file.readOnly;
    d->heritage.reset();
    d->file.database.reset();
    if (wasUntitled) {
        storage::removeDatabaseFiles(old);
        removeMedia(old);
    }
    d->file = std::move(file);
    d->heritage = std::make_unique<HeritageStore>(*d->file.database);
    return {};
}

Findings Workspace::check() const
{
    return checkContents(d->database(), d->file.path);
}

} // namespace loci::workspace
