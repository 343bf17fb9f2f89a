// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>

namespace loci::widgets {

/// The four haves of a protected site as a ring of four parts with their number in the middle; what is missing is only
/// an outline.
class HavesRing final : public QWidget
{
    Q_OBJECT
public:
    explicit HavesRing(QWidget *parent = nullptr);
    void setDone(const std::array<bool, 4> &done);
    QSize sizeHint() const override { return {48, 48}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<bool, 4> m_done{};
};

} // namespace loci::widgets
