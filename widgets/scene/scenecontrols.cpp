// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/scenecontrols.h"

#include "layers/scene/colouring.h"
#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/scene/scenelegend.h"

#include <QActionGroup>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr int kNarrow = 560; ///< below this width buttons are icons only

QToolButton *menuButton(QWidget *parent, const QString &iconName)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setProperty("kind", "quiet");
    return button;
}

/// The compass needle, turned to where north is in the picture.
QIcon needle(double azimuth)
{
    const int size = tokens().iconLarge;
    constexpr qreal kScale = 2;
    const QPixmap upright = iconPixmap(QStringLiteral("north"), tokens().text, size, kScale);
    QPixmap turned(upright.size());
    turned.setDevicePixelRatio(kScale);
    turned.fill(Qt::transparent);
    QPainter painter(&turned);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(size / 2.0, size / 2.0);
    painter.rotate(-azimuth);
    painter.drawPixmap(QPointF(-size / 2.0, -size / 2.0), upright);
    return QIcon(turned);
}

} // namespace

SceneControls::SceneControls(QWidget *view)
    : QObject(view)
    , m_view(view)
    , m_top(new FloatingBar(Qt::Horizontal, view))
    , m_side(new FloatingBar(Qt::Vertical, view))
    , m_legend(new SceneLegend(view))
{
    m_lod = menuButton(m_top, QStringLiteral("cube-3d"));
    m_sun = menuButton(m_top, QStringLiteral("sun"));
    m_sun->setPopupMode(QToolButton::DelayedPopup);
    m_colour = menuButton(m_top, QStringLiteral("palette"));
    m_cut = menuButton(m_top, QStringLiteral("section"));
    m_cut->setPopupMode(QToolButton::DelayedPopup);
    m_cut->setCheckable(true);
    for (QToolButton *button : {m_lod, m_sun, m_colour, m_cut}) {
        m_top->addWidget(button);
    }
    m_home = m_side->addButton(QStringLiteral("home"), {});
    m_in = m_side->addButton(QStringLiteral("plus"), {});
    m_out = m_side->addButton(QStringLiteral("minus"), {});
    m_north = m_side->addButton(QStringLiteral("north"), {});
    m_lod->setMenu(new QMenu(m_lod));
    m_colour->setMenu(new QMenu(m_colour));
    connect(m_lod->menu(), &QMenu::aboutToShow, this, &SceneControls::fillLodMenu);
    connect(m_colour->menu(), &QMenu::aboutToShow, this, &SceneControls::fillColourMenu);
    connect(m_sun, &QToolButton::clicked, this, &SceneControls::sunWanted);
    connect(m_cut, &QToolButton::clicked, this, [this] {
        setCutting(m_cutting); // it stays pressed while something is cut, not because it was clicked
        emit cutWanted();
    });
    connect(m_home, &QToolButton::clicked, this, &SceneControls::homeWanted);
    connect(m_in, &QToolButton::clicked, this, [this] { emit zoomWanted(0.6); });
    connect(m_out, &QToolButton::clicked, this, [this] { emit zoomWanted(1 / 0.6); });
    connect(m_north, &QToolButton::clicked, this, &SceneControls::northWanted);
    connect(m_legend, &SceneLegend::resized, this, &SceneControls::layOut);
    retranslate();
    setNorth(0);
}

void SceneControls::fillLodMenu()
{
    QMenu *menu = m_lod->menu();
    menu->clear();
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, const QString &lod) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(lod == m_currentLod);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, lod] { emit lodChosen(lod); });
    };
    add(tr("Automatic"), {});
    for (const QString &lod : m_lods) {
        add(tr("LoD %1").arg(lod), lod);
    }
}

void SceneControls::fillColourMenu()
{
    QMenu *menu = m_colour->menu();
    menu->clear();
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, const QString &by) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(by == m_currentColour);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, by] { emit coloursChosen(by); });
    };
    if (m_textures) {
        add(tr("Textures"), QLatin1String(scene::Colouring::kTexture));
    }
    add(tr("Surface type"), {});
    add(tr("Plain"), QLatin1String(scene::Colouring::kPlain));
    menu->addSeparator();
    QAction *edges = menu->addAction(tr("Edges of the buildings"));
    edges->setCheckable(true);
    edges->setChecked(m_edges);
    connect(edges, &QAction::triggered, this, &SceneControls::edgesChosen);
    if (m_scaled) {
        connect(menu->addAction(tr("Ramp and classes…")), &QAction::triggered, this, &SceneControls::scaleWanted);
    }
    if (!m_attributes.isEmpty()) {
        menu->addSeparator();
        for (const QString &name : m_attributes) {
            add(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")), name);
        }
    }
}

void SceneControls::setLods(const QStringList &lods, const QString &current)
{
    m_lods = lods;
    m_currentLod = current;
    updateTexts();
}

void SceneControls::setColours(const QStringList &attributes, bool textures, const QString &current)
{
    m_attributes = attributes;
    m_textures = textures;
    m_currentColour = current;
    updateTexts();
}

void SceneControls::setSun(const QDateTime &utc)
{
    m_sunTime = utc;
    updateTexts();
}

void SceneControls::setCutting(bool cutting)
{
    m_cutting = cutting;
    m_cut->setChecked(cutting);
}

void SceneControls::setNorth(double azimuth)
{
    if (m_north->icon().isNull() || std::abs(std::remainder(azimuth - m_azimuth, 360.0)) > 0.7) {
        m_azimuth = azimuth;
        m_north->setIcon(needle(azimuth));
    }
}

void SceneControls::setEnabled(bool enabled)
{
    for (QToolButton *button : {m_lod, m_colour, m_cut, m_home}) {
        button->setEnabled(enabled);
    }
}

void SceneControls::updateTexts()
{
    m_lod->setText(m_currentLod.isEmpty() ? tr("LoD automatic") : tr("LoD %1").arg(m_currentLod));
    m_sun->setText(m_sunTime.isValid()
                       ? QLocale().toString(m_sunTime.toLocalTime(), tr("d MMM, HH:mm", "date and time of the sun"))
                       : tr("Studio light"));
    QString colour = m_currentColour;
    if (colour.isEmpty()) {
        colour = tr("Surface type");
    } else if (colour == QLatin1String(scene::Colouring::kTexture)) {
        colour = tr("Textures");
    } else if (colour == QLatin1String(scene::Colouring::kPlain)) {
        colour = tr("Plain");
    }
    m_cut->setText(tr("Cut"));
    m_colour->setText(m_colour->fontMetrics().elidedText(colour, Qt::ElideMiddle, 140));
    layOut();
}

void SceneControls::retranslate()
{
    setTip(m_home, tr("Show everything"));
    setTip(m_in, tr("Zoom in"));
    setTip(m_out, tr("Zoom out"));
    setTip(m_north, tr("Turn north to the top"));
    setTip(m_lod, tr("Level of detail"));
    setTip(m_sun, tr("Date and time of the sun"));
    setTip(m_colour, tr("Colours of the buildings"));
    setTip(m_cut, tr("Heights, section and box that are shown"));
    m_legend->retranslate();
    updateTexts();
}

void SceneControls::retint()
{
    m_lod->setIcon(icon(QStringLiteral("cube-3d")));
    m_sun->setIcon(icon(QStringLiteral("sun")));
    m_colour->setIcon(icon(QStringLiteral("palette")));
    m_cut->setIcon(icon(QStringLiteral("section")));
    m_home->setIcon(icon(QStringLiteral("home")));
    m_in->setIcon(icon(QStringLiteral("plus")));
    m_out->setIcon(icon(QStringLiteral("minus")));
    m_north->setIcon(needle(m_azimuth));
    m_legend->update();
}

void SceneControls::layOut()
{
    const int gap = tokens().padding - FloatingBar::kShadow;
    const auto style = m_view->width() < kNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    for (QToolButton *button : {m_lod, m_sun, m_colour, m_cut}) {
        button->setToolButtonStyle(style);
    }
    for (QWidget *bar : {static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_side)}) {
        bar->adjustSize();
        bar->raise();
    }
    m_top->move(gap, gap);
    m_side->move(m_view->width() - m_side->width() - gap, gap);
    m_legend->move(tokens().padding, m_view->height() - m_legend->height() - tokens().padding);
    m_legend->raise();
}

} // namespace loci::widgets
