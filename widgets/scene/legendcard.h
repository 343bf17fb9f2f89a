// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenetypes.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace loci::widgets {

/// What the colours of the 3D view mean: a small floating card that folds to its title.
class LegendCard final : public QWidget
{
    Q_OBJECT
public:
    explicit LegendCard(QWidget *parent);
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
