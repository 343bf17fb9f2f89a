// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/workspace.h"

#include "layers/storage/fileops.h"
#include "layers/storage/indicatorstore.h"
#include "layers/storage/keyvaluestore.h"
#include "layers/workspace/heritage/mediacarrier.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/offline/deskhome.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/presence.h"
#include "layers/workspace/relocate.h"
#include "layers/workspace/serverhome.h"
#include "layers/workspace/workspace_p.h"
#include "layers/workspace/workspacecheck.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace loci::workspace {

using storage::heritage::HeritageStore;
using storage::SpatiaLiteDatabase;
using storage::StoredChange;
using storage::StoredEntry;

namespace {
constexpr int kAskAgain = 3000; // milliseconds

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}
} // namespace

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
