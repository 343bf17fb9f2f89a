// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/layerpropertiespanel.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"
#include "widgets/layers/styleeditor.h"

#include <qgsmaplayer.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

namespace loci::widgets {

namespace {
QString extentText(const QgsMapLayer &layer)
{
    const QgsRectangle e = layer.extent();
    if (e.isEmpty()) {
        return QStringLiteral("–");
    }
    const int decimals = layer.crs().isGeographic() ? 5 : 1;
    const auto n = [decimals](double value) { return QString::number(value, 'f', decimals); };
    return QStringLiteral("%1, %2\n%3, %4").arg(n(e.xMinimum()), n(e.yMinimum()), n(e.xMaximum()), n(e.yMaximum()));
}
} // namespace

LayerPropertiesPanel::LayerPropertiesPanel(MapSession &session, workspace::TaskRunner &tasks, FilePrompt &files,
                                           QWidget *parent)
    : Panel(parent)
    , m_session(session)
    , m_tasks(tasks)
    , m_files(files)
{
    build();
    setLayer({});
}

LayerPropertiesPanel::~LayerPropertiesPanel() = default;

void LayerPropertiesPanel::build()
{
    const Tokens &t = tokens();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(t.padding, t.gap, t.gap, 0);
    m_title = makeLabel(this, "title");
    auto *close = makeIconButton(this);
    close->setObjectName(QStringLiteral("close"));
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *content = new QWidget;
    content->setProperty("role", "panel");
    content->setAttribute(Qt::WA_StyledBackground, true);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(t.padding, 4, t.padding, t.padding);
    inner->setSpacing(t.padding);
    inner->addWidget(buildFacts());
    inner->addWidget(makeRule(content));
    m_problem = makeLabel(content, "sentence");
    m_problem->setWordWrap(true);
    m_problem->hide();
    inner->addWidget(m_problem);
    m_style = new StyleEditor(m_tasks, content);
    inner->addWidget(m_style);
    m_rasterPart = new QWidget(content);
    auto *raster = new QHBoxLayout(m_rasterPart);
    raster->setContentsMargins(0, 0, 0, 0);
    auto *opacityLabel = makeLabel(m_rasterPart);
    m_rasterOpacity = new QSlider(Qt::Horizontal, m_rasterPart);
    m_rasterOpacity->setRange(0, 100);
    raster->addWidget(opacityLabel);
    raster->addWidget(m_rasterOpacity, 1);
    inner->addWidget(m_rasterPart);
    inner->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    m_footer = buildFooter();
    column->addWidget(m_footer);
    connect(close, &QToolButton::clicked, this, [this] {
        store();
        emit closed();
    });
    connect(m_style, &StyleEditor::styleEdited, this, &LayerPropertiesPanel::onEdited);
    connect(m_style, &StyleEditor::failed, this, [this](const QString &message) { showSentence(m_problem, message); });
    connect(m_rasterOpacity, &QSlider::valueChanged, this, [this](int value) {
        if (m_layer && int(std::lround(m_layer->opacity() * 100)) != value) {
            m_layer->setOpacity(value / 100.0);
            m_layer->triggerRepaint();
            onEdited();
        }
    });
    onLanguage([this, close, opacityLabel] {
        m_title->setText(tr("Layer"));
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
        opacityLabel->setText(tr("Opacity"));
        showFacts();
    });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
}

QWidget *LayerPropertiesPanel::buildFacts()
{
    auto *facts = new QWidget(this);
    auto *form = makeForm();
    facts->setLayout(form);
    m_name = new QLineEdit(facts);
    m_name->setObjectName(QStringLiteral("name"));
    std::vector<QLabel *> names;
    const auto addRow = [&](QWidget *field) {
        names.push_back(makeLabel(facts, "muted"));
        form->addRow(names.back(), field);
    };
    const auto value = [&] {
        QLabel *label = makeLabel(facts);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setFont(tokenFont(tokens().fontBody));
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        return label;
    };
    m_source = value();
    m_crs = value();
    m_count = value();
    m_extent = value();
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_source, m_crs, m_count, m_extent}) {
        addRow(field);
    }
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const QString name = m_name->text().trimmed();
        if (m_layer && !name.isEmpty() && name != m_layer->name()) {
            const QString old = m_layer->name();
            m_layer->setName(name);
            m_session.commit(tr("Rename layer %1").arg(old));
        }
    });
    onLanguage([names] {
        const QString texts[] = {tr("Name"), tr("Source"), tr("Coordinates"), tr("Features"), tr("Extent")};
        for (std::size_t i = 0; i < names.size(); ++i) {
            names[i]->setText(texts[i]);
        }
    });
    return facts;
}

QWidget *LayerPropertiesPanel::buildFooter()
{
    auto *footer = new QWidget(this);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeRule(footer));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, tokens().gap);
    auto *load = makeButton(footer, "quiet");
    auto *save = makeButton(footer, "quiet");
    auto *revertButton = makeButton(footer);
    revertButton->setObjectName(QStringLiteral("revert"));
    auto *done = makeButton(footer, "primary");
    done->setObjectName(QStringLiteral("done"));
    row->addWidget(load);
    row->addWidget(save);
    row->addStretch(1);
    row->addWidget(revertButton);
    row->addWidget(done);
    column->addLayout(row);
    connect(load, &QPushButton::clicked, this, &LayerPropertiesPanel::loadStyle);
    connect(save, &QPushButton::clicked, this, &LayerPropertiesPanel::saveStyle);
    connect(revertButton, &QPushButton::clicked, this, &LayerPropertiesPanel::revert);
    connect(done, &QPushButton::clicked, this, [this] {
        store();
        emit closed();
    });
    onLanguage([load, save, revertButton, done] {
        load->setText(tr("Load…"));
        load->setToolTip(tr("Load a style from a QML file"));
        save->setText(tr("Save…"));
        save->setToolTip(tr("Save the style as a QML file"));
        revertButton->setText(tr("Revert"));
        done->setText(tr("Done"));
    });
    return footer;
}

QString LayerPropertiesPanel::layerId() const
{
    return m_layer ? m_layer->id() : QString();
}

void LayerPropertiesPanel::setLayer(const QString &layerId)
{
    store();
    followWorkspace();
    m_layer = layerId.isEmpty() ? nullptr : m_session.document().project().mapLayer(layerId);
    showSentence(m_problem, {});
    auto *vector = qobject_cast<QgsVectorLayer *>(m_layer.data());
    m_style->setLayer(vector);
    m_style->setVisible(vector && vector->isSpatial());
    m_rasterPart->setVisible(m_layer && !vector);
    if (m_layer) {
        m_before = styleOf(*m_layer);
        m_rasterOpacity->setValue(int(std::lround(m_layer->opacity() * 100)));
        QPointer<QgsMapLayer> shown(m_layer);
        connect(m_layer, &QgsMapLayer::nameChanged, this, &LayerPropertiesPanel::showFacts, Qt::UniqueConnection);
    }
    setEnabled(m_layer != nullptr);
    showFacts();
}

void LayerPropertiesPanel::followWorkspace()
{
    workspace::Workspace *current = m_session.currentWorkspace();
    if (!current || current == m_followed) {
        return;
    }
    m_followed = current;
    connect(current, &workspace::Workspace::changed, this, [this](const QStringList &keys) {
        const QString key = QLatin1String(workspace::key::kMapLayerPrefix) + layerId();
        if (m_layer && !m_edited && keys.contains(key)) {
            m_before = styleOf(*m_layer);
            m_style->setLayer(qobject_cast<QgsVectorLayer *>(m_layer.data()));
            m_rasterOpacity->setValue(int(std::lround(m_layer->opacity() * 100)));
        }
    });
}

void LayerPropertiesPanel::showFacts()
{
    if (!m_name) {
        return;
    }
    if (!m_layer) {
        for (QLabel *label : {m_source, m_crs, m_count, m_extent}) {
            label->setText(QStringLiteral("–"));
        }
        m_name->clear();
        return;
    }
    m_name->setText(m_layer->name());
    m_source->setText(QDir::toNativeSeparators(m_layer->publicSource(true)));
    const QgsCoordinateReferenceSystem crs = m_layer->crs();
    m_crs->setText(crs.isValid() ? QStringLiteral("%1 · %2").arg(crs.authid(), crs.description()) : tr("not stated"));
    const auto *vector = qobject_cast<const QgsVectorLayer *>(m_layer.data());
    const qint64 count = vector ? vector->featureCount() : -1;
    m_count->setText(count >= 0 ? QLocale().toString(count) : QStringLiteral("–"));
    m_extent->setText(extentText(*m_layer));
}

void LayerPropertiesPanel::onEdited()
{
    m_edited = true;
    if (m_problem->isVisible() && m_style->style().classes.size() > 0) {
        showSentence(m_problem, {});
    }
}

void LayerPropertiesPanel::store()
{
    if (!m_edited) {
        return;
    }
    m_edited = false;
    if (m_layer) {
        m_session.commit(tr("Change style of %1").arg(m_layer->name()));
        m_before = styleOf(*m_layer);
    }
}

void LayerPropertiesPanel::revert()
{
    if (!m_layer || !m_edited) {
        return;
    }
    const Result<> result = setStyle(*m_layer, m_before);
    if (!result) {
        showSentence(m_problem, result.error().message);
        return;
    }
    m_edited = false;
    m_style->setLayer(qobject_cast<QgsVectorLayer *>(m_layer.data()));
    m_rasterOpacity->setValue(int(std::lround(m_layer->opacity() * 100)));
}

QByteArray LayerPropertiesPanel::styleOf(QgsMapLayer &layer) const
{
    QDomDocument document;
    QString problem;
    layer.exportNamedStyle(document, problem);
    return document.toByteArray();
}

Result<> LayerPropertiesPanel::setStyle(QgsMapLayer &layer, const QByteArray &qml) const
{
    QDomDocument document;
    QString problem;
    if (!document.setContent(qml) || document.documentElement().tagName() != QLatin1String("qgis")) {
        return fail(ErrorCode::Invalid, tr("This file holds no QGIS layer style."));
    }
    if (!layer.importNamedStyle(document, problem)) {
        return fail(ErrorCode::Invalid, tr("This style does not fit the layer “%1”.").arg(layer.name()), problem);
    }
    layer.triggerRepaint();
    return {};
}

void LayerPropertiesPanel::loadStyle()
{
    const QStringList chosen = m_files.openFiles(this, tr("Load a style"), tr("QGIS layer style (*.qml)"));
    if (chosen.isEmpty() || !m_layer) {
        return;
    }
    QFile file(chosen.first());
    if (!file.open(QIODevice::ReadOnly)) {
        showSentence(m_problem, tr("“%1” cannot be read: %2").arg(chosen.first(), file.errorString()));
        return;
    }
    const Result<> result = setStyle(*m_layer, file.readAll());
    showSentence(m_problem, result ? QString() : result.error().message);
    if (result) {
        m_edited = true;
        m_style->setLayer(qobject_cast<QgsVectorLayer *>(m_layer.data()));
    }
}

void LayerPropertiesPanel::saveStyle()
{
    if (!m_layer) {
        return;
    }
    const std::optional<QString> path = m_files.saveFile(
        this, tr("Save the style"), m_layer->name() + QStringLiteral(".qml"), tr("QGIS layer style (*.qml)"));
    if (!path) {
        return;
    }
    QSaveFile file(*path);
    const QByteArray qml = styleOf(*m_layer);
    if (!file.open(QIODevice::WriteOnly) || file.write(qml) != qml.size() || !file.commit()) {
        showSentence(m_problem, tr("“%1” could not be written: %2").arg(*path, file.errorString()));
    }
}

void LayerPropertiesPanel::hideEvent(QHideEvent *event)
{
    store();
    Panel::hideEvent(event);
}

void LayerPropertiesPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        revert();
        emit closed();
        return;
    }
    Panel::keyPressEvent(event);
}

} // namespace loci::widgets
