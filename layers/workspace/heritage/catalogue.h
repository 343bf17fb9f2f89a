// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/profile.h"
#include "layers/domain/heritage/review.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/heritage/mediafolder.h"
#include "layers/workspace/workspace.h"

#include <QObject>
#include <functional>

namespace loci::workspace {

/// The catalogue of a workspace as one person may see and change it: rights and review on top of the store, every
/// change one Command of the workspace. Main thread only. Changes are told by Workspace::changed with heritage/ keys.
class Catalogue final : public QObject
{
    Q_OBJECT
public:
    /// `workspace` outlives it. The person is the computer's user unless set.
    explicit Catalogue(Workspace &workspace, QObject *parent = nullptr);

    QString person() const { return m_person; }
    void setPerson(const QString &person);
    loci::heritage::ReviewPolicy policy() const;
    Result<> setPolicy(const loci::heritage::ReviewPolicy &policy, const QString &reason);
    QString profileId() const; ///< "china" unless the workspace says otherwise
    Result<> setProfile(const QString &id);
    bool may(loci::heritage::Action action, const loci::heritage::Asset &asset) const;

    // Reading: coarsened or withheld where the person has no right for exact places.
    std::optional<loci::heritage::Asset> asset(const QString &id) const;
    std::optional<loci::heritage::Zone> zone(const QString &id) const;
    Result<storage::heritage::AssetPage> search(const storage::heritage::AssetQuery &query, int offset = 0,
                                                int limit = 100) const;
    Result<storage::heritage::FacetCounts> facetCounts(const storage::heritage::AssetQuery &query) const;
    Result<std::vector<storage::heritage::RecordState>> history(const QString &assetId) const;

    // Writing. `reason` goes into the audit; each call is one step of undo.
    Result<> put(loci::heritage::Asset asset, const QString &reason, const QString &title = {});
    /// The same for who saw the record as `seen` when the edit began: refused on a shared workspace when another desk
    /// changed it since.
    Result<> put(loci::heritage::Asset asset, const loci::heritage::Asset &seen, const QString &reason,
                 const QString &title);
    Result<> put(const loci::heritage::Zone &zone, const QString &reason, const QString &title = {});
    /// Several documents as one step: the record, its zone and its media together. Rights hold for each of them.
    Result<> putAll(const std::vector<loci::heritage::Asset> &assets, const std::vector<loci::heritage::Zone> &zones,
                    const std::vector<storage::heritage::MediumFacts> &media, const QString &reason,
                    const QString &title);
    Result<> trash(const QStringList &assetIds, const QString &reason);
    Result<> untrash(const QStringList &assetIds, const QString &reason);
    /// Brings back the state after an audit entry, byte for byte; history is added, none removed.
    Result<> restore(const QString &assetId, qint64 number, const QString &reason);
    /// A saved search under a new or known id.
    Result<> saveSearch(const QString &id, const QString &name, const storage::heritage::AssetQuery &query);

    // Review.
    Result<> submit(const QStringList &assetIds, const QString &reason);
    Result<> sendBack(const QStringList &assetIds, const QString &remark);
    Result<> approve(const QStringList &assetIds, const QString &reason);
    /// What an approval of everything that fits would do: ids that would be approved, and why the others would not.
    struct BulkPreview
    {
        QStringList ids;
        Findings refused; ///< object: id; code: review_refused
    };
    Result<BulkPreview> previewApproval(const storage::heritage::AssetQuery &query) const;

    /// Changes many records in one step; `change` gives the new record. Unchanged ones are left out.
    Result<int> edit(const QStringList &assetIds,
                     const std::function<loci::heritage::Asset(loci::heritage::Asset)> &change, const QString &reason,
                     const QString &title);

    storage::heritage::MediaFolder media() const;
    Findings checkMedia(const CancelToken &cancel = {}) const;
    const storage::heritage::HeritageStore &store() const; ///< without rights: for verification, export by managers

private:
    using Step = std::function<Result<loci::heritage::Asset>(loci::heritage::Asset)>;
    /// What putAll() commits.
    Result<Command> edits(const std::vector<loci::heritage::Asset> &assets,
                          const std::vector<loci::heritage::Zone> &zones,
                          const std::vector<storage::heritage::MediumFacts> &media, const QString &reason,
                          const QString &title) const;
    Result<> change(const QStringList &ids, const Step &step, const QString &reason, const QString &title);

    Workspace &m_workspace;
    QString m_person;
};

} // namespace loci::workspace
