// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QImage>

namespace loci::widgets {

/// A large button of the welcome page: a picture or an icon, a title, and a line below it.
class WelcomeTile final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit WelcomeTile(const QString &icon, QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &detail);
    /// A picture above the words makes the tile tall; null: a quiet ground with the icon.
    void setPicture(const QImage &picture);
    void setPrimary(bool primary); ///< the one to try first: accent ground
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

    static constexpr int kPlain = 72;
    static constexpr int kTall = 176;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPicture(QPainter &painter, const QRectF &box);
    QString m_icon;
    QString m_detail;
    QImage m_picture;
    bool m_tall = false;
    bool m_primary = false;
};

} // namespace loci::widgets
