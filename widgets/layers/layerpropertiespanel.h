// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/taskrunner.h"
#include "widgets/common/prompts.h"
#include "widgets/layers/panel.h"
#include "widgets/map/mapsession.h"

#include <QByteArray>
#include <QPointer>

class QLabel;
class QLineEdit;
class QgsMapLayer;
class QSlider;

namespace loci::widgets {

class StyleEditor;

/// A side sheet about one layer: what it is and how it looks. Changes show on the map at once; leaving the sheet,
/// another layer or "Done" stores them as one undoable step, "Revert" takes them back.
class LayerPropertiesPanel final : public Panel
{
    Q_OBJECT
public:
    LayerPropertiesPanel(MapSession &session, workspace::TaskRunner &tasks, FilePrompt &files,
                         QWidget *parent = nullptr);
    ~LayerPropertiesPanel() override;
    void setLayer(const QString &layerId); ///< stores what was being edited; empty: nothing
    QString layerId() const;
    bool isEdited() const { return m_edited; }
    void store();
    void revert();
    void loadStyle(); ///< QML
    void saveStyle();

signals:
    void closed();
    void failed(const QString &message);

protected:
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildFacts();
    QWidget *buildFooter();
    void showFacts();
    void onEdited();
    void followWorkspace(); ///< undo and redo come back into the editor
    QByteArray styleOf(QgsMapLayer &layer) const;
    Result<> setStyle(QgsMapLayer &layer, const QByteArray &qml) const;

    MapSession &m_session;
    workspace::TaskRunner &m_tasks;
    FilePrompt &m_files;
    QPointer<QgsMapLayer> m_layer;
    QPointer<workspace::Workspace> m_followed;
    QByteArray m_before; ///< style when the editing began
    bool m_edited = false;
    QLabel *m_title = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_source = nullptr;
    QLabel *m_crs = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_extent = nullptr;
    QLabel *m_problem = nullptr;
    StyleEditor *m_style = nullptr;
    QWidget *m_rasterPart = nullptr;
    QSlider *m_rasterOpacity = nullptr;
    QWidget *m_footer = nullptr;
};

} // namespace loci::widgets
