// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/heritage/catalogue.h"
#include "layers/workspace/heritage/concepts.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/heritage/formcontext.h"

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

namespace loci::widgets {

/// A search that was kept under a name.
struct SavedSearch
{
    QString id, name;
    storage::heritage::AssetQuery query;
};

/// The catalogue of the open workspace as the window speaks to it: what is read is asked of it, what is edited goes
/// through it as one undoable step, and it tells what changed whoever changed it. Main thread.
class HeritageDesk final : public QObject
{
    Q_OBJECT
public:
    HeritageDesk(workspace::TaskRunner &tasks, QObject *parent = nullptr);
    ~HeritageDesk() override;

    void setWorkspace(workspace::Workspace *workspace); ///< nullptr: none
    void retranslate();                                 ///< the program speaks another language now
    bool isOpen() const { return m_catalogue != nullptr; }
    bool isReadOnly() const;
    workspace::Workspace::Reader reader() const;                     ///< for workers; only while isOpen()
    workspace::Catalogue &catalogue() const { return *m_catalogue; } ///< only while isOpen()

    const std::shared_ptr<const heritage::Profile> &profile() const { return m_profile; } ///< null: not readable
    FormContext formContext() const;
    /// The label of a code of the profile's vocabulary; the code when there is none.
    QString labelOf(const QString &vocabulary, const QString &code) const;
    QString person() const;
    void setPerson(const QString &person);
    bool may(heritage::Action action, const heritage::Asset &asset) const;

    QStringList gradesInUse() const; ///< of all records, sorted: for a profile that has no list of grades
    std::optional<heritage::Asset> asset(const QString &id) const;
    /// A value of a record in words, by its path; "not known" for none.
    QString valueText(const heritage::Asset &asset, const QString &path) const;
    QString nameOf(const heritage::Asset &asset) const; ///< in the program's language, else any; "Without a name"
    std::vector<heritage::Zone> zonesOf(const QString &assetId) const; ///< that name the record
    QStringList assetIds() const;                                      ///< of all records that are not in the trash
    QStringList zoneIds() const;
    std::vector<SavedSearch> savedSearches() const;
    QString searchId(const QString &name) const; ///< of a saved search of that name, or a new one

    /// Other people who are changing the record at their desks, in a shared workspace.
    QStringList editorsOf(const QString &assetId) const;
    /// The person here has begun, or ended, changing a record: the others see it.
    void setEditing(const QString &assetId, bool isEditing);
    bool isShared() const; ///< others change the workspace as well

    /// Runs an edit and tells failed() when it cannot be done.
    bool attempt(const Result<> &result);
    /// Copies files into the media folder in the background and then adds them to the record as one step.
    void addMedia(const QString &assetId, const QStringList &files);
    bool isImporting() const { return m_importing > 0; }
    workspace::TaskRunner &tasks() const { return m_tasks; }

signals:
    void opened();       ///< another workspace or profile
    void retranslated(); ///< another language
    void assetsChanged(const QStringList &ids);
    void zonesChanged(const QStringList &ids);
    void searchesChanged();
    void conceptsChanged(); ///< thesauri came or went
    void personChanged();
    void editorsChanged(); ///< somebody at another desk began or ended changing a record
    void
    editsSettled(const QString &assetId); ///< two versions were merged, or one given up: unsaved edits are done with
    void failed(const QString &sentence);
    void mediaAdded(const QString &assetId, int count);

private:
    void onChanged(const QStringList &keys);
    void readProfile();
    void readZones();
    void finishImport(const QString &assetId, const std::vector<storage::heritage::MediumFacts> &facts);

    workspace::TaskRunner &m_tasks;
    workspace::Workspace *m_workspace = nullptr;
    std::unique_ptr<workspace::Catalogue> m_catalogue;
    std::unique_ptr<workspace::ConceptShelf> m_shelf;
    std::shared_ptr<const heritage::Profile> m_profile;
    std::shared_ptr<const heritage::ReignTable> m_reigns;
    QHash<QString, QStringList> m_zonesByAsset; ///< read once, kept in step
    bool m_zonesKnown = false;
    mutable std::optional<QStringList> m_grades;
    int m_importing = 0;
};

} // namespace loci::widgets
