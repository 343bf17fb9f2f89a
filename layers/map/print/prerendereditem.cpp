// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/print/prerendereditem.h"

#include <qgslayoutitem.h>
#include <qgslayoututils.h>
#include <qgsrendercontext.h>

#include <QPainter>

namespace loci::map {

PrerenderedItem::PrerenderedItem(QgsLayout *layout, QImage picture)
    : QgsLayoutItem(layout)
    , m_picture(std::move(picture))
{
    setBackgroundEnabled(false);
    setFrameEnabled(false);
}

void PrerenderedItem::draw(QgsLayoutItemRenderContext &context)
{
    QPainter *painter = context.renderContext().painter();
    const double scale = context.renderContext().convertToPainterUnits(1, Qgis::RenderUnit::Millimeters);
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter->drawImage(QRectF(0, 0, rect().width() * scale, rect().height() * scale), m_picture);
    painter->restore();
}

} // namespace loci::map
