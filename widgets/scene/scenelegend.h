// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/scenetypes.h"
#endif

#include <QWidget>

class QLabel;
class QToolButton;

namespace loci::widgets {

/// What the colours of the 3D view mean: a small floating card that folds to its title.
class SceneLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit SceneLegend(QWidget *parent);
    void setLegend(const scene::Legend &legend); ///< an empty one hides the card
    void retranslate();

signals:
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Rows;
    void fold(bool folded);

    QLabel *m_title;
    QToolButton *m_fold;
    Rows *m_rows;
    bool m_folded = false;
};

} // namespace loci::widgets
