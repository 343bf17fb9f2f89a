// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/print/mapexporter.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/layers/panel.h"
#include "widgets/layers/viewaccess.h"
#include "widgets/map/mapsession.h"

#include <QPointer>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace loci::widgets {

class FrameOverlay;

/// Prints the map true to scale: paper, scale, a frame on the map, title block, and PDF, PNG or SVG. Its texts belong
/// to the workspace ("print/texts").
class PrintPanel final : public Panel
{
    Q_OBJECT
public:
    PrintPanel(MapSession &session, FilePrompt &files, QWidget *parent = nullptr);
    ~PrintPanel() override;
    void registerActions(ActionRegistry &actions); ///< "print.*"

    /// The map widget that the frame is drawn over, and its view. Call onViewChanged() after each movement of the map.
    void attach(QWidget *map, ViewAccess views);
    void onViewChanged();
    void refresh(); ///< after another workspace was opened

    map::PrintRequest request() const;
    void setScale(double scale);
    void setCentre(Vec2 centre);
    void fitView();  ///< centre of the view, and the scale at which all of it fits
    void exportAs(); ///< asks for the file
    void exportTo(const QString &path);
    void copyToClipboard();
    bool isExporting() const { return m_exporter.isRunning(); }
    FrameOverlay *overlay() const;

signals:
    void closed();
    void exported(const QString &path);
    void failed(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *buildPaper();
    QWidget *buildTexts();
    QWidget *buildContent();
    QWidget *buildFooter();
    void updateFrame();
    void storeTexts();
    map::PrintTexts texts() const;
    bool drawsQuickly() const;
    void onFinished(const Result<> &result);
    void showBusy(bool busy);

    MapSession &m_session;
    FilePrompt &m_files;
    ViewAccess m_views;
    map::MapExporter m_exporter;
    QPointer<FrameOverlay> m_overlay;
    Vec2 m_centre;
    double m_scale = 1000;
    bool m_placed = false;
    bool m_filling = false;
    QString m_target;

    QComboBox *m_paper = nullptr;
    QWidget *m_ownSize = nullptr;
    QDoubleSpinBox *m_width = nullptr;
    QDoubleSpinBox *m_height = nullptr;
    QButtonGroup *m_orientation = nullptr;
    QComboBox *m_scaleBox = nullptr;
    QComboBox *m_dpi = nullptr;
    std::vector<QLineEdit *> m_texts; ///< title, subtitle, organisation, author, source
    QCheckBox *m_titleBlock = nullptr;
    QCheckBox *m_legend = nullptr;
    QCheckBox *m_north = nullptr;
    QCheckBox *m_scaleBar = nullptr;
    QLabel *m_message = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_stop = nullptr;
};

} // namespace loci::widgets
