// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/cutpopover.h"

#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/scene/rangeslider.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

using scene::operator+;
using scene::operator-;
using scene::operator*;
using scene::dot;

namespace {

constexpr int kWidth = 320;
constexpr double kLeast = 0.05; ///< metres: a band is never empty
constexpr double kSmallBox = 40;

const QString kWhole = QStringLiteral("whole");
const QString kSection = QStringLiteral("section");
const QString kBox = QStringLiteral("box");

Vec3 directionOf(double azimuth)
{
    const double angle = azimuth * M_PI / 180;
    return {std::sin(angle), std::cos(angle), 0};
}

} // namespace

CutPopover::CutPopover(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_band(new RangeSlider(this))
    , m_from(makeSpin(" m", 2))
    , m_to(makeSpin(" m", 2))
    , m_azimuth(makeSpin("°", 0))
    , m_offset(makeSpin(" m", 1))
    , m_width(makeSpin(" m", 1))
    , m_depth(makeSpin(" m", 1))
    , m_shape(new SegmentedControl(this))
    , m_terrain(new QSlider(Qt::Horizontal, this))
    , m_heightsLabel(new QLabel(this))
    , m_fromLabel(new QLabel(this))
    , m_toLabel(new QLabel(this))
    , m_shapeLabel(new QLabel(this))
    , m_azimuthLabel(new QLabel(this))
    , m_offsetLabel(new QLabel(this))
    , m_widthLabel(new QLabel(this))
    , m_depthLabel(new QLabel(this))
    , m_terrainLabel(new QLabel(this))
    , m_terrainText(new QLabel(this))
    , m_aroundSelection(new QPushButton(this))
    , m_aroundView(new QPushButton(this))
    , m_reset(new QPushButton(this))
    , m_section(new QWidget(this))
    , m_box(new QWidget(this))
{
    setProperty("role", "floating");
    setFixedWidth(kWidth);
    m_from->setObjectName(QStringLiteral("cutFrom"));
    m_to->setObjectName(QStringLiteral("cutTo"));
    m_azimuth->setObjectName(QStringLiteral("cutAzimuth"));
    m_offset->setObjectName(QStringLiteral("cutOffset"));
    m_reset->setObjectName(QStringLiteral("cutReset"));
    m_terrain->setObjectName(QStringLiteral("cutTerrain"));
    m_azimuth->setRange(0, 359);
    m_azimuth->setWrapping(true);
    m_azimuth->setSingleStep(5);
    m_width->setRange(1, 100000);
    m_depth->setRange(1, 100000);
    m_terrain->setRange(0, 100);
    m_terrainText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QLabel *heading : {m_heightsLabel, m_shapeLabel, m_terrainLabel}) {
        heading->setFont(tokenFont(tokens().fontBody, QFont::DemiBold));
    }
    for (QLabel *label :
         {m_fromLabel, m_toLabel, m_azimuthLabel, m_offsetLabel, m_widthLabel, m_depthLabel, m_terrainText}) {
        label->setProperty("role", "muted");
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens().padding, tokens().padding, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    buildHeights(column);
    column->addWidget(makeLine(Qt::Horizontal, this));
    buildShape(column);
    column->addWidget(makeLine(Qt::Horizontal, this));
    auto *terrain = new QHBoxLayout;
    terrain->addWidget(m_terrainLabel, 1);
    terrain->addWidget(m_terrainText);
    column->addLayout(terrain);
    column->addWidget(m_terrain);
    column->addWidget(makeLine(Qt::Horizontal, this));
    column->addWidget(m_reset);

    for (QDoubleSpinBox *spin : {m_from, m_to, m_azimuth, m_offset, m_width, m_depth}) {
        connect(spin, &QDoubleSpinBox::valueChanged, this, &CutPopover::readControls);
    }
    connect(m_band, &RangeSlider::moved, this, [this](double low, double high) {
        m_showing = true;
        m_from->setValue(low);
        m_to->setValue(high);
        m_showing = false;
        readControls();
    });
    connect(m_shape, &SegmentedControl::chosen, this, &CutPopover::chooseShape);
    connect(m_terrain, &QSlider::valueChanged, this, &CutPopover::readControls);
    connect(m_aroundView, &QPushButton::clicked, this, [this] {
        Box3 box;
        box.include(m_place.focus);
        boxAround(box);
    });
    connect(m_aroundSelection, &QPushButton::clicked, this, [this] { boxAround(m_place.selection); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        show({});
        readControls();
    });
    retranslate();
}

QDoubleSpinBox *CutPopover::makeSpin(const char *suffix, int decimals)
{
    auto *spin = new QDoubleSpinBox(this);
    spin->setDecimals(decimals);
    spin->setSuffix(QString::fromUtf8(suffix));
    spin->setRange(-100000, 100000);
    spin->setKeyboardTracking(false); // a typed height counts when it is complete
    spin->setAccelerated(true);
    return spin;
}

void CutPopover::buildHeights(QVBoxLayout *column)
{
    column->addWidget(m_heightsLabel);
    column->addWidget(m_band);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens().gap);
    row->addWidget(m_fromLabel);
    row->addWidget(m_from, 1);
    row->addWidget(m_toLabel);
    row->addWidget(m_to, 1);
    column->addLayout(row);
}

void CutPopover::buildShape(QVBoxLayout *column)
{
    m_shape->addSegment(kWhole, QString(QLatin1Char('-')));
    m_shape->addSegment(kSection, QString(QLatin1Char('-')));
    m_shape->addSegment(kBox, QString(QLatin1Char('-')));
    column->addWidget(m_shapeLabel);
    column->addWidget(m_shape);
    const auto grid = [this](QWidget *page) {
        auto *layout = new QGridLayout(page);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(tokens().gap);
        layout->setColumnStretch(1, 1);
        layout->setColumnStretch(3, 1);
        return layout;
    };
    QGridLayout *section = grid(m_section);
    section->addWidget(m_azimuthLabel, 0, 0);
    section->addWidget(m_azimuth, 0, 1);
    section->addWidget(m_offsetLabel, 0, 2);
    section->addWidget(m_offset, 0, 3);
    QGridLayout *box = grid(m_box);
    box->addWidget(m_widthLabel, 0, 0);
    box->addWidget(m_width, 0, 1);
    box->addWidget(m_depthLabel, 0, 2);
    box->addWidget(m_depth, 0, 3);
    box->addWidget(m_aroundSelection, 1, 0, 1, 4);
    box->addWidget(m_aroundView, 2, 0, 1, 4);
    column->addWidget(m_section);
    column->addWidget(m_box);
}

void CutPopover::retranslate()
{
    m_heightsLabel->setText(tr("Heights shown"));
    m_fromLabel->setText(tr("From", "height"));
    m_toLabel->setText(tr("to", "height"));
    m_shapeLabel->setText(tr("Cut"));
    m_shape->setSegmentText(kWhole, tr("Nothing", "what is cut"));
    m_shape->setSegmentText(kSection, tr("Section"));
    m_shape->setSegmentText(kBox, tr("Box"));
    m_azimuthLabel->setText(tr("Look to"));
    m_offsetLabel->setText(tr("Place"));
    m_widthLabel->setText(tr("Width"));
    m_depthLabel->setText(tr("Depth"));
    m_aroundSelection->setText(tr("Around the selection"));
    m_aroundView->setText(tr("Around the middle of the view"));
    m_terrainLabel->setText(tr("See through the terrain"));
    m_reset->setText(tr("Show everything"));
    m_from->setAccessibleName(tr("Lowest height shown"));
    m_to->setAccessibleName(tr("Highest height shown"));
    m_band->setAccessibleName(tr("Heights shown"));
    m_azimuth->setAccessibleName(tr("Direction in which one looks at the section"));
    m_offset->setAccessibleName(tr("Place of the section"));
    m_width->setAccessibleName(tr("Width"));
    m_depth->setAccessibleName(tr("Depth"));
    m_terrain->setAccessibleName(tr("See through the terrain"));
}

void CutPopover::open(const QPoint &globalTopLeft, const scene::SceneCut &cut, const Place &place)
{
    m_place = place;
    show(cut);
    move(globalTopLeft);
    QFrame::show();
    m_from->setFocus();
    m_from->selectAll();
}

double CutPopover::reachAlong(double azimuth) const
{
    const Vec3 direction = directionOf(azimuth);
    const Vec3 half = (m_place.extent.max - m_place.extent.min) * 0.5;
    return std::abs(half.x * direction.x) + std::abs(half.y * direction.y);
}

void CutPopover::show(const scene::SceneCut &cut)
{
    m_showing = true;
    m_cut = cut;
    const Box3 &all = m_place.extent;
    const double bottom = all.isEmpty() ? 0 : std::floor(all.min.z * 10) / 10;
    const double top = all.isEmpty() ? 1 : std::ceil(all.max.z * 10) / 10;
    m_band->setRange(bottom, top);
    m_band->setValues(cut.lowest.value_or(bottom), cut.highest.value_or(top));
    m_from->setValue(cut.lowest.value_or(bottom));
    m_to->setValue(cut.highest.value_or(top));
    m_shape->setCurrent(cut.section ? kSection : (cut.box ? kBox : kWhole));
    if (cut.section) {
        m_azimuth->setValue(std::fmod(std::fmod(cut.section->azimuth, 360) + 360, 360));
        m_offset->setValue(dot(cut.section->place - all.centre(), directionOf(cut.section->azimuth)));
    }
    if (cut.box) {
        m_boxMiddle = cut.box->centre();
        m_width->setValue(cut.box->max.x - cut.box->min.x);
        m_depth->setValue(cut.box->max.y - cut.box->min.y);
    }
    m_terrain->setValue(static_cast<int>(std::lround((1 - cut.terrainOpacity) * 100)));
    m_showing = false;
    showShape();
}

void CutPopover::showShape()
{
    m_section->setVisible(m_shape->current() == kSection);
    m_box->setVisible(m_shape->current() == kBox);
    m_aroundSelection->setEnabled(!m_place.selection.isEmpty());
    m_reset->setEnabled(!(m_cut == scene::SceneCut()));
    m_terrainText->setText(QLocale().toString(m_terrain->value()) + QStringLiteral(" %"));
    adjustSize();
}

void CutPopover::chooseShape(const QString &shape)
{
    m_showing = true;
    if (shape == kSection && !m_cut.section) {
        m_azimuth->setValue(std::round(std::fmod(m_place.azimuth + 360, 360)));
        const Vec3 direction = directionOf(m_azimuth->value());
        m_offset->setValue(std::clamp(dot(m_place.focus - m_place.extent.centre(), direction),
                                      -reachAlong(m_azimuth->value()), reachAlong(m_azimuth->value())));
    }
    if (shape == kBox && !m_cut.box) {
        const Box3 &from = m_place.selection.isEmpty() ? m_place.extent : m_place.selection;
        const double shrink = m_place.selection.isEmpty() ? 0.5 : 1.5;
        m_boxMiddle = m_place.selection.isEmpty() ? m_place.focus : from.centre();
        m_width->setValue(std::max(kSmallBox, (from.max.x - from.min.x) * shrink));
        m_depth->setValue(std::max(kSmallBox, (from.max.y - from.min.y) * shrink));
    }
    m_showing = false;
    readControls();
}

void CutPopover::boxAround(const Box3 &box)
{
    m_boxMiddle = box.centre();
    if (box.max.x - box.min.x > 1) {
        m_showing = true;
        m_width->setValue(1.5 * (box.max.x - box.min.x));
        m_depth->setValue(1.5 * (box.max.y - box.min.y));
        m_showing = false;
    }
    readControls();
}

void CutPopover::readControls()
{
    if (m_showing) {
        return;
    }
    scene::SceneCut cut;
    const Box3 &all = m_place.extent;
    const double low = std::min(m_from->value(), m_to->value());
    const double high = std::max({m_from->value(), m_to->value(), low + kLeast});
    if (all.isEmpty() || low > all.min.z) {
        cut.lowest = low;
    }
    if (all.isEmpty() || high < all.max.z) {
        cut.highest = high;
    }
    m_band->setValues(low, high);
    if (m_shape->current() == kSection) {
        cut.section = {all.centre() + directionOf(m_azimuth->value()) * m_offset->value(), m_azimuth->value()};
    } else if (m_shape->current() == kBox) {
        Box3 box;
        const Vec3 half{m_width->value() / 2, m_depth->value() / 2, 0};
        box.include(m_boxMiddle - half);
        box.include(m_boxMiddle + half);
        box.min.z = all.isEmpty() ? -1e5 : all.min.z - 1;
        box.max.z = all.isEmpty() ? 1e5 : all.max.z + 1;
        cut.box = box;
    }
    cut.terrainOpacity = 1 - m_terrain->value() / 100.0;
    if (cut == m_cut) {
        showShape();
        return;
    }
    m_cut = cut;
    showShape();
    emit changed(m_cut);
}

} // namespace loci::widgets
