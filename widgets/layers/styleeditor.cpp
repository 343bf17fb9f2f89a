// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/styleeditor.h"

#include "widgets/common/tokens.h"
#include "widgets/layers/classlist.h"
#include "widgets/layers/colourbutton.h"
#include "widgets/layers/colourramps.h"
#include "widgets/layers/layerclasses.h"

#include <qgsvectorlayer.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>
#include <cmath>

namespace loci::widgets {

namespace {
constexpr double kScales[] = {0, 500, 1000, 2500, 5000, 10000, 25000, 50000, 100000, 250000, 1000000};

QIcon rampIcon(const QString &id)
{
    constexpr int kSteps = 7;
    QPixmap pixmap(QSize(84, 14) * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QList<QColor> colours = rampColours(id, kSteps);
    for (int i = 0; i < colours.size(); ++i) {
        painter.fillRect(QRectF(i * 84.0 / double(colours.size()), 0, 84.0 / double(colours.size()) + 0.5, 14),
                         colours[i]);
    }
    return pixmap;
}

void selectData(QComboBox *box, const QVariant &value)
{
    const int index = box->findData(value);
    if (index < 0 && value.isValid() && !value.toString().isEmpty()) {
        box->addItem(value.toString(), value);
        box->setCurrentIndex(box->count() - 1);
        return;
    }
    box->setCurrentIndex(std::max(index, 0));
}

QDoubleSpinBox *millimetres(QWidget *parent, double most)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setRange(0, most);
    box->setSingleStep(0.1);
    box->setDecimals(2);
    box->setSuffix(QStringLiteral(" mm"));
    return box;
}
} // namespace

StyleEditor::StyleEditor(workspace::TaskRunner &tasks, QWidget *parent) : Panel(parent), m_tasks(tasks)
{
    build();
    setLayer(nullptr);
}

void StyleEditor::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().padding);
    buildKinds();
    buildClasses();
    buildSymbol();
    buildLabels();
    buildScale();
}

QWidget *StyleEditor::addSection(std::function<QString()> title)
{
    auto *section = new QWidget(this);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap);
    if (title) {
        auto *heading = makeLabel(section);
        heading->setFont(tokenFont(tokens().fontBody, QFont::DemiBold));
        column->addWidget(heading);
        onLanguage([heading, title] { heading->setText(title()); });
    }
    layout()->addWidget(section);
    return section;
}

void StyleEditor::buildKinds()
{
    QWidget *section = addSection([] { return tr("Draw by"); });
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    m_kinds = new QButtonGroup(this);
    for (const StyleKind kind : {StyleKind::Single, StyleKind::Categorised, StyleKind::Graduated}) {
        auto *button = makeButton(section);
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("kind%1").arg(int(kind)));
        m_kinds->addButton(button, int(kind));
        row->addWidget(button, 1);
    }
    section->layout()->addItem(row);
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int id) { setKind(StyleKind(id)); });
    onLanguage([this] {
        m_kinds->button(int(StyleKind::Single))->setText(tr("One colour"));
        m_kinds->button(int(StyleKind::Categorised))->setText(tr("Categories"));
        m_kinds->button(int(StyleKind::Graduated))->setText(tr("Values"));
    });
}

void StyleEditor::buildClasses()
{
    m_classes = addSection({});
    auto *form = makeForm();
    m_field = new QComboBox(m_classes);
    m_field->setObjectName(QStringLiteral("field"));
    m_count = new QSpinBox(m_classes);
    m_count->setObjectName(QStringLiteral("classCount"));
    m_count->setRange(2, kMostClasses);
    m_mode = new QComboBox(m_classes);
    m_mode->setObjectName(QStringLiteral("mode"));
    for (const ClassMode mode : {ClassMode::Quantile, ClassMode::Equal, ClassMode::Natural, ClassMode::Pretty}) {
        m_mode->addItem({}, int(mode));
    }
    m_ramp = new QComboBox(m_classes);
    m_ramp->setObjectName(QStringLiteral("ramp"));
    m_ramp->setIconSize(QSize(84, 14));
    m_inverted = new QCheckBox(m_classes);
    m_list = new ClassList(m_classes);
    auto *fieldLabel = makeLabel(m_classes);
    auto *countLabel = makeLabel(m_classes);
    auto *modeLabel = makeLabel(m_classes);
    m_modeLabel = modeLabel;
    auto *rampLabel = makeLabel(m_classes);
    form->addRow(fieldLabel, m_field);
    form->addRow(countLabel, m_count);
    form->addRow(modeLabel, m_mode);
    form->addRow(rampLabel, m_ramp);
    form->addRow(nullptr, m_inverted);
    m_classes->layout()->addItem(form);
    m_classes->layout()->addWidget(m_list);
    const auto choicesChanged = [this] {
        if (!m_filling) {
            reclassify();
        }
    };
    connect(m_field, &QComboBox::activated, this, choicesChanged);
    connect(m_count, &QSpinBox::valueChanged, this, choicesChanged);
    connect(m_mode, &QComboBox::activated, this, choicesChanged);
    connect(m_ramp, &QComboBox::activated, this, choicesChanged);
    connect(m_inverted, &QCheckBox::toggled, this, choicesChanged);
    onLanguage([this, fieldLabel, countLabel, modeLabel, rampLabel] {
        fieldLabel->setText(tr("Field"));
        countLabel->setText(tr("Classes"));
        modeLabel->setText(tr("Breaks"));
        rampLabel->setText(tr("Colours"));
        m_inverted->setText(tr("Reverse colours"));
        m_mode->setItemText(0, tr("Equal counts"));
        m_mode->setItemText(1, tr("Equal steps"));
        m_mode->setItemText(2, tr("Natural breaks"));
        m_mode->setItemText(3, tr("Round numbers"));
        m_list->update();
    });
}

void StyleEditor::buildSymbol()
{
    QWidget *section = addSection([] { return tr("Symbol"); });
    auto *form = makeForm();
    m_fill = new ColourButton(section);
    m_fill->setObjectName(QStringLiteral("fill"));
    m_outlineRow = new QWidget(section);
    auto *row = new QHBoxLayout(m_outlineRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_outline = new ColourButton(m_outlineRow);
    m_outline->setObjectName(QStringLiteral("outline"));
    m_outlineWidth = millimetres(m_outlineRow, 10);
    row->addWidget(m_outline);
    row->addWidget(m_outlineWidth, 1);
    m_size = millimetres(section, 50);
    m_size->setObjectName(QStringLiteral("size"));
    m_opacity = new QSlider(Qt::Horizontal, section);
    m_opacity->setObjectName(QStringLiteral("opacity"));
    m_opacity->setRange(0, 100);
    auto *percent = makeLabel(section, "muted");
    percent->setMinimumWidth(40);
    percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *opacityRow = new QHBoxLayout;
    opacityRow->addWidget(m_opacity, 1);
    opacityRow->addWidget(percent);
    auto *fillLabel = makeLabel(section);
    auto *outlineLabel = makeLabel(section);
    auto *sizeLabel = makeLabel(section);
    auto *opacityLabel = makeLabel(section);
    m_fillLabel = fillLabel;
    m_outlineLabel = outlineLabel;
    m_sizeLabel = sizeLabel;
    form->addRow(fillLabel, m_fill);
    form->addRow(outlineLabel, m_outlineRow);
    form->addRow(sizeLabel, m_size);
    form->addRow(opacityLabel, opacityRow);
    section->layout()->addItem(form);
    const auto changed = [this] { apply(); };
    connect(m_fill, &ColourButton::colourChosen, this, changed);
    connect(m_outline, &ColourButton::colourChosen, this, changed);
    connect(m_outlineWidth, &QDoubleSpinBox::valueChanged, this, changed);
    connect(m_size, &QDoubleSpinBox::valueChanged, this, changed);
    connect(m_opacity, &QSlider::valueChanged, this, [this, percent](int value) {
        percent->setText(tr("%1 %").arg(value));
        apply();
    });
    onLanguage([this, fillLabel, outlineLabel, opacityLabel] {
        fillLabel->setText(tr("Colour"));
        outlineLabel->setText(tr("Outline"));
        opacityLabel->setText(tr("Opacity"));
        showParts();
    });
}

void StyleEditor::buildLabels()
{
    QWidget *section = addSection({});
    m_labels = new QCheckBox(section);
    m_labels->setObjectName(QStringLiteral("labels"));
    m_labels->setFont(tokenFont(tokens().fontBody, QFont::DemiBold));
    section->layout()->addWidget(m_labels);
    m_labelParts = new QWidget(section);
    auto *form = makeForm();
    m_labelParts->setLayout(form);
    m_labelField = new QComboBox(m_labelParts);
    m_labelField->setObjectName(QStringLiteral("labelField"));
    m_labelSize = new QDoubleSpinBox(m_labelParts);
    m_labelSize->setRange(4, 72);
    m_labelSize->setDecimals(1);
    m_labelSize->setSuffix(QStringLiteral(" pt"));
    m_halo = new QCheckBox(m_labelParts);
    auto *fieldLabel = makeLabel(m_labelParts);
    auto *sizeLabel = makeLabel(m_labelParts);
    form->addRow(fieldLabel, m_labelField);
    form->addRow(sizeLabel, m_labelSize);
    form->addRow(nullptr, m_halo);
    section->layout()->addWidget(m_labelParts);
    connect(m_labels, &QCheckBox::toggled, this, [this] {
        showParts();
        apply();
    });
    connect(m_labelField, &QComboBox::activated, this, [this] { apply(); });
    connect(m_labelSize, &QDoubleSpinBox::valueChanged, this, [this] { apply(); });
    connect(m_halo, &QCheckBox::toggled, this, [this] { apply(); });
    onLanguage([this, fieldLabel, sizeLabel] {
        m_labels->setText(tr("Labels"));
        fieldLabel->setText(tr("Text"));
        sizeLabel->setText(tr("Size"));
        m_halo->setText(tr("Halo"));
    });
}

void StyleEditor::buildScale()
{
    QWidget *section = addSection([] { return tr("Shown at"); });
    auto *form = makeForm();
    m_smallest = new QComboBox(section);
    m_largest = new QComboBox(section);
    for (const double scale : kScales) {
        m_smallest->addItem({}, scale);
        m_largest->addItem({}, scale);
    }
    auto *from = makeLabel(section);
    auto *to = makeLabel(section);
    form->addRow(from, m_smallest);
    form->addRow(to, m_largest);
    section->layout()->addItem(form);
    connect(m_smallest, &QComboBox::activated, this, [this] { apply(); });
    connect(m_largest, &QComboBox::activated, this, [this] { apply(); });
    onLanguage([this, from, to] {
        from->setText(tr("From"));
        to->setText(tr("To"));
        for (int i = 1; i < m_smallest->count(); ++i) {
            const QString text = QStringLiteral("1:") + QLocale().toString(m_smallest->itemData(i).toDouble(), 'f', 0);
            m_smallest->setItemText(i, text);
            m_largest->setItemText(i, text);
        }
        m_smallest->setItemText(0, tr("any scale"));
        m_largest->setItemText(0, tr("any scale"));
    });
}

void StyleEditor::setLayer(QgsVectorLayer *layer)
{
    m_layer = layer;
    m_readField.clear();
    m_reading = 0;
    setEnabled(layer != nullptr);
    if (layer) {
        fillFields();
        show(readStyle(*layer));
    }
}

void StyleEditor::fillFields()
{
    m_filling = true;
    m_field->clear();
    m_labelField->clear();
    for (const QgsField &field : m_layer->fields()) {
        m_field->addItem(field.displayName(), field.name());
        m_labelField->addItem(field.displayName(), field.name());
    }
    m_filling = false;
}

void StyleEditor::fillRamps()
{
    m_ramp->clear();
    for (const ColourRamp &ramp : colourRamps()) {
        const bool fits = (ramp.kind == ColourRamp::Kind::Qualitative) == (m_style.kind == StyleKind::Categorised) ||
                          m_style.kind == StyleKind::Categorised;
        if (fits) {
            m_ramp->addItem(rampIcon(ramp.id), ramp.name, ramp.id);
        }
    }
    selectData(m_ramp, m_style.ramp);
}

void StyleEditor::show(const LayerStyle &style)
{
    m_filling = true;
    m_style = style;
    if (QAbstractButton *button = m_kinds->button(int(style.kind))) {
        button->setChecked(true);
    } else {
        m_kinds->setExclusive(false);
        for (QAbstractButton *kind : m_kinds->buttons()) {
            kind->setChecked(false);
        }
        m_kinds->setExclusive(true);
    }
    fillRamps();
    if (!style.field.isEmpty()) {
        selectData(m_field, style.field);
    }
    m_count->setValue(style.classCount);
    selectData(m_mode, int(style.mode));
    m_inverted->setChecked(style.inverted);
    m_fill->setColour(style.fill);
    m_outline->setColour(style.outline);
    m_outlineWidth->setValue(style.outlineWidth);
    m_size->setValue(style.size);
    m_opacity->setValue(int(std::lround(style.opacity * 100)));
    m_labels->setChecked(style.labels);
    if (!style.labelField.isEmpty()) {
        selectData(m_labelField, style.labelField);
    }
    m_labelSize->setValue(style.labelSize);
    m_halo->setChecked(style.labelHalo);
    selectData(m_smallest, style.smallestScale);
    selectData(m_largest, style.largestScale);
    m_list->setStyleShown(m_style);
    m_filling = false;
    showParts();
}

void StyleEditor::showParts()
{
    const Qgis::GeometryType type = m_layer ? m_layer->geometryType() : Qgis::GeometryType::Polygon;
    const bool classified = m_style.kind == StyleKind::Categorised || m_style.kind == StyleKind::Graduated;
    const bool graduated = m_style.kind == StyleKind::Graduated;
    if (m_classes) {
        m_classes->setVisible(classified);
        m_mode->setVisible(graduated);
        m_modeLabel->setVisible(graduated);
    }
    if (m_size) {
        const bool lines = type == Qgis::GeometryType::Line;
        m_fill->setVisible(!classified);
        m_fillLabel->setVisible(!classified);
        m_outlineRow->setVisible(!lines);
        m_outlineLabel->setVisible(!lines);
        m_size->setVisible(type != Qgis::GeometryType::Polygon);
        m_sizeLabel->setVisible(type != Qgis::GeometryType::Polygon);
        static_cast<QLabel *>(m_sizeLabel)->setText(lines ? tr("Width") : tr("Size"));
    }
    if (m_labelParts) {
        m_labelParts->setVisible(m_labels->isChecked());
    }
}

void StyleEditor::setKind(StyleKind kind)
{
    m_style.kind = kind;
    m_style.classes.clear();
    // A sensible ramp at once: told apart for categories, ordered for values.
    m_style.ramp = kind == StyleKind::Categorised ? QStringLiteral("okabe-ito") : QStringLiteral("viridis");
    m_filling = true;
    fillRamps();
    if (kind == StyleKind::Graduated && m_layer) {
        for (int i = 0; i < m_field->count() && !m_layer->fields().field(m_field->currentData().toString()).isNumeric();
             ++i) {
            m_field->setCurrentIndex(i); // the first field with numbers
        }
    }
    m_count->setValue(kind == StyleKind::Categorised ? kMostClasses : 5);
    m_filling = false;
    showParts();
    if (kind == StyleKind::Single) {
        apply();
    } else {
        reclassify();
    }
}

void StyleEditor::reclassify()
{
    if (!m_layer || m_field->currentIndex() < 0) {
        return;
    }
    m_style.field = m_field->currentData().toString();
    m_style.classCount = m_count->value();
    m_style.mode = ClassMode(m_mode->currentData().toInt());
    m_style.ramp = m_ramp->currentData().toString();
    m_style.inverted = m_inverted->isChecked();
    if (m_readField == m_style.field) {
        classesRead(m_summary);
        return;
    }
    if (m_reading) {
        m_tasks.cancel(m_reading);
    }
    const ScanSource source = makeScanSource(*m_layer);
    const QString field = m_style.field;
    m_reading = m_tasks.run(
        this, tr("Read the values of %1").arg(field),
        [source, field](const CancelToken &cancel, const ProgressFunction &progress) {
            return summariseField(source, field, cancel, progress);
        },
        [this, field, layer = m_layer](Result<FieldSummary> summary) {
            if (layer != m_layer || field != m_style.field) {
                return; // something else is being edited by now
            }
            m_reading = 0;
            if (!summary) {
                if (summary.error().code != ErrorCode::Cancelled) {
                    emit failed(summary.error().message);
                }
                return;
            }
            m_readField = field;
            m_summary = std::move(*summary);
            classesRead(m_summary);
        });
}

void StyleEditor::classesRead(const FieldSummary &summary)
{
    m_style.classes = classesOf(summary, m_style);
    if (m_style.classes.empty()) {
        emit failed(m_style.kind == StyleKind::Graduated
                        ? tr("The field “%1” has no numbers; draw it by categories.").arg(m_style.field)
                        : tr("The field “%1” is empty everywhere.").arg(m_style.field));
    }
    m_list->setStyleShown(m_style);
    apply();
}

void StyleEditor::apply()
{
    if (m_filling || !m_layer) {
        return;
    }
    m_style.fill = m_fill->colour();
    m_style.outline = m_outline->colour();
    m_style.outlineWidth = m_outlineWidth->value();
    m_style.size = m_size->value();
    m_style.opacity = m_opacity->value() / 100.0;
    m_style.labels = m_labels->isChecked();
    m_style.labelField = m_style.labels ? m_labelField->currentData().toString() : m_style.labelField;
    m_style.labelSize = m_labelSize->value();
    m_style.labelHalo = m_halo->isChecked();
    m_style.smallestScale = m_smallest->currentData().toDouble();
    m_style.largestScale = m_largest->currentData().toDouble();
    applyStyle(*m_layer, m_style);
    emit styleEdited();
}

} // namespace loci::widgets
