// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/colourscale.h"
#endif

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace loci::widgets {

class ClassHistogram;
class SegmentedControl;

/// The numbers of the attribute that colours the 3D view: their histogram, the colour ramp, how many classes and how
/// they are cut. Closes at a click elsewhere; what was chosen stays.
class ColourPopover final : public QFrame
{
    Q_OBJECT
public:
    explicit ColourPopover(QWidget *parent);
    void open(const QPoint &globalTopLeft, const QString &attribute, std::vector<double> numbers, const QString &scale);
    void retranslate();

signals:
    void changed(const QString &scale); ///< scene::ColourScale as text

private:
    void fillRamps();
    void readControls();
    static QString nameOf(scene::Ramp ramp);

    ClassHistogram *m_histogram;
    QComboBox *m_ramp;
    QCheckBox *m_reversed;
    QSpinBox *m_classes;
    SegmentedControl *m_cut;
    QLabel *m_title, *m_rampLabel, *m_classesLabel, *m_cutLabel;
    scene::ColourScale m_scale;
    bool m_showing = false; ///< values come from outside: nothing is told
};

} // namespace loci::widgets
