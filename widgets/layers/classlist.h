// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layers/layerstyle.h"

#include <QWidget>

namespace loci::widgets {

/// The legend of a classified style while it is being edited: swatch, label, and always the hatched "no data".
class ClassList final : public QWidget
{
    Q_OBJECT
public:
    explicit ClassList(QWidget *parent = nullptr);
    void setStyleShown(const LayerStyle &style);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LayerStyle m_style;
};

} // namespace loci::widgets
