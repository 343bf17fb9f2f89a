// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/colourpopover.h"

#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/tokens.h"
#include "widgets/scene/classhistogram.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QSpinBox>

namespace loci::widgets {

namespace {

constexpr int kWidth = 340;
const QString kCounts = QStringLiteral("counts");
const QString kSteps = QStringLiteral("steps");

QIcon swatchOf(scene::Ramp ramp, bool reversed)
{
    constexpr int kWide = 72, kHigh = 14;
    QPixmap pixmap(kWide, kHigh);
    QPainter painter(&pixmap);
    for (int x = 0; x < kWide; ++x) {
        const double place = static_cast<double>(x) / (kWide - 1);
        const scene::Rgb colour = scene::rampColour(ramp, reversed ? 1 - place : place);
        painter.fillRect(x, 0, 1, kHigh, QColor(colour.r, colour.g, colour.b));
    }
    return QIcon(pixmap);
}

} // namespace

ColourPopover::ColourPopover(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_histogram(new ClassHistogram(this))
    , m_ramp(new QComboBox(this))
    , m_reversed(new QCheckBox(this))
    , m_classes(new QSpinBox(this))
    , m_cut(new SegmentedControl(this))
    , m_title(new QLabel(this))
    , m_rampLabel(new QLabel(this))
    , m_classesLabel(new QLabel(this))
    , m_cutLabel(new QLabel(this))
{
    setProperty("role", "floating");
    setFixedWidth(kWidth);
    m_ramp->setObjectName(QStringLiteral("colourRamp"));
    m_ramp->setIconSize({72, 14});
    m_reversed->setObjectName(QStringLiteral("colourReversed"));
    m_classes->setObjectName(QStringLiteral("colourClasses"));
    m_classes->setRange(scene::ColourScale::kFewest, scene::ColourScale::kMost);
    m_cut->setObjectName(QStringLiteral("colourCut"));
    m_cut->addSegment(kCounts, QString(QLatin1Char('-')));
    m_cut->addSegment(kSteps, QString(QLatin1Char('-')));
    m_title->setFont(tokenFont(tokens().fontBody, QFont::DemiBold));
    for (QLabel *label : {m_rampLabel, m_classesLabel, m_cutLabel}) {
        label->setProperty("role", "muted");
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(tokens().padding, tokens().padding, tokens().padding, tokens().padding);
    grid->setSpacing(tokens().gap);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_title, 0, 0, 1, 3);
    grid->addWidget(m_histogram, 1, 0, 1, 3);
    grid->addWidget(m_rampLabel, 2, 0);
    grid->addWidget(m_ramp, 2, 1);
    grid->addWidget(m_reversed, 2, 2);
    grid->addWidget(m_classesLabel, 3, 0);
    grid->addWidget(m_classes, 3, 1, 1, 2);
    grid->addWidget(m_cutLabel, 4, 0);
    grid->addWidget(m_cut, 4, 1, 1, 2);
    connect(m_ramp, &QComboBox::currentIndexChanged, this, &ColourPopover::readControls);
    connect(m_reversed, &QCheckBox::toggled, this, &ColourPopover::readControls);
    connect(m_classes, &QSpinBox::valueChanged, this, &ColourPopover::readControls);
    connect(m_cut, &SegmentedControl::chosen, this, &ColourPopover::readControls);
    retranslate();
}

QString ColourPopover::nameOf(scene::Ramp ramp)
{
    switch (ramp) {
    case scene::Ramp::Viridis:
        return tr("Viridis", "colour ramp");
    case scene::Ramp::Cividis:
        return tr("Cividis", "colour ramp");
    case scene::Ramp::Magma:
        return tr("Magma", "colour ramp");
    case scene::Ramp::Greens:
        return tr("Greens", "colour ramp");
    case scene::Ramp::Heat:
        return tr("Yellow to red", "colour ramp");
    case scene::Ramp::BlueRed:
        return tr("Blue to red", "colour ramp");
    }
    return {};
}

void ColourPopover::fillRamps()
{
    const bool before = std::exchange(m_showing, true);
    m_ramp->clear();
    for (const scene::Ramp ramp : scene::allRamps()) {
        m_ramp->addItem(swatchOf(ramp, m_scale.reversed), nameOf(ramp), scene::rampKey(ramp));
    }
    m_ramp->setCurrentIndex(m_ramp->findData(scene::rampKey(m_scale.ramp)));
    m_showing = before;
}

void ColourPopover::retranslate()
{
    m_rampLabel->setText(tr("Ramp"));
    m_reversed->setText(tr("Reversed"));
    m_classesLabel->setText(tr("Classes"));
    m_cutLabel->setText(tr("Cut into"));
    m_cut->setSegmentText(kCounts, tr("Equal counts"));
    m_cut->setSegmentText(kSteps, tr("Equal steps"));
    m_ramp->setAccessibleName(tr("Colour ramp"));
    m_classes->setAccessibleName(tr("Number of classes"));
    fillRamps();
}

void ColourPopover::open(const QPoint &globalTopLeft, const QString &attribute, std::vector<double> numbers,
                         const QString &scale)
{
    m_showing = true;
    m_scale = scene::ColourScale::fromText(scale);
    m_title->setText(m_title->fontMetrics().elidedText(attribute, Qt::ElideRight, kWidth - 2 * tokens().padding));
    m_reversed->setChecked(m_scale.reversed);
    m_classes->setValue(m_scale.classes);
    m_cut->setCurrent(m_scale.cut == scene::ColourScale::Cut::EqualSteps ? kSteps : kCounts);
    fillRamps();
    m_histogram->setScale(m_scale);
    m_histogram->setNumbers(std::move(numbers));
    m_showing = false;
    adjustSize();
    move(globalTopLeft);
    QFrame::show();
    m_ramp->setFocus();
}

void ColourPopover::readControls()
{
    if (m_showing) {
        return;
    }
    QStringList words{m_ramp->currentData().toString(), QString::number(m_classes->value())};
    if (m_reversed->isChecked()) {
        words << QStringLiteral("reversed");
    }
    if (m_cut->current() == kSteps) {
        words << kSteps;
    }
    const scene::ColourScale scale = scene::ColourScale::fromText(words.join(QLatin1Char(',')));
    if (scale == m_scale) {
        return;
    }
    const bool turned = scale.reversed != m_scale.reversed;
    m_scale = scale;
    if (turned) {
        fillRamps();
    }
    m_histogram->setScale(m_scale);
    emit changed(m_scale.text());
}

} // namespace loci::widgets
