// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgslayoutitem.h>

#include <QImage>

namespace loci::map {

/// A map picture that was drawn in the background before the layout is put together, so that writing the file does not
/// hold the window. Fills its whole rectangle.
class PrerenderedItem final : public QgsLayoutItem
{
    Q_OBJECT
public:
    PrerenderedItem(QgsLayout *layout, QImage picture);
    int type() const override { return UserType + 4711; }

protected:
    void draw(QgsLayoutItemRenderContext &context) override;

private:
    QImage m_picture;
};

} // namespace loci::map
