// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace loci::widgets {

/// Bottom right of the map: scale bar, coordinate under the pointer, coordinate system (a click chooses another).
class ScaleCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ScaleCard(QWidget *parent = nullptr);
    void setScale(double metresPerPixel);
    void setPlace(const QString &text);
    void setCrs(const QString &code, const QString &name);
    QWidget *crsButton() const;
    QSize sizeHint() const override;

    /// A round length (1, 2, 5 times a power of ten) whose bar is at most `pixels` wide.
    static double roundLength(double metresPerPixel, double pixels);

signals:
    void crsClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_metresPerPixel = 0;
    QLabel *m_place;
    QToolButton *m_crs;
};

} // namespace loci::widgets
