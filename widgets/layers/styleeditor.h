// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/taskrunner.h"
#include "widgets/layers/featurescan.h"
#include "widgets/layers/layerstyle.h"
#include "widgets/layers/panel.h"

#include <QPointer>

class QCheckBox;
class QButtonGroup;
class QComboBox;
class QDoubleSpinBox;
class QSlider;
class QSpinBox;
class QgsVectorLayer;

namespace loci::widgets {

class ClassList;
class ColourButton;

/// Edits the look of one vector layer. Every change is shown on the map at once (styleEdited()); storing it is up to
/// the panel around. Fields are read in the background.
class StyleEditor final : public Panel
{
    Q_OBJECT
public:
    explicit StyleEditor(workspace::TaskRunner &tasks, QWidget *parent = nullptr);
    void setLayer(QgsVectorLayer *layer); ///< nullptr: none
    const LayerStyle &style() const { return m_style; }

signals:
    void styleEdited(); ///< the layer shows it already
    void failed(const QString &message);

private:
    void build();
    void buildKinds();
    void buildClasses();
    void buildSymbol();
    void buildLabels();
    void buildScale();
    void fillFields();
    void show(const LayerStyle &style); ///< into the widgets
    void setKind(StyleKind kind);
    void showParts();
    void reclassify(); ///< reads the field, then applies
    void classesRead(const FieldSummary &summary);
    void apply();
    void fillRamps();
    QWidget *addSection(std::function<QString()> title);

    workspace::TaskRunner &m_tasks;
    QPointer<QgsVectorLayer> m_layer;
    LayerStyle m_style;
    bool m_filling = false;
    quint64 m_reading = 0;
    QString m_readField;    ///< field of m_summary
    FieldSummary m_summary; ///< kept, so that mode and number of classes change at once

    QButtonGroup *m_kinds = nullptr;
    QWidget *m_classes = nullptr;
    QComboBox *m_field = nullptr;
    QSpinBox *m_count = nullptr;
    QComboBox *m_mode = nullptr;
    QWidget *m_modeLabel = nullptr;
    QComboBox *m_ramp = nullptr;
    QCheckBox *m_inverted = nullptr;
    ClassList *m_list = nullptr;
    ColourButton *m_fill = nullptr;
    QWidget *m_fillLabel = nullptr;
    ColourButton *m_outline = nullptr;
    QDoubleSpinBox *m_outlineWidth = nullptr;
    QWidget *m_outlineRow = nullptr;
    QWidget *m_outlineLabel = nullptr;
    QDoubleSpinBox *m_size = nullptr;
    QWidget *m_sizeLabel = nullptr;
    QSlider *m_opacity = nullptr;
    QCheckBox *m_labels = nullptr;
    QWidget *m_labelParts = nullptr;
    QComboBox *m_labelField = nullptr;
    QDoubleSpinBox *m_labelSize = nullptr;
    QCheckBox *m_halo = nullptr;
    QComboBox *m_smallest = nullptr;
    QComboBox *m_largest = nullptr;
};

} // namespace loci::widgets
