// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/importpanel.h"

#include "layers/formats/heritage/mappingfiles.h"
#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/planmodel.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace loci::widgets {

namespace {

constexpr int kSoonMs = 200;
constexpr int kMatchHeight = 210, kRowsHeight = 170, kNarrowest = 48;
constexpr char kMatch[] = "match";
constexpr std::array kFates = {PlanModel::Fate::Create, PlanModel::Fate::Update, PlanModel::Fate::Unchanged,
                               PlanModel::Fate::Reject};

QString stem(const QString &path)
{
    return QFileInfo(path).completeBaseName();
}

QComboBox *makeBox(QWidget *parent, const char *name)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

} // namespace

ImportPanel::ImportPanel(HeritageDesk &desk, FilePrompt &files, const QString &mappingFolder, QWidget *parent)
    : Panel(parent)
    , m_desk(desk)
    , m_files(files)
    , m_mappingFolder(mappingFolder)
    , m_model(new PlanModel(this))
    , m_soon(new QTimer(this))
{
    setObjectName(QStringLiteral("heritage.import"));
    m_soon->setSingleShot(true);
    m_soon->setInterval(kSoonMs);
    connect(m_soon, &QTimer::timeout, this, &ImportPanel::startPreview);
    connect(&m_desk, &HeritageDesk::opened, this, &ImportPanel::forget);
    build();
    forget();
}

void ImportPanel::build()
{
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding, t.gap, t.padding, t.padding);
    column->setSpacing(t.gap);
    auto *head = new QHBoxLayout;
    QLabel *title = makeLabel(this, "title");
    QToolButton *close = makeIconButton(this);
    head->addWidget(title, 1);
    head->addWidget(close);
    column->addLayout(head);
    m_choose = makeButton(this);
    m_choose->setObjectName(QStringLiteral("chooseFile"));
    column->addWidget(m_choose);
    m_facts = makeLabel(this, "caption");
    m_facts->setWordWrap(true);
    column->addWidget(m_facts);
    QFormLayout *form = makeForm();
    m_encoding = makeBox(this, "encoding");
    m_layer = makeBox(this, "layer");
    m_mappings = makeBox(this, "mapping");
    QLabel *encoding = makeLabel(this);
    m_layerName = makeLabel(this);
    QLabel *mapping = makeLabel(this);
    form->addRow(encoding, m_encoding);
    form->addRow(m_layerName, m_layer);
    form->addRow(mapping, m_mappings);
    column->addLayout(form);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setMaximumHeight(kMatchHeight);
    m_matchArea = area;
    column->addWidget(area);
    buildRows();
    connect(close, &QToolButton::clicked, this, &ImportPanel::closed);
    connect(m_choose, &QPushButton::clicked, this, &ImportPanel::chooseFile);
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_source.encoding = m_encoding->currentData().toString();
        readFile();
    });
    connect(m_layer, &QComboBox::activated, this, [this] {
        m_source.layer = m_layer->currentText();
        readFile();
    });
    connect(m_mappings, &QComboBox::activated, this, [this] { setMapping(m_mappings->currentData().toString()); });
    onLanguage([this, title, close, encoding, mapping] {
        title->setText(tr("Import records"));
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
        m_choose->setText(tr("Choose a file…"));
        encoding->setText(tr("Encoding"));
        m_layerName->setText(tr("Table"));
        showFacts();
        mapping->setText(tr("Mapping"));
        m_save->setText(tr("Save mapping…"));
        fillMappings();
        fillColumns();
        showPreview();
    });
    onTheme([this, close] {
        close->setIcon(icon(QStringLiteral("close")));
        m_choose->setIcon(icon(QStringLiteral("folder")));
    });
}

/// What becomes of the rows, and the two steps that follow.
void ImportPanel::buildRows()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_fates = new SegmentedControl(this);
    m_fates->addSegment(QStringLiteral("all"), tr("All"));
    for (const PlanModel::Fate fate : kFates) {
        m_fates->addSegment(heritage::fateName(fate), PlanModel::fateWord(fate));
    }
    column->addWidget(m_fates);
    m_table = new QTableView(this);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setMinimumSectionSize(kNarrowest);
    m_table->setMinimumHeight(kRowsHeight);
    column->addWidget(m_table, 1);
    m_counts = makeLabel(this, "muted");
    m_counts->setWordWrap(true);
    column->addWidget(m_counts);
    m_message = makeLabel(this, "muted");
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    column->addWidget(m_message);
    m_save = makeButton(this);
    m_save->setObjectName(QStringLiteral("saveMapping"));
    m_apply = makeButton(this, "primary");
    m_apply->setObjectName(QStringLiteral("apply"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    buttons->addWidget(m_apply);
    column->addLayout(buttons);
    connect(m_fates, &SegmentedControl::chosen, this, [this](const QString &fate) {
        for (const PlanModel::Fate each : kFates) {
            if (fate == heritage::fateName(each)) {
                m_model->setFate(each);
                return;
            }
        }
        m_model->setFate(std::nullopt);
    });
    connect(m_save, &QPushButton::clicked, this, &ImportPanel::saveMapping);
    connect(m_apply, &QPushButton::clicked, this, &ImportPanel::apply);
}

void ImportPanel::forget()
{
    ++m_asked;
    m_source = {};
    m_columns.clear();
    m_layers.clear();
    m_match = {};
    m_mapping.clear();
    m_preview.reset();
    m_soon->stop();
    showFacts();
    showLayers();
    fillMappings();
    fillColumns();
    showPreview();
}

void ImportPanel::chooseFile()
{
    const QStringList files = m_files.openFiles(
        window(), tr("Import heritage records"),
        tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods *.gpkg *.shp *.geojson *.json *.xml);;All files (*)"));
    if (!files.isEmpty()) {
        setFiles(files);
    }
}

void ImportPanel::setFiles(const QStringList &files)
{
    forget();
    for (const QString &file : files) {
        if (file.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive) ||
            file.endsWith(QLatin1String(".rdf"), Qt::CaseInsensitive)) {
            m_source.thesauri << file;
        } else if (m_source.path.isEmpty()) {
            m_source.path = file;
        } else {
            m_source.graphs << file;
        }
    }
    readFile();
}

void ImportPanel::readFile()
{
    if (m_source.path.isEmpty() || !m_desk.isOpen()) {
        return;
    }
    ++m_busy;
    const int asked = ++m_asked;
    m_message->setText(tr("Reading %1…").arg(QFileInfo(m_source.path).fileName()));
    m_desk.tasks().run(
        this, tr("Read %1").arg(QFileInfo(m_source.path).fileName()),
        [source = m_source](const CancelToken &cancel, const ProgressFunction &progress) {
            return formats::readRows(source, cancel, progress);
        },
        [this, asked](const Result<Loaded<heritage::RowTable>> &rows) {
            --m_busy;
            if (asked != m_asked) {
                return;
            }
            if (!rows) {
                m_message->setText(rows.error().message);
                emit failed(rows.error().message);
                return;
            }
            take(rows->value);
        });
}

void ImportPanel::take(const heritage::RowTable &table)
{
    m_columns = table.columns;
    m_layers = table.layers;
    m_format = table.format;
    m_recognised = table.encoding;
    m_crs = table.crs.section(QLatin1Char('['), 0, 0);
    m_rows = static_cast<int>(table.rows.size());
    showFacts();
    m_layer->clear();
    m_layer->addItems(m_layers);
    m_layer->setCurrentText(table.layer);
    showLayers();
    const bool shapes = std::any_of(table.rows.begin(), table.rows.end(),
                                    [](const heritage::RowTable::Row &row) { return !row.wkb.isEmpty(); });
    m_match = workspace::guessedMatch(m_columns, shapes);
    m_mapping.clear();
    fillMappings();
    fillColumns();
    m_soon->start();
}

/// What is known of the file, in the language that is spoken now.
void ImportPanel::showFacts()
{
    m_encoding->clear();
    if (m_columns.isEmpty()) {
        m_facts->setText(tr("CSV, XLSX, GeoPackage, Shapefile, GeoJSON, or business data of Arches. Nothing is written "
                            "before you have seen what becomes of every row."));
        return;
    }
    QStringList facts{QFileInfo(m_source.path).fileName(), m_format, tr("%n rows", nullptr, m_rows)};
    for (const QString &each : {m_recognised, m_crs}) {
        if (!each.isEmpty()) {
            facts << each;
        }
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_encoding->addItem(m_recognised.isEmpty() ? tr("as the file states") : tr("recognised: %1").arg(m_recognised),
                        QString());
    for (const char *name : {"UTF-8", "GB18030", "Latin-1 (Windows-1252)", "UTF-16"}) {
        m_encoding->addItem(QLatin1String(name), QLatin1String(name));
    }
    m_encoding->setCurrentIndex(std::max(0, m_encoding->findData(m_source.encoding)));
}

void ImportPanel::showLayers()
{
    m_layer->setVisible(m_layers.size() > 1);
    m_layerName->setVisible(m_layers.size() > 1);
}

/// Those first whose columns are all there.
void ImportPanel::fillMappings()
{
    if (m_mappings == nullptr) {
        return;
    }
    m_mappings->clear();
    m_mappings->addItem(tr("Match the columns here"), QLatin1String(kMatch));
    QStringList all;
    const QFileInfoList own = QDir(m_mappingFolder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : own) {
        all << file.filePath();
    }
    all << formats::bundledMappings();
    QString best;
    for (const QString &each : std::as_const(all)) {
        const auto mapping = formats::loadMapping(each);
        if (!mapping) {
            continue;
        }
        const QStringList wanted = mapping->columns();
        const bool fits =
            !m_columns.isEmpty() &&
            std::all_of(wanted.begin(), wanted.end(), [this](const QString &name) { return m_columns.contains(name); });
        if (fits && best.isEmpty()) {
            best = each;
        }
        m_mappings->addItem(mapping->name(dataLanguage()), each);
    }
    if (m_mapping.isEmpty()) {
        m_mapping = best.isEmpty() ? QLatin1String(kMatch) : best;
    }
    m_mappings->setCurrentIndex(std::max(0, m_mappings->findData(m_mapping)));
}

void ImportPanel::fillColumns()
{
    auto *area = static_cast<QScrollArea *>(m_matchArea);
    if (area == nullptr) {
        return;
    }
    auto *body = new QWidget;
    QFormLayout *form = makeForm();
    form->setContentsMargins(0, 0, tokens().gap, 0);
    body->setLayout(form);
    if (m_desk.profile() != nullptr && !m_columns.isEmpty()) {
        for (const workspace::ImportTarget &target : workspace::importTargets(*m_desk.profile(), dataLanguage())) {
            QComboBox *box = makeBox(body, "");
            box->setObjectName(QStringLiteral("column.") + target.id);
            box->addItem(target.isRequired ? tr("Choose…") : tr("left out"), QString());
            for (const QString &name : std::as_const(m_columns)) {
                box->addItem(name, name);
            }
            box->setCurrentIndex(std::max(0, box->findData(m_match.columns.value(target.id))));
            connect(box, &QComboBox::activated, this,
                    [this, box, id = target.id] { setColumn(id, box->currentData().toString()); });
            form->addRow(target.isRequired ? target.label + QStringLiteral(" *") : target.label, box);
        }
        QComboBox *crs = makeBox(body, "crs");
        crs->addItem(tr("as the file states"), QString());
        for (const char *name : {"EPSG:4326", "GCJ-02", "BD-09", "EPSG:4490", "EPSG:4548", "EPSG:2154", "EPSG:28992"}) {
            crs->addItem(QLatin1String(name), QLatin1String(name));
        }
        crs->setCurrentIndex(std::max(0, crs->findData(m_match.crs)));
        connect(crs, &QComboBox::activated, this, [this, crs] {
            m_match.crs = crs->currentData().toString();
            m_soon->start();
        });
        form->addRow(tr("Coordinates in"), crs);
    }
    area->setWidget(body);
    area->setVisible(m_mapping == QLatin1String(kMatch) && !m_columns.isEmpty());
    m_save->setEnabled(area->isVisibleTo(this));
}

void ImportPanel::setMapping(const QString &mapping)
{
    m_mapping = mapping;
    m_mappings->setCurrentIndex(std::max(0, m_mappings->findData(mapping)));
    fillColumns();
    m_soon->start();
}

void ImportPanel::setColumn(const QString &target, const QString &column)
{
    m_match.columns.insert(target, column);
    m_soon->start();
}

Result<heritage::ImportMapping> ImportPanel::mapping() const
{
    return m_mapping == QLatin1String(kMatch) ? workspace::mappingOf(m_match, *m_desk.profile(), stem(m_source.path))
                                              : formats::loadMapping(m_mapping);
}

void ImportPanel::startPreview()
{
    if (m_columns.isEmpty() || !m_desk.isOpen() || m_desk.profile() == nullptr) {
        return;
    }
    m_preview.reset();
    auto wanted = mapping();
    if (!wanted) {
        showPreview();
        m_message->setText(wanted.error().message);
        return;
    }
    workspace::ImportRequest request{{}, m_source, std::move(*wanted), m_desk.reader()};
    ++m_busy;
    const int asked = ++m_asked;
    showPreview();
    m_message->setText(tr("Looking at every row…"));
    m_desk.tasks().run(
        this, tr("Preview of the import"),
        [request = std::move(request)](const CancelToken &cancel, const ProgressFunction &progress)
            -> Result<std::shared_ptr<workspace::ImportPreview>> {
            LOCI_TRY(workspace::ImportPreview preview, workspace::previewImport(request, cancel, progress));
            return std::make_shared<workspace::ImportPreview>(std::move(preview));
        },
        [this, asked](const Result<std::shared_ptr<workspace::ImportPreview>> &preview) {
            --m_busy;
            if (asked != m_asked) {
                return;
            }
            m_preview = preview ? *preview : nullptr;
            showPreview();
            m_message->setText(preview ? QString() : preview.error().message);
            if (preview) {
                emit findingsReported((*preview)->findings);
            }
        });
}

void ImportPanel::showPreview()
{
    using Fate = PlanModel::Fate;
    const heritage::ImportPlan *plan = m_preview != nullptr ? &m_preview->plan : nullptr;
    m_model->setPlan(plan != nullptr ? std::shared_ptr<const heritage::ImportPlan>(m_preview, plan) : nullptr);
    m_table->resizeColumnsToContents();
    m_fates->setVisible(plan != nullptr);
    m_table->setVisible(plan != nullptr);
    m_counts->setVisible(plan != nullptr);
    m_apply->setEnabled(false);
    m_apply->setText(tr("Import"));
    if (plan == nullptr) {
        return;
    }
    m_fates->setSegmentText(QStringLiteral("all"), tr("All"));
    for (const Fate fate : kFates) {
        const int count = plan->count(fate) + (fate == Fate::Update ? plan->count(Fate::Joined) : 0);
        m_fates->setSegmentText(heritage::fateName(fate),
                                QStringLiteral("%1 %2").arg(PlanModel::fateWord(fate), QLocale().toString(count)));
    }
    m_fates->setCurrent(QStringLiteral("all"));
    m_model->setFate(std::nullopt);
    m_table->setColumnWidth(PlanModel::NameColumn, std::min(180, m_table->columnWidth(PlanModel::NameColumn)));
    const auto writes = static_cast<int>(plan->toWrite().size());
    m_counts->setText(tr("%1 rows: %2 new, %3 changed, %4 unchanged, %5 rejected. Nothing is written yet.")
                          .arg(plan->rows.size())
                          .arg(plan->count(Fate::Create))
                          .arg(plan->count(Fate::Update) + plan->count(Fate::Joined))
                          .arg(plan->count(Fate::Unchanged))
                          .arg(plan->count(Fate::Reject)));
    m_apply->setText(tr("Import %n records", nullptr, writes));
    m_apply->setEnabled(writes > 0 && !m_desk.isReadOnly());
}

bool ImportPanel::isBusy() const
{
    return m_busy > 0 || m_soon->isActive();
}

void ImportPanel::apply()
{
    if (m_preview == nullptr || !m_desk.isOpen()) {
        return;
    }
    const auto written = workspace::applyImport(m_desk.catalogue(), m_preview->plan,
                                                tr("Import of %1").arg(QFileInfo(m_source.path).fileName()));
    if (!written) {
        m_message->setText(written.error().message);
        emit failed(written.error().message);
        return;
    }
    m_preview.reset();
    showPreview();
    m_message->setText(tr("%n records were written. Undo takes all of them back.", nullptr, *written));
    emit imported(*written);
}

void ImportPanel::saveMapping()
{
    auto made = mapping();
    if (!made) {
        m_message->setText(made.error().message);
        return;
    }
    QDir().mkpath(m_mappingFolder);
    const auto path = m_files.saveFile(window(), tr("Save the mapping"),
                                       QDir(m_mappingFolder).filePath(stem(m_source.path) + QStringLiteral(".json")),
                                       tr("Mappings (*.json)"));
    if (!path) {
        return;
    }
    const Result<> saved = formats::saveMapping(*made, *path);
    m_message->setText(saved ? tr("Saved as %1; the command line takes it with --mapping.").arg(*path)
                             : saved.error().message);
    if (saved) {
        fillMappings();
    }
}

} // namespace loci::widgets
