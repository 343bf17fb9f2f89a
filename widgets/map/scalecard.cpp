// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/scalecard.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/map/measuretool.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <cmath>

namespace loci::widgets {

namespace {
constexpr int kShadow = FloatingBar::kShadow;
constexpr int kWidth = 264;
constexpr int kHeight = 62;
constexpr double kBarPixels = 170;
} // namespace

ScaleCard::ScaleCard(QWidget *parent) : QWidget(parent), m_place(new QLabel(this)), m_crs(new QToolButton(this))
{
    setFixedSize(sizeHint());
    auto *row = new QHBoxLayout(this);
    const int pad = kShadow + tokens().padding;
    row->setContentsMargins(pad, 34, pad - 4, kShadow + 4);
    m_place->setProperty("role", "figure");
    m_place->setTextFormat(Qt::PlainText);
    m_place->setFont(tokenFont(tokens().fontCaption));
    m_crs->setProperty("kind", "link");
    m_crs->setFont(tokenFont(tokens().fontCaption));
    m_crs->setCursor(Qt::PointingHandCursor);
    row->addWidget(m_place, 1);
    row->addWidget(m_crs);
    connect(m_crs, &QToolButton::clicked, this, &ScaleCard::crsClicked);
}

QSize ScaleCard::sizeHint() const
{
    return {kWidth + 2 * kShadow, kHeight + 2 * kShadow};
}

QWidget *ScaleCard::crsButton() const
{
    return m_crs;
}

void ScaleCard::setScale(double metresPerPixel)
{
    m_metresPerPixel = metresPerPixel;
    update();
}

void ScaleCard::setPlace(const QString &text)
{
    m_place->setText(text);
}

void ScaleCard::setCrs(const QString &code, const QString &name)
{
    m_crs->setText(code.isEmpty() ? tr("No coordinate system") : code);
    m_crs->setToolTip(name.isEmpty() ? tr("Choose the coordinate system of the map")
                                     : tr("%1. Click to choose another coordinate system.").arg(name));
    m_crs->setAccessibleName(tr("Coordinate system of the map"));
}

double ScaleCard::roundLength(double metresPerPixel, double pixels)
{
    if (!(metresPerPixel > 0) || !std::isfinite(metresPerPixel)) {
        return 0;
    }
    const double most = metresPerPixel * pixels;
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0, 1.0}) {
        if (step * power <= most) {
            return step * power;
        }
    }
    return power;
}

void ScaleCard::paintEvent(QPaintEvent *event)
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
    const double length = roundLength(m_metresPerPixel, kBarPixels);
    if (length <= 0) {
        return;
    }
    const double pixels = length / m_metresPerPixel;
    const double x = kShadow + t.padding + 0.5;
    const double y = kShadow + 21.5;
    painter.setPen(QPen(t.text, 1.4, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(
        QPolygonF{QPointF(x, y - 6), QPointF(x, y), QPointF(x + pixels, y), QPointF(x + pixels, y - 6)});
    painter.drawLine(QPointF(x + pixels / 2, y - 4), QPointF(x + pixels / 2, y));
    painter.setFont(tokenFont(t.fontCaption));
    const QString text = length < 1000 ? MeasureTool::tr("%1 m").arg(length, 0, 'g', 4)
                                       : MeasureTool::tr("%1 km").arg(length / 1000, 0, 'g', 6);
    painter.drawText(QRectF(x + pixels + 10, y - 14, 80, 18), Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace loci::widgets
