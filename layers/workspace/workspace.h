// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/clock.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/workspace/offline/offlinestate.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace loci::storage::heritage {
class HeritageStore;
}
namespace loci::storage {
class Database;
class ObservationHome;
struct IndicatorRow;
} // namespace loci::storage

namespace loci::workspace {

class OfflineDesk;
class Presence;

/// What happened to one document in a command. Documents are the workspace's small state (one map layer with its
/// style, the layer tree, a reference to a city model, a bookmark): key -> bytes. An empty optional is "absent".
struct Change
{
    QString key;
    std::optional<QByteArray> before;
    std::optional<QByteArray> after;
};

/// A named, undoable step: all changes or none.
struct Command
{
    QString title; ///< translated, as the undo entry shows it: "Hide layer Trees"
    std::vector<Change> changes;
    QString reason = {};  ///< in the person's words, for rooms that keep an audit
    QString author = {};  ///< empty: the person at this computer
    bool isExact = false; ///< on a shared workspace every `before` must be what is there, absent ones too
};

struct HistoryEntry
{
    qint64 id = 0;
    QString title;
    QDateTime time; ///< UTC; of a shared workspace the server's clock, as those of desks differ. Order is by id.
    QString author;
    bool undone = false;
};

enum class Access { ReadWrite, ReadOnly };

/// A document that another desk changed in the meantime.
struct StaleWrite
{
    QString key, author; ///< who changed it
    QDateTime time;      ///< UTC
    /// What is there now, what the command wanted, and what both come from; absent when that is no longer known.
    std::optional<QByteArray> theirs, ours, base;
};

/// A command that was refused because another desk was quicker: nothing of it was kept.
struct RefusedStep
{
    Command command;
    std::vector<StaleWrite> stale;
};

/// Keys of the documents of the foundation; `%1` is an id. Rooms add their own below their own prefix.
namespace key {
inline constexpr char kMapLayerPrefix[] = "map/layer/"; ///< + QGIS layer id: <maplayer> XML, style and source inside
inline constexpr char kMapTree[] = "map/tree";          ///< <layer-tree-group> XML: groups, order, visibility
inline constexpr char kMapSettings[] = "map/settings";  ///< JSON {crs, ...}
inline constexpr char kCityModelPrefix[] =
    "city/model/";                                     ///< + id: JSON {id, name, path, visible, opacity, lod, colourBy}
inline constexpr char kBookmarkPrefix[] = "bookmark/"; ///< + id: JSON {name, extent, crs, camera}
inline constexpr char kIndicatorPrefix[] = "indicator/def/";   ///< + code: JSON, the definition
inline constexpr char kTargetPrefix[] = "indicator/target/";   ///< + code: JSON {baseline, targets}
inline constexpr char kIndicatorAreas[] = "indicator/areas";   ///< JSON: where the areas come from
inline constexpr char kIndicatorFeeds[] = "indicator/streams"; ///< JSON: files with observations
inline constexpr char kBoardPrefix[] = "board/";               ///< + id: JSON, a board with its tiles
inline constexpr char kIndicatorMap[] = "indicator/map";       ///< JSON: which indicator map and 3D view show
inline constexpr char kProblemPrefix[] = "problem/";           ///< + id: JSON, an entry of the problem ledger
inline constexpr char kAlertPrefix[] = "alert/";               ///< + id of an alert: JSON {at, by}, it was seen
inline constexpr char kPrintTexts[] = "print/texts";           ///< JSON title block texts
} // namespace key

/// The single writer of a `.loci` file: one SpatiaLite database. Main thread only. Every commit is on disk when it
/// returns; history is unlimited and survives a restart. View state (cameras, splitters, window) is durable but not in
/// the history.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    /// Makes a new file; fails when it exists. `templateId` is planning, heritage or briefing, or empty.
    static Result<std::unique_ptr<Workspace>> create(const QString &path, const QString &templateId = {},
                                                     const Clock *clock = nullptr);
    /// Opens a file, or a workspace on a server by its address (storage/postgisaddress.h); migrates older schema
    /// versions after a backup beside it. When another program holds it, opens read-only and heldBy() says who. Refuses
    /// a newer schema and files that are no workspace.
    static Result<std::unique_ptr<Workspace>> open(const QString &path, Access access = Access::ReadWrite,
                                                   const Clock *clock = nullptr, const QString &password = {});
    /// As open(), for a desk that goes on when the server is lost: on what it has seen, with a queue of its steps,
    /// until the server answers again (offline()). A file opens as ever.
    static Result<std::unique_ptr<Workspace>> openDesk(const QString &home, const Clock *clock = nullptr,
                                                       const QString &password = {});
    /// A workspace without a file (nothing chosen yet): the same behaviour, kept in the application's data folder and
    /// found again after a crash: the newest one with work in it that nobody has open, or else a new one.
    static Result<std::unique_ptr<Workspace>> createUntitled(const Clock *clock = nullptr);
    ~Workspace() override;

    QString path() const; ///< on a server: a path in this desk's own folder, beside which its media and caches lie
    QString home() const; ///< what opens it again: the path, or the address on a server; without a password
    /// Opens a connection of its own for reading; for workers, who may keep it.
    using Reader = std::function<Result<std::unique_ptr<storage::Database>>()>;
    Reader reader() const;
    /// Where its live feeds are stored: beside the file, or on the server.
    storage::ObservationHome observations() const;
    bool isShared() const; ///< on a server: others change it as well
    OfflineState offline() const;
    OfflineDesk &offlineDesk() const; ///< keeps what the server did not take (offline/offlinedesk.h)
    QString name() const;             ///< file name without suffix
    bool isUntitled() const;
    bool isReadOnly() const;
    /// Translated sentence naming program, user, computer and time, or the write protection that keeps us out; empty
    /// when we hold it.
    QString heldBy() const;
    int schemaVersion() const;
    const Clock &clock() const;
    /// Whose name commands without an author, undo and redo carry; the person at this computer unless set.
    void setPerson(const QString &person);
    QString templateId() const;

    QStringList keys(const QString &prefix = {}) const; ///< of present documents, sorted
    std::optional<QByteArray> document(const QString &key) const;
    QJsonObject json(const QString &key) const; ///< empty object when absent or not JSON

    /// The heritage catalogue's tables; documents below "heritage/" live in them. Another object after saveAs().
    const storage::heritage::HeritageStore &heritage() const;

    /// Applies and stores a command. Its `before` values are filled in here; equal before and after are dropped, and
    /// a command without change is not stored. Fails (and changes nothing) on a read-only workspace or a full disk, and
    /// on a shared one when another desk changed one of its documents and changed() did not tell yet, or when a
    /// `before` that was given is not what is there: staleWrites() has both versions, and changed() tells afterwards.
    /// A document that could not be read for a while is not written before changed() told of it again. When the
    /// connection is lost while the step is being kept, it is there once or not at all: the sentence says so, and
    /// changed() tells what is there when the server is back.
    Result<> commit(Command command);
    const std::vector<StaleWrite> &staleWrites() const; ///< of the last commit, empty when it was not refused for it
    Presence *presence() const;                         ///< of the people at a shared workspace; null for a file
    /// On a file the last step, on a shared workspace the last step of this person: others' work stays. What others
    /// built on it meanwhile is treated like a stale write.
    Result<> undo();
    Result<> redo();
    bool canUndo() const;
    bool canRedo() const;
    QString undoTitle() const;
    QString redoTitle() const;
    /// Newest last. `limit` 0: everything.
    std::vector<HistoryEntry> history(int limit = 200) const;
    /// Undoes or redoes until `id` is the last applied entry (0: before the first).
    /// On a shared workspace only over steps of this person.
    Result<> goTo(qint64 id);

    /// Durable, not in the history, silently ignored on a read-only workspace.
    void setViewState(const QString &key, const QByteArray &value);
    std::optional<QByteArray> viewState(const QString &key) const;

    /// Values that indicators were calculated to, with their provenance (storage/indicatorstore.h): durable, not in the
    /// history. All rows or none.
    Result<> keepIndicatorValues(const std::vector<storage::IndicatorRow> &rows);
    /// Current ones, of one indicator or of all.
    std::vector<storage::IndicatorRow> indicatorValues(const QString &code = {}) const;

    /// Saves a copy of everything as `path` and goes on there (for an untitled workspace it is a move). Of a workspace
    /// on a server it writes the copy and stays on the server, where the others are.
    Result<> saveAs(const QString &path);
    /// What saveAs() does for a workspace on a server; for workers, who may keep it. Empty for a file.
    using Copier = std::function<Result<>(const QString &path, const CancelToken &cancel)>;
    Copier copier() const;

    /// `PRAGMA integrity_check`, foreign keys, readable documents. Any damage is a finding.
    Findings check() const;

signals:
    /// Documents that changed by commit, undo, redo or goTo, once per step; and by other desks.
    void changed(const QStringList &keys);
    /// By other desks; before changed().
    void othersChanged(const QStringList &keys, const QString &author);
    void connectionChanged(bool isConnected); ///< to the server that tells of other desks
    void offlineChanged();                    ///< offline()
    /// The server answers again, and has all steps that were made meanwhile.
    void cameBack(const loci::workspace::ReturnReport &report);
    /// A commit was refused for staleWrites(); after it has returned, and after changed().
    void stepRefused(const loci::workspace::RefusedStep &step);
    void historyChanged();

private:
    class Private;
    Result<> finish(Result<QStringList> keys);
    enum class StepKind { New, Undo, Redo };
    Result<> keep(Command command, StepKind kind);
    Result<> stepBack(StepKind kind); ///< undo or redo of what this person did on a shared workspace
    void watchServer();
    void hearOthers();
    explicit Workspace(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace loci::workspace
