// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/legendcard.h"

#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <qgsexpressioncontextutils.h>
#include <qgslegendsymbolitem.h>
#include <qgsrendercontext.h>
#include <qgsrenderer.h>
#include <qgssymbol.h>
#include <qgssymbollayerutils.h>
#include <qgsvectorlayer.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace loci::widgets {

namespace {
constexpr int kShadow = FloatingBar::kShadow;
constexpr int kWidth = 216;
constexpr int kTitle = 34;
constexpr int kRow = 24;
constexpr int kSwatchWidth = 20;
constexpr int kMostRows = 60;
constexpr int kMostClasses = 14;

QPixmap preview(const QgsSymbol &symbol, double ratio)
{
    const QSize size = QSize(kSwatchWidth, 14) * ratio;
    QPixmap pixmap = QgsSymbolLayerUtils::symbolPreviewPixmap(&symbol, size, static_cast<int>(ratio));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}
} // namespace

LegendCard::LegendCard(map::MapDocument &document, QWidget *parent) : QWidget(parent), m_document(document)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::ArrowCursor);
    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(60);
    connect(&m_rebuild, &QTimer::timeout, this, &LegendCard::rebuild);
    connect(&document, &map::MapDocument::layersChanged, &m_rebuild, qOverload<>(&QTimer::start));
    connect(&document, &map::MapDocument::layerStyleChanged, &m_rebuild, qOverload<>(&QTimer::start));
    setAccessibleName(tr("Legend"));
    rebuild();
}

void LegendCard::setFolded(bool folded)
{
    m_folded = folded;
    fit();
}

void LegendCard::setMostHeight(int height)
{
    if (height != m_mostHeight) {
        m_mostHeight = height;
        takeHeight();
    }
}

void LegendCard::rebuild()
{
    m_rows.clear();
    const QList<QgsMapLayer *> layers = m_document.visibleLayers();
    const double ratio = devicePixelRatioF();
    for (const QgsMapLayer *layer : layers) {
        if (static_cast<int>(m_rows.size()) >= kMostRows) {
            break;
        }
        const auto *vector = qobject_cast<const QgsVectorLayer *>(layer);
        if (vector == nullptr || vector->renderer() == nullptr) {
            m_rows.push_back({layer->name(), iconPixmap(QStringLiteral("raster"), tokens().textMuted, 14, ratio),
                              Swatch::Symbol, false});
            continue;
        }
        const QgsLegendSymbolList items = vector->renderer()->legendSymbolItems();
        if (items.size() == 1 && items.first().symbol() != nullptr) {
            m_rows.push_back({layer->name(), preview(*items.first().symbol(), ratio), Swatch::Symbol, false});
            continue;
        }
        m_rows.push_back({layer->name(), {}, Swatch::None, false});
        int classes = 0;
        for (const QgsLegendSymbolItem &item : items) {
            if (++classes > kMostClasses) {
                m_rows.push_back(
                    {tr("%n more", nullptr, static_cast<int>(items.size()) - kMostClasses), {}, Swatch::None, true});
                break;
            }
            m_rows.push_back({item.label(), item.symbol() != nullptr ? preview(*item.symbol(), ratio) : QPixmap(),
                              item.symbol() != nullptr ? Swatch::Symbol : Swatch::None, true});
        }
        if (vector->renderer()->type() == QLatin1String("graduatedSymbol")) {
            m_rows.push_back({tr("No data"), {}, Swatch::Hatch, true});
        }
    }
    fit();
}

void LegendCard::fit()
{
    takeHeight();
    emit resized();
}

void LegendCard::takeHeight()
{
    m_contentHeight = static_cast<int>(m_rows.size()) * kRow;
    const int body = m_folded ? 0 : std::min(m_contentHeight + 6, std::max(kRow, m_mostHeight - kTitle));
    m_scroll = std::clamp(m_scroll, 0, std::max(0, m_contentHeight + 6 - body));
    setFixedSize(kWidth + 2 * kShadow, kTitle + body + 2 * kShadow);
    update();
}

void LegendCard::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Tokens &t = tokens();
    const QRectF box = QRectF(rect()).adjusted(kShadow - 0.5, kShadow - 0.5, 0.5 - kShadow, 0.5 - kShadow);
    paintShadow(painter, box, t.radius, kShadow);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.hairline, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(box, t.radius, t.radius);
    const int left = kShadow + t.padding;
    painter.setPen(t.text);
    painter.setFont(tokenFont(t.fontBody, QFont::DemiBold));
    painter.drawText(QRect(left, kShadow, kWidth - 48, kTitle), Qt::AlignVCenter, tr("Legend"));
    painter.drawPixmap(QPointF(width() - kShadow - t.padding - 14.0, kShadow + (kTitle - 14) / 2.0),
                       iconPixmap(m_folded ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), t.textMuted,
                                  14, devicePixelRatioF()));
    if (hasFocus()) {
        paintFocus(painter, box, t.radius);
    }
    if (m_folded) {
        return;
    }
    painter.setClipRect(QRect(kShadow, kShadow + kTitle, kWidth, height() - 2 * kShadow - kTitle - 2));
    int y = kShadow + kTitle - m_scroll;
    for (const Row &row : m_rows) {
        const int x = left + (row.child ? 8 : 0);
        const QRectF swatch(x, y + (kRow - 14) / 2.0, kSwatchWidth, 14);
        if (row.swatch == Swatch::Symbol) {
            painter.drawPixmap(swatch.topLeft(), row.symbol);
        } else if (row.swatch == Swatch::Hatch) {
            painter.setPen(QPen(t.textFaint, 1));
            painter.setBrush(QBrush(t.textFaint, Qt::BDiagPattern));
            painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5));
        }
        painter.setPen(row.swatch == Swatch::None && !row.child ? t.textMuted : t.text);
        painter.setFont(tokenFont(t.fontCaption));
        const int textX = row.swatch == Swatch::None ? x : x + kSwatchWidth + t.gap;
        const int room = width() - kShadow - t.padding - textX;
        painter.drawText(QRect(textX, y, room, kRow), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.text, Qt::ElideRight, room));
        y += kRow;
    }
}

void LegendCard::mousePressEvent(QMouseEvent *event)
{
    if (event->position().y() < kShadow + kTitle) {
        setFolded(!m_folded);
    }
    event->accept();
}

void LegendCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return) {
        setFolded(!m_folded);
        return;
    }
    QWidget::keyPressEvent(event);
}

void LegendCard::wheelEvent(QWheelEvent *event)
{
    m_scroll -= event->angleDelta().y() / 4;
    fit();
    event->accept();
}

void LegendCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        m_rebuild.start();
    }
}

} // namespace loci::widgets
