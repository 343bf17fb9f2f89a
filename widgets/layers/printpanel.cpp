// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/printpanel.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"
#include "widgets/layers/frameoverlay.h"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

namespace loci::widgets {

namespace {
constexpr qint64 kQuickFeatures = 20000; // drawn as vectors in well under a second

QString scaleText(double scale)
{
    return QStringLiteral("1:") + QLocale().toString(scale, 'f', 0);
}

/// "1:2 500", "2500", "1 : 2,500": the digits behind the colon; 0 when there are none.
double scaleFrom(const QString &text)
{
    QString digits = text.section(QLatin1Char(':'), -1);
    digits.remove(QRegularExpression(QStringLiteral("\\D")));
    return digits.toDouble();
}
} // namespace

PrintPanel::PrintPanel(MapSession &session, FilePrompt &files, QWidget *parent)
    : Panel(parent)
    , m_session(session)
    , m_files(files)
{
    build();
    refresh();
    connect(&m_exporter, &map::MapExporter::progressChanged, this,
            [this](double progress) { m_progress->setValue(int(std::lround(progress * 100))); });
    connect(&m_exporter, &map::MapExporter::succeeded, this, [this] { onFinished({}); });
    connect(&m_exporter, &map::MapExporter::failed, this, [this](const Error &error) { onFinished(fail(error)); });
    connect(&m_exporter, &map::MapExporter::pictureReady, this, [this](const QImage &picture) {
        showBusy(false);
        QApplication::clipboard()->setImage(picture);
        showSentence(m_message, tr("The map is in the clipboard."));
    });
}

PrintPanel::~PrintPanel()
{
    delete m_overlay.data();
}

void PrintPanel::build()
{
    const Tokens &t = tokens();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(t.padding, t.gap, t.gap, 0);
    auto *title = makeLabel(this, "title");
    auto *close = makeIconButton(this);
    head->addWidget(title, 1);
    head->addWidget(close);
    auto *content = new QWidget;
    content->setProperty("role", "panel");
    content->setAttribute(Qt::WA_StyledBackground, true);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(t.padding, 4, t.padding, t.padding);
    inner->setSpacing(t.padding);
    inner->addWidget(buildPaper());
    inner->addWidget(makeRule(content));
    inner->addWidget(buildTexts());
    inner->addWidget(makeRule(content));
    inner->addWidget(buildContent());
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
    column->addWidget(buildFooter());
    connect(close, &QToolButton::clicked, this, &PrintPanel::closed);
    onLanguage([title, close] {
        title->setText(tr("Print and export"));
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
    });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
}

QWidget *PrintPanel::buildPaper()
{
    auto *part = new QWidget(this);
    auto *form = makeForm();
    part->setLayout(form);
    m_paper = new QComboBox(part);
    m_paper->setObjectName(QStringLiteral("paper"));
    for (const map::PaperSize &size : map::paperSizes()) {
        m_paper->addItem(size.name, size.millimetres);
    }
    m_paper->addItem({}, QSizeF());
    m_ownSize = new QWidget(part);
    auto *own = new QHBoxLayout(m_ownSize);
    own->setContentsMargins(0, 0, 0, 0);
    const auto length = [this](double value) {
        auto *box = new QDoubleSpinBox(m_ownSize);
        box->setRange(50, 5000);
        box->setDecimals(0);
        box->setSuffix(QStringLiteral(" mm"));
        box->setValue(value);
        connect(box, &QDoubleSpinBox::valueChanged, this, &PrintPanel::updateFrame);
        return box;
    };
    m_width = length(300);
    m_height = length(200);
    own->addWidget(m_width);
    own->addWidget(m_height);
    m_ownSize->hide();
    m_orientation = new QButtonGroup(this);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(4);
    QPushButton *orientation[2];
    for (int i = 0; i < 2; ++i) {
        orientation[i] = makeButton(part);
        orientation[i]->setCheckable(true);
        m_orientation->addButton(orientation[i], i);
        sides->addWidget(orientation[i], 1);
    }
    orientation[0]->setChecked(true);
    orientation[0]->setObjectName(QStringLiteral("landscape"));
    orientation[1]->setObjectName(QStringLiteral("portrait"));
    m_scaleBox = new QComboBox(part);
    m_scaleBox->setObjectName(QStringLiteral("scale"));
    m_scaleBox->setEditable(true);
    m_scaleBox->setInsertPolicy(QComboBox::NoInsert);
    auto *fit = makeButton(part);
    fit->setObjectName(QStringLiteral("fit"));
    auto *scaleRow = new QHBoxLayout;
    scaleRow->setSpacing(4);
    scaleRow->addWidget(m_scaleBox, 1);
    scaleRow->addWidget(fit);
    m_dpi = new QComboBox(part);
    for (const int dpi : {150, 300, 600}) {
        m_dpi->addItem({}, dpi);
    }
    m_dpi->setCurrentIndex(1);
    QLabel *labels[4];
    for (QLabel *&label : labels) {
        label = makeLabel(part);
    }
    form->addRow(labels[0], m_paper);
    form->addRow(nullptr, m_ownSize);
    form->addRow(labels[1], sides);
    form->addRow(labels[2], scaleRow);
    form->addRow(labels[3], m_dpi);
    connect(m_paper, &QComboBox::currentIndexChanged, this, [this] {
        m_ownSize->setVisible(m_paper->currentIndex() == m_paper->count() - 1);
        updateFrame();
    });
    connect(m_orientation, &QButtonGroup::idClicked, this, &PrintPanel::updateFrame);
    connect(m_scaleBox, &QComboBox::activated, this, [this] { setScale(m_scaleBox->currentData().toDouble()); });
    connect(m_scaleBox->lineEdit(), &QLineEdit::editingFinished, this,
            [this] { setScale(scaleFrom(m_scaleBox->currentText())); });
    connect(fit, &QPushButton::clicked, this, &PrintPanel::fitView);
    onLanguage([this, fit, l0 = labels[0], l1 = labels[1], l2 = labels[2], l3 = labels[3], landscape = orientation[0],
                portrait = orientation[1]] {
        l0->setText(tr("Paper"));
        l1->setText(tr("Orientation"));
        l2->setText(tr("Scale"));
        l3->setText(tr("Resolution"));
        m_paper->setItemText(m_paper->count() - 1, tr("Own size"));
        landscape->setText(tr("Landscape"));
        portrait->setText(tr("Portrait"));
        fit->setText(tr("Fit the view"));
        for (int i = 0; i < m_dpi->count(); ++i) {
            m_dpi->setItemText(i, tr("%1 dots per inch").arg(m_dpi->itemData(i).toInt()));
        }
        m_filling = true;
        m_scaleBox->clear();
        for (const double scale : map::usualScales()) {
            m_scaleBox->addItem(scaleText(scale), scale);
        }
        m_scaleBox->setEditText(scaleText(m_scale));
        m_filling = false;
    });
    return part;
}

QWidget *PrintPanel::buildTexts()
{
    auto *part = new QWidget(this);
    auto *form = makeForm();
    part->setLayout(form);
    std::vector<QLabel *> labels;
    for (const char *name : {"title", "subtitle", "organisation", "author", "source"}) {
        auto *edit = new QLineEdit(part);
        edit->setObjectName(QLatin1String(name));
        connect(edit, &QLineEdit::editingFinished, this, &PrintPanel::storeTexts);
        m_texts.push_back(edit);
        labels.push_back(makeLabel(part));
        form->addRow(labels.back(), edit);
    }
    onLanguage([labels] {
        const QString names[] = {tr("Title"), tr("Subtitle"), tr("Organisation"), tr("Author"), tr("Data source")};
        for (std::size_t i = 0; i < labels.size(); ++i) {
            labels[i]->setText(names[i]);
        }
    });
    return part;
}

QWidget *PrintPanel::buildContent()
{
    auto *part = new QWidget(this);
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(tokens().gap);
    const auto check = [&](int row, int column) {
        auto *box = new QCheckBox(part);
        box->setChecked(true);
        grid->addWidget(box, row, column);
        return box;
    };
    m_titleBlock = check(0, 0);
    m_titleBlock->setObjectName(QStringLiteral("titleBlock"));
    m_legend = check(0, 1);
    m_north = check(1, 0);
    m_scaleBar = check(1, 1);
    connect(m_titleBlock, &QCheckBox::toggled, this, &PrintPanel::updateFrame);
    onLanguage([this] {
        m_titleBlock->setText(tr("Title block"));
        m_legend->setText(tr("Legend"));
        m_north->setText(tr("North arrow"));
        m_scaleBar->setText(tr("Scale bar"));
    });
    return part;
}

QWidget *PrintPanel::buildFooter()
{
    auto *footer = new QWidget(this);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeRule(footer));
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, tokens().gap);
    inner->setSpacing(tokens().gap);
    m_message = makeLabel(footer, "muted");
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_message->hide();
    m_progress = new QProgressBar(footer);
    m_progress->hide();
    auto *row = new QHBoxLayout;
    m_export = makeButton(footer, "primary");
    m_export->setObjectName(QStringLiteral("export"));
    m_copy = makeButton(footer);
    m_copy->setObjectName(QStringLiteral("copy"));
    m_stop = makeButton(footer);
    m_stop->hide();
    row->addWidget(m_export, 1);
    row->addWidget(m_copy);
    row->addWidget(m_stop);
    inner->addWidget(m_message);
    inner->addWidget(m_progress);
    inner->addLayout(row);
    column->addLayout(inner);
    connect(m_export, &QPushButton::clicked, this, &PrintPanel::exportAs);
    connect(m_copy, &QPushButton::clicked, this, &PrintPanel::copyToClipboard);
    connect(m_stop, &QPushButton::clicked, &m_exporter, &map::MapExporter::cancel);
    onLanguage([this] {
        m_export->setText(tr("Export…"));
        m_copy->setText(tr("Copy"));
        m_copy->setToolTip(tr("Copy the map in the frame to the clipboard"));
        m_stop->setText(tr("Stop"));
    });
    return footer;
}

void PrintPanel::registerActions(ActionRegistry &actions)
{
    const auto add = [&](const char *id, const char *name, const char *iconName, std::function<void()> run,
                         const QKeySequence &shortcut = {}) {
        ActionSpec spec;
        spec.id = id;
        spec.context = "loci::widgets::PrintPanel";
        spec.name = name;
        spec.icon = iconName;
        spec.shortcut = shortcut;
        spec.run = std::move(run);
        actions.add(std::move(spec));
    };
    add("print.export", QT_TRANSLATE_NOOP("loci::widgets::PrintPanel", "Export the map"), "download",
        [this] { exportAs(); });
    add(
        "print.copy", QT_TRANSLATE_NOOP("loci::widgets::PrintPanel", "Copy the map to the clipboard"), "copy",
        [this] { copyToClipboard(); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
}

void PrintPanel::attach(QWidget *map, ViewAccess views)
{
    m_views = std::move(views);
    delete m_overlay.data();
    m_overlay = map ? new FrameOverlay(map) : nullptr;
    if (m_overlay) {
        connect(m_overlay, &FrameOverlay::centreMoved, this, &PrintPanel::setCentre);
    }
    m_placed = false;
    if (isVisible()) {
        fitView();
        m_overlay->show();
    }
}

void PrintPanel::onViewChanged()
{
    if (m_overlay && m_views.extent) {
        m_overlay->setViewExtent(m_views.extent());
    }
}

void PrintPanel::refresh()
{
    const workspace::Workspace *workspace = m_session.currentWorkspace();
    const std::optional<QByteArray> stored =
        workspace ? workspace->document(QLatin1String(workspace::key::kPrintTexts)) : std::nullopt;
    const map::PrintTexts texts = map::PrintTexts::fromJson(stored.value_or(QByteArray()));
    const QString values[] = {texts.title, texts.subtitle, texts.organisation, texts.author, texts.source};
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        m_texts[i]->setText(values[i]);
    }
    m_placed = false;
}

map::PrintTexts PrintPanel::texts() const
{
    map::PrintTexts texts;
    QString *const values[] = {&texts.title, &texts.subtitle, &texts.organisation, &texts.author, &texts.source};
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        *values[i] = m_texts[i]->text().trimmed();
    }
    return texts;
}

void PrintPanel::storeTexts()
{
    workspace::Workspace *workspace = m_session.currentWorkspace();
    if (!workspace || workspace->isReadOnly()) {
        return;
    }
    const QString key = QLatin1String(workspace::key::kPrintTexts);
    const map::PrintTexts stored = map::PrintTexts::fromJson(workspace->document(key).value_or(QByteArray()));
    if (stored == texts()) {
        return;
    }
    const Result<> result = workspace->commit({tr("Change print texts"), {{key, {}, texts().toJson()}}});
    if (!result) {
        emit failed(result.error().message);
    }
}

map::PrintRequest PrintPanel::request() const
{
    map::PrintRequest request;
    request.project = &m_session.document().project();
    request.layers = m_session.document().visibleLayers();
    request.centre = m_centre;
    request.scale = m_scale;
    QSizeF paper = m_paper->currentData().toSizeF();
    if (!paper.isValid()) {
        paper = {m_width->value(), m_height->value()};
    } else if (m_orientation->checkedId() == 0) {
        paper.transpose();
    }
    request.page = paper;
    request.texts = texts();
    request.titleBlock = m_titleBlock->isChecked();
    request.legend = m_legend->isChecked();
    request.northArrow = m_north->isChecked();
    request.scaleBar = m_scaleBar->isChecked();
    request.dpi = m_dpi->currentData().toInt();
    request.fontFamily = tokens().fontFamily;
    return request;
}

void PrintPanel::setScale(double scale)
{
    if (m_filling) {
        return;
    }
    if (scale >= 1) {
        m_scale = scale;
    }
    m_scaleBox->setEditText(scaleText(m_scale));
    updateFrame();
}

void PrintPanel::setCentre(Vec2 centre)
{
    m_centre = centre;
    m_placed = true;
    updateFrame();
}

void PrintPanel::fitView()
{
    if (!m_views.extent) {
        return;
    }
    const Box3 view = m_views.extent();
    if (view.isEmpty()) {
        return;
    }
    m_centre = {view.centre().x, view.centre().y};
    m_placed = true;
    // A little inside, so that the whole frame is in sight.
    Box3 inner = view;
    const double dx = (view.max.x - view.min.x) * 0.1;
    const double dy = (view.max.y - view.min.y) * 0.1;
    inner.min = {view.min.x + dx, view.min.y + dy, 0};
    inner.max = {view.max.x - dx, view.max.y - dy, 0};
    const map::PrintRequest now = request();
    double scale = map::fittingScale(now, inner);
    // The next smaller one, when its frame is what fits into the view.
    const std::vector<double> &scales = map::usualScales();
    const auto found = std::find(scales.begin(), scales.end(), scale);
    if (found != scales.end() && found != scales.begin()) {
        scale = *(found - 1);
    }
    setScale(scale);
    onViewChanged();
}

void PrintPanel::updateFrame()
{
    if (!m_overlay || m_filling) {
        return;
    }
    const map::PrintRequest now = request();
    if (!map::checkRequest(now)) {
        m_overlay->setFrame({}, m_centre, {});
        return;
    }
    const QString paper = m_paper->currentData().toSizeF().isValid()
                              ? m_paper->currentText()
                              : QStringLiteral("%1 × %2 mm").arg(now.page.width()).arg(now.page.height());
    m_overlay->setFrame(map::frameOutline(now), m_centre, QStringLiteral("%1  %2").arg(paper, scaleText(m_scale)));
}

bool PrintPanel::drawsQuickly() const
{
    qint64 features = 0;
    for (const QgsMapLayer *layer : m_session.document().visibleLayers()) {
        const auto *vector = qobject_cast<const QgsVectorLayer *>(layer);
        if (!vector || vector->featureCount() < 0) {
            return false; // tiles and services may take any time
        }
        features += vector->featureCount();
    }
    return features <= kQuickFeatures;
}

void PrintPanel::exportAs()
{
    storeTexts();
    const QString name = m_texts[0]->text().trimmed().isEmpty() ? tr("Map") : m_texts[0]->text().trimmed();
    const std::optional<QString> path =
        m_files.saveFile(this, tr("Export the map"), name + QStringLiteral(".pdf"),
                         tr("PDF document (*.pdf);;PNG picture (*.png);;SVG drawing (*.svg)"));
    if (path) {
        exportTo(*path);
    }
}

void PrintPanel::exportTo(const QString &path)
{
    m_target = path;
    showSentence(m_message, {});
    const QString suffix = QFileInfo(path).suffix().toLower();
    if ((suffix == QLatin1String("pdf") || suffix == QLatin1String("svg")) && drawsQuickly()) {
        onFinished(map::exportMap(request(), path)); // everything as vectors
        return;
    }
    showBusy(true);
    m_exporter.start(request(), path);
}

void PrintPanel::copyToClipboard()
{
    m_target.clear();
    showSentence(m_message, {});
    if (!m_placed) {
        fitView();
    }
    map::PrintRequest now = request();
    now.dpi = std::min(now.dpi, 150);
    showBusy(true);
    m_exporter.startPicture(now);
}

void PrintPanel::onFinished(const Result<> &result)
{
    showBusy(false);
    if (result) {
        showSentence(m_message, tr("Written: %1").arg(QDir::toNativeSeparators(m_target)));
        emit exported(m_target);
        return;
    }
    showSentence(m_message, result.error().message);
    if (result.error().code != ErrorCode::Cancelled) {
        emit failed(result.error().message);
    }
}

void PrintPanel::showBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_stop->setVisible(busy);
    m_export->setVisible(!busy);
    m_copy->setVisible(!busy);
}

void PrintPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (!m_placed) {
        fitView();
    }
    if (m_overlay) {
        m_overlay->show();
        m_overlay->raise();
        onViewChanged();
        updateFrame();
    }
}

void PrintPanel::hideEvent(QHideEvent *event)
{
    storeTexts();
    if (m_overlay) {
        m_overlay->hide();
    }
    Panel::hideEvent(event);
}

FrameOverlay *PrintPanel::overlay() const
{
    return m_overlay;
}

} // namespace loci::widgets
