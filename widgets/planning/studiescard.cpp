// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/studiescard.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/planning/planwords.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace loci::widgets {

StudiesCard::StudiesCard(QWidget *parent)
    : QWidget(parent)
    , m_panel(new SidePanel({}, this))
    , m_sunHead(new QLabel(this))
    , m_sunWords(new QLabel(this))
    , m_skyHead(new QLabel(this))
    , m_skyWords(new QLabel(this))
    , m_picture(new QLabel(this))
    , m_sun(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("planning.studies"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    QToolButton *close = m_panel->addAction(QStringLiteral("close"), tr("Back to the proposal"));
    connect(close, &QToolButton::clicked, this, &StudiesCard::closeRequested);
    auto *content = new QWidget(m_panel);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    for (QLabel *head : {m_skyHead, m_sunHead}) {
        head->setFont(tokenFont(tokens().fontTitle, QFont::DemiBold));
    }
    for (QLabel *words : {m_skyWords, m_sunWords}) {
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_sun->setColumnCount(4);
    m_sun->setRootIsDecorated(false);
    m_sun->setFrameShape(QFrame::NoFrame);
    m_sun->header()->setStretchLastSection(true);
    column->addWidget(m_skyHead);
    column->addWidget(m_picture);
    column->addWidget(m_skyWords);
    column->addWidget(makeLine(Qt::Horizontal, content));
    column->addWidget(m_sunHead);
    column->addWidget(m_sunWords);
    column->addWidget(m_sun, 1);
    m_panel->setContent(content);
    refresh();
}

void StudiesCard::show(const analysis::PlanEffects &effects, const QImage &skyline)
{
    m_effects = effects;
    m_image = skyline;
    refresh();
}

int StudiesCard::sunRows() const
{
    return m_sun->topLevelItemCount();
}

void StudiesCard::fitPicture()
{
    const int width = m_picture->width();
    if (m_image.isNull() || width < 20) {
        m_picture->setVisible(!m_image.isNull());
        return;
    }
    const qreal ratio = devicePixelRatioF();
    QPixmap shown =
        QPixmap::fromImage(m_image.scaledToWidth(static_cast<int>(width * ratio), Qt::SmoothTransformation));
    shown.setDevicePixelRatio(ratio);
    m_picture->setFixedHeight(static_cast<int>(shown.height() / ratio));
    m_picture->setPixmap(shown);
}

void StudiesCard::refresh()
{
    constexpr double kPercent = 100;
    m_panel->setTitle(tr("Sunlight and skyline"));
    m_skyHead->setText(m_effects && m_effects->skyline ? tr("Skyline from view %1").arg(m_effects->skyline->view)
                                                       : tr("Skyline"));
    m_sunHead->setText(tr("Sunlight"));
    m_sun->setHeaderLabels({tr("Building"), tr("Before, min"), tr("After, min"), tr("Lost, because of")});
    m_sun->setAccessibleName(tr("Sunlight that is lost"));
    m_sun->clear();
    if (!m_effects) {
        return;
    }
    if (const auto &sky = m_effects->skyline) {
        const auto share = [](const std::optional<double> &part) {
            return PlanWords::number(part ? std::optional(*part * kPercent) : std::nullopt, QStringLiteral("%"), 1);
        };
        m_skyWords->setText(tr("%1 of the outline changes. Of the landmark %2 is seen now, %3 afterwards.")
                                .arg(share(sky->changedShare), share(sky->landmarkBefore), share(sky->landmarkAfter)));
    } else {
        m_skyWords->setText(tr("There is no protected view to look from."));
    }
    m_sunWords->setText(
        tr("On the great cold day, %1 to %2 h true solar time, at window sills: %3 of %4 buildings near lose sun.")
            .arg(m_effects->count.begin)
            .arg(m_effects->count.end)
            .arg(m_effects->sun.size())
            .arg(m_effects->looked));
    for (const analysis::SunEffect &row : m_effects->sun) {
        auto *item = new QTreeWidgetItem(m_sun);
        item->setText(0, row.building);
        item->setText(1, PlanWords::number(row.leastBefore, {}, 0));
        item->setText(2, PlanWords::number(row.leastAfter, {}, 0));
        item->setText(3, tr("%1 min, %2").arg(PlanWords::number(row.mostLost, {}, 0), row.cause));
        item->setToolTip(3, item->text(3));
    }
    for (int column = 0; column < 3; ++column) {
        m_sun->resizeColumnToContents(column);
    }
    fitPicture();
}

void StudiesCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPicture();
}

void StudiesCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
