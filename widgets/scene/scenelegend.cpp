// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/scenelegend.h"

#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {

constexpr int kRow = 22, kSwatch = 16, kWidth = 220;

} // namespace

/// The lines: swatch, value, how many. "No data" is hatched, so that it differs from every colour in print as well.
class SceneLegend::Rows final : public QWidget
{
public:
    explicit Rows(QWidget *parent) : QWidget(parent) {}
    void setLegend(const scene::Legend &legend)
    {
        m_legend = legend;
        setFixedHeight(kRow * static_cast<int>(legend.entries.size()));
        update();
    }
    const scene::Legend &legend() const { return m_legend; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(tokenFont(tokens().fontCaption));
        int y = 0;
        for (const scene::LegendEntry &entry : m_legend.entries) {
            const QRectF swatch(0.5, y + (kRow - 12) / 2.0 + 0.5, kSwatch - 1, 11);
            const QColor colour(entry.colour.r, entry.colour.g, entry.colour.b);
            painter.setPen(QPen(tokens().outline, 1));
            painter.setBrush(colour);
            painter.drawRoundedRect(swatch, 2, 2);
            if (entry.isNoData) {
                painter.setBrush(QBrush(tokens().textMuted, Qt::BDiagPattern));
                painter.drawRoundedRect(swatch, 2, 2);
            }
            const QString count = QLocale().toString(static_cast<qulonglong>(entry.count));
            const int countWidth = painter.fontMetrics().horizontalAdvance(count);
            const QRect text(kSwatch + 8, y, width() - kSwatch - 16 - countWidth, kRow);
            painter.setPen(tokens().text);
            painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                             painter.fontMetrics().elidedText(label(entry), Qt::ElideRight, text.width()));
            painter.setPen(tokens().textMuted);
            painter.drawText(QRect(0, y, width(), kRow), Qt::AlignVCenter | Qt::AlignRight, count);
            y += kRow;
        }
    }

private:
    static QString label(const scene::LegendEntry &entry)
    {
        if (entry.isNoData) {
            return SceneLegend::tr("No data");
        }
        return entry.isOther ? SceneLegend::tr("Other values") : entry.label;
    }
    scene::Legend m_legend;
};

SceneLegend::SceneLegend(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_fold(new QToolButton(this))
    , m_rows(new Rows(this))
{
    setFixedWidth(kWidth);
    m_title->setFont(tokenFont(tokens().fontBody, QFont::DemiBold));
    m_fold->setProperty("kind", "quiet");
    m_fold->setAutoRaise(true);
    m_fold->setFixedSize(28, 28);
    connect(m_fold, &QToolButton::clicked, this, [this] { fold(!m_folded); });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_fold);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(tokens().padding, 4, tokens().gap, tokens().gap);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(m_rows);
    fold(false);
    hide();
}

void SceneLegend::setLegend(const scene::Legend &legend)
{
    m_rows->setLegend(legend);
    m_title->setText(m_title->fontMetrics().elidedText(legend.title, Qt::ElideRight, kWidth - 60));
    m_title->setToolTip(legend.title);
    setVisible(!legend.isEmpty());
    adjustSize();
    emit resized();
}

void SceneLegend::retranslate()
{
    fold(m_folded);
    m_rows->update();
}

void SceneLegend::fold(bool folded)
{
    m_folded = folded;
    m_rows->setVisible(!folded);
    m_fold->setIcon(icon(folded ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
    const QString tip = folded ? tr("Unfold the legend") : tr("Fold the legend");
    m_fold->setToolTip(tip);
    m_fold->setAccessibleName(tip);
    adjustSize();
    emit resized();
}

void SceneLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().hairline, 1));
    painter.setBrush(tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens().radius, tokens().radius);
}

} // namespace loci::widgets
