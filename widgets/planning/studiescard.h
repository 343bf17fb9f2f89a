// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/planeffects.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QTreeWidget;

namespace loci::widgets {

class SidePanel;

/// What a proposal does to sunlight and skyline, in the place of the details.
class StudiesCard final : public QWidget
{
    Q_OBJECT
public:
    explicit StudiesCard(QWidget *parent = nullptr);
    void show(const analysis::PlanEffects &effects, const QImage &skyline);
    const std::optional<analysis::PlanEffects> &effects() const { return m_effects; }
    int sunRows() const;

signals:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fitPicture();

    std::optional<analysis::PlanEffects> m_effects;
    QImage m_image;
    SidePanel *m_panel;
    QLabel *m_sunHead, *m_sunWords, *m_skyHead, *m_skyWords, *m_picture;
    QTreeWidget *m_sun;
};

} // namespace loci::widgets
