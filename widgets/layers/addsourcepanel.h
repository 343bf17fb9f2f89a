// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/taskrunner.h"
#include "widgets/common/prompts.h"
#include "widgets/layers/panel.h"
#include "widgets/map/mapsession.h"

class QLabel;
class QListWidget;
class QTabWidget;

namespace loci::widgets {

class ServiceTab;

/// The sheet behind "Add layer": a file, a web map, features of a service, or a database. What is chosen opens in the
/// background and becomes one undoable step.
class AddSourcePanel final : public Panel
{
    Q_OBJECT
public:
    enum class Tab { File, WebMap, Features, Database };

    AddSourcePanel(MapSession &session, workspace::TaskRunner &tasks, FilePrompt &files, QWidget *parent = nullptr);
    void setTab(Tab tab);
    void chooseFiles();
    void addFiles(const QStringList &paths);
    void addSources(const std::vector<map::SourceSpec> &sources);
    void refresh(); ///< base maps at hand, after another workspace was opened

signals:
    void closed();
    void added(const QStringList &layerIds);
    /// A file that is no map source but may be a city model or a workspace; the window knows what to do.
    void filesChosen(const QStringList &paths);
    void findingsReported(const loci::Findings &findings);
    void failed(const QString &message);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildFileTab();
    QWidget *buildBaseMaps();
    void fillBaseMaps();
    void onOpened(const QString &name, Result<Loaded<QStringList>> result);

    MapSession &m_session;
    FilePrompt &m_files;
    QTabWidget *m_tabs = nullptr;
    ServiceTab *m_webMap = nullptr;
    ServiceTab *m_features = nullptr;
    ServiceTab *m_database = nullptr;
    QListWidget *m_baseMaps = nullptr;
    QLabel *m_message = nullptr;
    int m_opening = 0;
    QStringList m_openedIds;
    QString m_openedName;
};

} // namespace loci::widgets
