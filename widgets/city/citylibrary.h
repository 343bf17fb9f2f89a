// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/city/heights.h"
#include "layers/domain/city/mesh.h"
#include "layers/domain/city/modelshift.h"
#include "layers/formats/modelcache/openmodel.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

namespace loci::widgets {

/// A city-model reference of the workspace and, once it has been read, the model itself.
struct CityEntry
{
    QString id;
    QString name;
    QString path; ///< absolute
    bool visible = true;
    double opacity = 1;
    QString lod;                                                    ///< empty: automatic
    QString colourBy;                                               ///< empty: semantic surface type
    QString colourScale;                                            ///< of the numbers of an attribute; empty: as usual
    city::HeightReference heights = city::HeightReference::Unknown; ///< what the heights count from, as declared
    city::ModelAdjustment adjustment; ///< how the model is taken, against what its file says
    city::CityModelPtr source;        ///< as the file has it
    city::CityModelPtr model;         ///< as it is taken: adjusted; null while loading or when it could not be read
    std::vector<city::Footprint> footprints; ///< shared with the map
    /// What is written to files: the coordinates of a Chinese web map as they are, never passed off as others.
    city::CityModelPtr written() const
    {
        return adjustment.webDatum == geodesy::WebDatum::None ? model : city::adjusted(source, adjustment);
    }
    QString problem; ///< sentence when the file could not be read; the reference stays and can be repaired
    bool loading = false;
};

/// What the document `key` of a workspace says of a city model; nothing is read of the model itself.
CityEntry cityEntryOf(const workspace::Workspace &workspace, const QString &key);

/// The city models of the current workspace: reads them in the background, keeps them in step with the workspace's
/// documents, and turns edits into undoable commands. Large models are kept for quick opening in a folder beside the
/// workspace (formats::CacheFolder), after they are shown. Main thread.
class CityLibrary final : public QObject
{
    Q_OBJECT
public:
    explicit CityLibrary(workspace::TaskRunner &tasks, QObject *parent = nullptr);

    /// Replaces everything by the references of a workspace; models are read in the background.
    void setWorkspace(workspace::Workspace *workspace);

    /// Reads a file and, when it holds a model, adds a reference as one undoable step. A file that cannot be read
    /// changes nothing and is reported by failed().
    void addModel(const QString &path);
    void removeModel(const QString &id);
    void rename(const QString &id, const QString &name);
    void setVisible(const QString &id, bool visible);
    void setOpacity(const QString &id, double opacity);
    void setAppearance(const QString &id, const QString &lod, const QString &colourBy, const QString &colourScale = {});
    /// What the heights count from; said, not computed.
    void setHeightReference(const QString &id, city::HeightReference reference);
    /// How the model is taken from now on, in map and 3D; the file stays as it is. One undoable step.
    void adjust(const QString &id, const QString &title, const city::ModelAdjustment &adjustment);
    /// Points a reference whose file is gone to another path.
    void repair(const QString &id, const QString &path);
    /// Reads the file anew: another program changed it. The model that is there stays until the new one has been read.
    void reload(const QString &id);

    std::vector<CityEntry> entries() const; ///< in order of their ids' creation
    const CityEntry *entry(const QString &id) const;
    bool isLoading() const;

signals:
    void entriesChanged();               ///< anything of the list, models included
    void modelLoaded(const QString &id); ///< a model has been read and is in entries()
    void modelRemoved(const QString &id);
    void failed(const QString &message);
    void findingsReported(const loci::Findings &findings);

private:
    struct ReadResult
    {
        city::CityModelPtr source, model;
        std::vector<city::Footprint> footprints;
        Findings findings;
        std::shared_ptr<const formats::OpenedModel> toKeep; ///< read from a large source, not kept yet
    };
    void onDocumentsChanged(const QStringList &keys);
    void readInBackground(const QString &id, const QString &path, bool addWhenRead);
    void adjustInBackground(const QString &id);
    void take(const QString &id, Result<ReadResult> result);
    void store(const QString &title, const CityEntry &entry);
    void edit(const QString &id, const QString &title, const std::function<void(CityEntry &)> &change);
    QString newId(const QString &path) const;
    formats::CacheFolder cacheFolder() const;
    void keepInBackground(const ReadResult &result);
    static Result<ReadResult> read(const QString &path, const formats::CacheFolder &folder,
                                   const city::ModelAdjustment &adjustment, const CancelToken &cancel,
                                   const ProgressFunction &progress);

    workspace::TaskRunner &m_tasks;
    workspace::Workspace *m_workspace = nullptr;
    std::unique_ptr<QObject> m_scope; // dies with the workspace's turn: running reads of the old one are dropped
    std::map<QString, CityEntry> m_entries;
    std::map<QString, ReadResult> m_fresh; // read before the reference existed; taken when its document appears
};

} // namespace loci::widgets
