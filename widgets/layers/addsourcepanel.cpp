// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/addsourcepanel.h"

#include "layers/formats/modelreader.h"
#include "layers/map/services/capabilities.h"
#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"
#include "widgets/layers/servicetab.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {
constexpr int kMostAtHand = 12;

enum BaseMapRole { PathRole = Qt::UserRole, UrlRole, ZoomRole, AttributionRole };

bool isCityModel(const QString &path)
{
    const QString name = QFileInfo(path).fileName().toLower();
    return name.endsWith(QLatin1String(".city.json")) || name.endsWith(QLatin1String(".city.jsonl")) ||
           name.endsWith(QLatin1String(".cityjson")) || name.endsWith(QLatin1String(".loci")) ||
           name.endsWith(QLatin1String(".locipack")) || formats::isCityModel(path);
}
} // namespace

AddSourcePanel::AddSourcePanel(MapSession &session, workspace::TaskRunner &tasks, FilePrompt &files, QWidget *parent)
    : Panel(parent)
    , m_session(session)
    , m_files(files)
{
    m_webMap = new ServiceTab(ServiceTab::Kind::WebMap, tasks, files, this);
    m_features = new ServiceTab(ServiceTab::Kind::Features, tasks, files, this);
    m_database = new ServiceTab(ServiceTab::Kind::Database, tasks, files, this);
    build();
    refresh();
}

void AddSourcePanel::build()
{
    const Tokens &t = tokens();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(t.padding, t.gap, t.gap, 0);
    auto *title = makeLabel(this, "title");
    auto *close = makeIconButton(this);
    head->addWidget(title, 1);
    head->addWidget(close);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_tabs->addTab(buildFileTab(), {});
    m_tabs->addTab(m_webMap, {});
    m_tabs->addTab(m_features, {});
    m_tabs->addTab(m_database, {});
    m_message = makeLabel(this, "muted");
    m_message->setObjectName(QStringLiteral("opening"));
    m_message->setWordWrap(true);
    m_message->setContentsMargins(t.padding, 0, t.padding, t.gap);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_message);
    connect(close, &QToolButton::clicked, this, &AddSourcePanel::closed);
    for (const ServiceTab *tab : {m_webMap, m_features, m_database}) {
        connect(tab, &ServiceTab::chosen, this, &AddSourcePanel::addSources);
    }
    onLanguage([this, title, close] {
        title->setText(tr("Add layer"));
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
        m_tabs->setTabText(0, tr("File"));
        m_tabs->setTabText(1, tr("Web map"));
        m_tabs->setTabText(2, tr("Features"));
        m_tabs->setTabText(3, tr("Database"));
    });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
}

QWidget *AddSourcePanel::buildFileTab()
{
    auto *tab = new QWidget(this);
    auto *column = new QVBoxLayout(tab);
    column->setContentsMargins(tokens().padding, tokens().padding, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    auto *sentence = makeLabel(tab, "muted");
    sentence->setWordWrap(true);
    auto *choose = makeButton(tab, "primary");
    choose->setObjectName(QStringLiteral("chooseFiles"));
    column->addWidget(sentence);
    column->addWidget(choose, 0, Qt::AlignLeft);
    column->addSpacing(tokens().gap);
    column->addWidget(buildBaseMaps(), 1);
    connect(choose, &QPushButton::clicked, this, &AddSourcePanel::chooseFiles);
    onLanguage([sentence, choose] {
        sentence->setText(
            tr("GeoPackage, GeoJSON, Shapefile, CSV with coordinates, SpatiaLite, GeoTIFF, QGIS projects, "
               "city models. Files can also be dropped on the window."));
        choose->setText(tr("Choose files…"));
    });
    return tab;
}

QWidget *AddSourcePanel::buildBaseMaps()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *heading = makeLabel(part);
    heading->setFont(tokenFont(tokens().fontBody, QFont::DemiBold));
    m_baseMaps = new QListWidget(part);
    m_baseMaps->setObjectName(QStringLiteral("baseMaps"));
    m_baseMaps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(heading);
    column->addWidget(m_baseMaps, 1);
    connect(m_baseMaps, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const QString path = item->data(PathRole).toString(); !path.isEmpty()) {
            addFiles({path});
            return;
        }
        const Result<map::SourceSpec> source =
            map::xyzSource(item->data(UrlRole).toString(), item->text(), item->data(ZoomRole).toInt());
        if (source) {
            addSources({*source});
        }
    });
    onLanguage([this, heading] {
        heading->setText(tr("Base maps"));
        fillBaseMaps();
    });
    return part;
}

void AddSourcePanel::refresh()
{
    fillBaseMaps();
}

void AddSourcePanel::fillBaseMaps()
{
    m_baseMaps->clear();
    const auto add = [this](const QString &text, const char *iconName) {
        auto *item = new QListWidgetItem(icon(QLatin1String(iconName)), text, m_baseMaps);
        item->setSizeHint(QSize(0, tokens().row));
        return item;
    };
    const workspace::Workspace *workspace = m_session.currentWorkspace();
    if (workspace && !workspace->isUntitled()) {
        const QStringList patterns{"*.gpkg", "*.mbtiles", "*.tif", "*.tiff", "*.vrt", "*.geojson", "*.shp"};
        const QFileInfoList files = QFileInfo(workspace->path()).dir().entryInfoList(patterns, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files.mid(0, kMostAtHand)) {
            QListWidgetItem *item = add(file.fileName(), "file");
            item->setData(PathRole, file.filePath());
            item->setToolTip(tr("Beside the workspace, needs no network"));
        }
    }
    QFile presets(QStringLiteral(":/templates/basemaps.json"));
    if (!presets.open(QIODevice::ReadOnly)) {
        return;
    }
    const bool chinese = QLocale().language() == QLocale::Chinese || tr("Base maps") != QLatin1String("Base maps");
    for (const QJsonValue &value : QJsonDocument::fromJson(presets.readAll()).object().value("basemaps").toArray()) {
        const QJsonObject preset = value.toObject();
        const QJsonObject names = preset.value("name").toObject();
        QListWidgetItem *item = add(names.value(chinese ? "zh" : "en").toString(), "service");
        item->setData(UrlRole, preset.value("url").toString());
        item->setData(ZoomRole, preset.value("zoomMax").toInt(19));
        item->setData(AttributionRole, preset.value("attribution").toString());
        item->setToolTip(tr("Online. %1").arg(preset.value("attribution").toString()));
    }
}

void AddSourcePanel::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

void AddSourcePanel::chooseFiles()
{
    const QStringList paths = m_files.openFiles(this, tr("Add layers from files"),
                                                tr("All that can be read (*.gpkg *.geojson *.json *.jsonl *.shp *.csv "
                                                   "*.tif *.tiff *.vrt *.mbtiles *.sqlite *.kml *.gml "
                                                   "*.qgs *.qgz);;All files (*)"));
    if (!paths.isEmpty()) {
        addFiles(paths);
    }
}

void AddSourcePanel::addFiles(const QStringList &paths)
{
    QStringList others;
    std::vector<map::SourceSpec> sources;
    for (const QString &path : paths) {
        const QString suffix = QFileInfo(path).suffix().toLower();
        if (isCityModel(path)) {
            others.append(path);
        } else if (suffix == QLatin1String("qgs") || suffix == QLatin1String("qgz")) {
            ++m_opening;
            m_session.document().addProject(
                path, [this, path, guard = QPointer<AddSourcePanel>(this)](Result<Loaded<QStringList>> result) {
                    if (guard) {
                        onOpened(QFileInfo(path).completeBaseName(), std::move(result));
                    }
                });
        } else {
            sources.push_back({path, {}, {}, {}});
        }
    }
    addSources(sources);
    if (!others.isEmpty()) {
        emit filesChosen(others);
    }
}

void AddSourcePanel::addSources(const std::vector<map::SourceSpec> &sources)
{
    for (const map::SourceSpec &source : sources) {
        ++m_opening;
        const QString name = source.name.isEmpty() ? QFileInfo(source.path).completeBaseName() : source.name;
        m_session.document().addSource(
            source, [this, name, guard = QPointer<AddSourcePanel>(this)](Result<Loaded<QStringList>> result) {
                if (guard) {
                    onOpened(name, std::move(result));
                }
            });
    }
    if (m_opening > 0) {
        showSentence(m_message, tr("Opening…"));
    }
}

void AddSourcePanel::onOpened(const QString &name, Result<Loaded<QStringList>> result)
{
    --m_opening;
    QString problem;
    if (result) {
        m_openedIds += result->value;
        m_openedName = name;
        if (!result->findings.empty()) {
            emit findingsReported(result->findings);
        }
    } else {
        problem = result.error().message;
        emit failed(problem);
    }
    if (m_opening > 0) {
        return; // what was chosen together is one step
    }
    showSentence(m_message, problem);
    if (m_openedIds.isEmpty()) {
        return;
    }
    m_session.commit(m_openedIds.size() == 1 ? tr("Add layer %1").arg(m_openedName)
                                             : tr("Add %n layers", nullptr, int(m_openedIds.size())));
    emit added(std::exchange(m_openedIds, {}));
    if (problem.isEmpty()) {
        emit closed();
    }
}

void AddSourcePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    Panel::keyPressEvent(event);
}

} // namespace loci::widgets
