// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/city/exportsheet.h"

#include "layers/map/reprojection.h"
#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <map>

namespace loci::widgets {

namespace {

bool touches(const Box3 &box, const Box3 &window)
{
    return !box.isEmpty() && box.min.x <= window.max.x && box.max.x >= window.min.x && box.min.y <= window.max.y &&
           box.max.y >= window.min.y;
}

enum Area { WholeModel, MapExtent, Selected };

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Fills a list anew and keeps what was chosen, if it is still there.
void refill(QComboBox *box, const std::vector<std::pair<QString, QVariant>> &items)
{
    const QVariant chosen = box->currentData();
    box->clear();
    for (const auto &[name, data] : items) {
        box->addItem(name, data);
    }
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

} // namespace

ExportSheet::ExportSheet(CityLibrary &cities, Selection &selection, workspace::TaskRunner &tasks, FilePrompt &files,
                         ViewAccess view, formats::FootprintWriter footprints, QWidget *parent)
    : Panel(parent)
    , m_cities(cities)
    , m_selection(selection)
    , m_tasks(tasks)
    , m_files(files)
    , m_view(std::move(view))
    , m_footprints(std::move(footprints))
{
    setObjectName(QStringLiteral("exportSheet"));
    build();
    connect(&m_cities, &CityLibrary::entriesChanged, this, &ExportSheet::fillModels);
    connect(&m_selection, &Selection::changed, this, &ExportSheet::fillAreas);
    connect(m_model, &QComboBox::currentIndexChanged, this, &ExportSheet::fillChoices);
}

void ExportSheet::build()
{
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding, t.gap, t.padding, t.padding);
    column->setSpacing(t.padding);
    auto *head = new QHBoxLayout;
    auto *title = makeLabel(this, "title");
    auto *close = makeIconButton(this);
    head->addWidget(title, 1);
    head->addWidget(close);
    column->addLayout(head);
    QFormLayout *form = makeForm();
    column->addLayout(form);
    std::vector<std::pair<QComboBox **, const char *>> boxes{{&m_model, QT_TR_NOOP("City model")},
                                                             {&m_format, QT_TR_NOOP("Format")},
                                                             {&m_area, QT_TR_NOOP("Area")},
                                                             {&m_type, QT_TR_NOOP("Kind of object")},
                                                             {&m_lod, QT_TR_NOOP("Level of detail")}};
    for (const auto &[box, name] : boxes) {
        *box = new QComboBox(this);
        (*box)->setObjectName(QLatin1String(name));
        (*box)->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        (*box)->setMinimumContentsLength(12);
        (*box)->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        QLabel *label = makeLabel(this);
        label->setBuddy(*box);
        form->addRow(label, *box);
        onLanguage([label, box = *box, name = name] {
            label->setText(tr(name));
            box->setAccessibleName(tr(name));
        });
    }
    m_message = makeLabel(this, "muted");
    m_message->setWordWrap(true);
    m_message->hide();
    column->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    m_button = makeButton(this, "primary");
    m_button->setObjectName(QStringLiteral("export"));
    m_cancel = makeButton(this);
    m_cancel->hide();
    buttons->addWidget(m_button, 1);
    buttons->addWidget(m_cancel);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(close, &QToolButton::clicked, this, &ExportSheet::closed);
    connect(m_button, &QPushButton::clicked, this, &ExportSheet::start);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_tasks.cancel(m_task); });
    onLanguage([this, title, close] {
        title->setText(tr("Export a city model"));
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
        m_button->setText(tr("Export…"));
        m_cancel->setText(tr("Cancel"));
        std::vector<std::pair<QString, QVariant>> items;
        for (const formats::ExportFormatInfo &info : formats::exportFormats()) {
            items.emplace_back(info.title, static_cast<int>(info.format));
        }
        refill(m_format, items);
        fillModels();
    });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
}

void ExportSheet::setModel(const QString &id)
{
    fillModels();
    if (const int index = m_model->findData(id); index >= 0) {
        m_model->setCurrentIndex(index);
    }
    showSentence(m_message, {});
}

void ExportSheet::fillModels()
{
    const QSignalBlocker quiet(m_model);
    std::vector<std::pair<QString, QVariant>> items;
    for (const CityEntry &entry : m_cities.entries()) {
        if (entry.model != nullptr) {
            items.emplace_back(entry.name, entry.id);
        }
    }
    refill(m_model, items);
    fillChoices();
}

void ExportSheet::fillChoices()
{
    const CityEntry *entry = m_cities.entry(m_model->currentData().toString());
    std::vector<std::pair<QString, QVariant>> lods{{tr("All (or the highest)"), QString()}};
    std::vector<std::pair<QString, QVariant>> types{{tr("All kinds"), QString()}};
    if (entry != nullptr && entry->model != nullptr) {
        for (const QString &lod : city::lodsOf(*entry->model)) {
            lods.emplace_back(lod, lod);
        }
        std::map<QString, int> counts;
        for (city::ObjectIndex o = 0; o < entry->model->objectCount(); ++o) {
            ++counts[text(entry->model->typeOf(o))];
        }
        for (const auto &[type, count] : counts) {
            types.emplace_back(QStringLiteral("%1 (%2)").arg(type, QLocale().toString(count)), type);
        }
    }
    refill(m_lod, lods);
    refill(m_type, types);
    fillAreas();
}

void ExportSheet::fillAreas()
{
    const QString model = m_model->currentData().toString();
    qlonglong selected = 0;
    for (const SelectedThing &thing : m_selection.things()) {
        const auto *object = std::get_if<CityObjectRef>(&thing);
        selected += object != nullptr && object->modelId == model ? 1 : 0;
    }
    std::vector<std::pair<QString, QVariant>> areas{{tr("Whole model"), WholeModel},
                                                    {tr("What the map shows"), MapExtent}};
    if (selected > 0) {
        areas.emplace_back(tr("The selection (%1)").arg(QLocale().toString(selected)), Selected);
    }
    refill(m_area, areas);
    updateButton();
}

void ExportSheet::updateButton()
{
    m_button->setEnabled(!isRunning() && m_model->count() > 0);
    m_cancel->setVisible(isRunning());
}

formats::ExportFormat ExportSheet::format() const
{
    return static_cast<formats::ExportFormat>(m_format->currentData().toInt());
}

city::SubsetCriteria ExportSheet::criteria(const CityEntry &entry, formats::ExportFormat format) const
{
    city::SubsetCriteria chosen;
    if (const QString type = m_type->currentData().toString(); !type.isEmpty()) {
        chosen.types = {type.toStdString()};
    }
    if (format == formats::ExportFormat::CityJson || format == formats::ExportFormat::CityJsonSeq) {
        chosen.lod = m_lod->currentData().toString().toStdString();
    }
    const int area = m_area->currentData().toInt();
    if (area == MapExtent && m_view.extent && m_view.crs) {
        chosen.window = map::reprojectBox(m_view.extent(), m_view.crs(), entry.model->crs);
        if (entry.adjustment.webDatum != geodesy::WebDatum::None && chosen.window) {
            // What is written lies elsewhere than what is shown: the objects are named.
            chosen.objects.emplace();
            for (city::ObjectIndex o = 0; o < entry.model->objectCount(); ++o) {
                if (entry.model->objectParent[o] == city::kNone &&
                    touches(entry.model->boundsWithDescendants(o), *chosen.window)) {
                    chosen.objects->push_back(o);
                }
            }
            chosen.window.reset();
        }
    } else if (area == Selected) {
        chosen.objects.emplace();
        for (const SelectedThing &thing : m_selection.things()) {
            if (const auto *object = std::get_if<CityObjectRef>(&thing); object && object->modelId == entry.id) {
                chosen.objects->push_back(object->object);
            }
        }
    }
    return chosen;
}

std::optional<QString> ExportSheet::askForPath(const formats::ExportFormatInfo &format, const QString &name)
{
    const QString folder = QDir::homePath() + QLatin1Char('/');
    if (format.suffix.isEmpty()) {
        return m_files.saveFile(this, tr("Name of the new folder"), folder + name + QStringLiteral("-tiles"),
                                tr("Folders (*)"));
    }
    return m_files.saveFile(this, tr("Export a city model"), folder + name + QLatin1Char('.') + format.suffix,
                            QStringLiteral("%1 (*.%2)").arg(format.title, format.suffix));
}

void ExportSheet::start()
{
    const CityEntry *entry = m_cities.entry(m_model->currentData().toString());
    if (entry == nullptr || entry->model == nullptr || isRunning()) {
        return;
    }
    formats::ExportRequest request;
    request.format = format();
    request.criteria = criteria(*entry, request.format);
    request.options.lod = m_lod->currentData().toString();
    request.footprints = m_footprints;
    const city::CityModelPtr model = entry->written(); // the entry may go while the person looks for a folder
    const geodesy::WebDatum datum = entry->adjustment.webDatum;
    const QString name = entry->name;
    for (const formats::ExportFormatInfo &info : formats::exportFormats()) {
        if (info.format == request.format) {
            const std::optional<QString> path = askForPath(info, name);
            if (!path) {
                return;
            }
            request.path = *path;
        }
    }
    showSentence(m_message, tr("Writing %1…").arg(QFileInfo(request.path).fileName()));
    m_task = m_tasks.run(
        this, tr("Export %1").arg(name),
        [model, request](const CancelToken &cancel, const ProgressFunction &progress) mutable {
            request.options.cancel = cancel;
            request.options.progress = progress;
            return formats::exportModel(*model, request);
        },
        [this, name, datum](Result<formats::ExportReport> report) {
            if (report && datum != geodesy::WebDatum::None) {
                Finding note{Severity::Warning,
                             QStringLiteral("web_datum"),
                             {},
                             {},
                             tr("The coordinates are written as the model has them, in %1: they are corrected for what "
                                "is shown only.")
                                 .arg(geodesy::webDatumName(datum))};
                note.source = name;
                report->findings.push_back(std::move(note));
            }
            finish(name, std::move(report));
        });
    updateButton();
}

void ExportSheet::finish(const QString &name, Result<formats::ExportReport> report)
{
    m_task = 0;
    updateButton();
    if (!report) {
        showSentence(m_message, report.error().message);
        if (report.error().code != ErrorCode::Cancelled) {
            emit failed(report.error().message);
        }
        return;
    }
    Findings findings = std::move(report->findings);
    for (const formats::Dropped &item : report->dropped) {
        Finding note;
        note.severity = Severity::Info;
        note.code = QStringLiteral("not_written");
        note.message = tr("Not written: %1, %2").arg(item.object, item.reason);
        note.source = name;
        note.count = item.count;
        findings.push_back(std::move(note));
    }
    const QString path = report->files.value(0);
    showSentence(m_message, findings.empty()
                                ? tr("%1 has been written.").arg(path)
                                : tr("%1 has been written. The findings name what it does not hold.").arg(path));
    if (!findings.empty()) {
        emit findingsReported(findings);
    }
    emit exported(path);
}

} // namespace loci::widgets
