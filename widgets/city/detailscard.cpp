// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/city/detailscard.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {

constexpr int kMaxLinks = 24;

QLabel *makeLabel(const QString &text, const char *role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // data is never markup
    label->setText(text);
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString metres(const std::optional<double> &value)
{
    return value ? QLocale().toString(*value, 'f', 1) + QStringLiteral(" m") : DetailsCard::tr("unknown");
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFixedHeight(1);
    line->setProperty("role", QStringLiteral("hairline"));
    QPalette palette = line->palette();
    palette.setColor(QPalette::Window, tokens().hairline);
    line->setPalette(palette);
    line->setAutoFillBackground(true);
    return line;
}

} // namespace

QString readableValue(const QVariant &value)
{
    if (!value.isValid() || value.isNull()) {
        return DetailsCard::tr("unknown");
    }
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool() ? DetailsCard::tr("yes") : DetailsCard::tr("no");
    case QMetaType::Double:
    case QMetaType::Float:
        return QLocale().toString(value.toDouble(), 'g', 10);
    default:
        break;
    }
    // Years, codes and ids are whole numbers too: no thousands mark.
    const QString text = value.toString();
    return text.isEmpty() ? DetailsCard::tr("empty") : text;
}

DetailsCard::DetailsCard(CityLibrary &cities, Selection &selection, FeatureLookup features, QWidget *parent)
    : QWidget(parent)
    , m_cities(cities)
    , m_selection(selection)
    , m_features(std::move(features))
    , m_scroll(new QScrollArea(this))
    , m_actions(new QWidget(this))
{
    setObjectName(QStringLiteral("detailsCard"));
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_scroll, 1);
    auto *actionRow = new QHBoxLayout(m_actions);
    actionRow->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, tokens().padding);
    actionRow->setSpacing(tokens().gap);
    layout->addWidget(m_actions);

    connect(&m_selection, &Selection::changed, this, &DetailsCard::rebuild);
    connect(&m_cities, &CityLibrary::entriesChanged, this, &DetailsCard::rebuild);
    rebuild();
}

QString DetailsCard::heading() const
{
    return m_heading != nullptr ? m_heading->text() : QString();
}

void DetailsCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        // Later: Qt is walking over all widgets now, and rebuilding deletes some.
        QMetaObject::invokeMethod(this, &DetailsCard::rebuild, Qt::QueuedConnection);
    }
}

void DetailsCard::rebuild()
{
    auto *body = new QWidget;
    body->setProperty("role", QStringLiteral("panel"));
    body->setAttribute(Qt::WA_StyledBackground);
    m_body = new QVBoxLayout(body);
    m_body->setContentsMargins(tokens().padding, tokens().padding, tokens().padding, tokens().padding);
    m_body->setSpacing(tokens().gap);
    m_heading = nullptr;
    m_actions->hide();
    const auto &things = m_selection.things();
    if (things.empty()) {
        showNothing();
    } else if (things.size() > 1) {
        showSeveral();
    } else if (const auto *object = std::get_if<CityObjectRef>(&things.front())) {
        showObject(*object);
    } else {
        showFeature(std::get<FeatureRef>(things.front()));
    }
    m_body->addStretch(1);
    // The old one may hold the button whose click led here.
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_scroll->setWidget(body);
}

void DetailsCard::startCard(const QString &kind, const QString &title, const QString &subtitle)
{
    auto *top = new QHBoxLayout;
    QLabel *kindLabel = makeLabel(kind, "caption", nullptr);
    top->addWidget(kindLabel, 1);
    auto *close = new QToolButton;
    close->setIcon(icon(QStringLiteral("close")));
    close->setProperty("kind", QStringLiteral("quiet"));
    close->setToolTip(tr("Clear the selection"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, [this] { m_selection.clear(); });
    top->addWidget(close);
    m_body->addLayout(top);
    m_heading = makeLabel(title, "heading", nullptr);
    m_heading->setObjectName(QStringLiteral("detailsHeading"));
    m_body->addWidget(m_heading);
    if (!subtitle.isEmpty()) {
        m_body->addWidget(makeLabel(subtitle, "muted", nullptr));
    }
}

void DetailsCard::showNothing()
{
    m_body->addSpacing(48);
    auto *picture = new QLabel;
    picture->setPixmap(iconPixmap(QStringLiteral("select-click"), tokens().textFaint, 40, devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);
    m_body->addWidget(picture);
    m_heading = makeLabel(tr("Nothing selected"), "title", nullptr);
    m_heading->setAlignment(Qt::AlignCenter);
    m_body->addWidget(m_heading);
    QLabel *hint = makeLabel(tr("Click a building on the map or in 3D. What the data says about it appears here."),
                             "muted", nullptr);
    hint->setAlignment(Qt::AlignCenter);
    m_body->addWidget(hint);
}

void DetailsCard::showSeveral()
{
    const auto &things = m_selection.things();
    startCard(tr("Selection"), tr("%n things selected", nullptr, static_cast<int>(things.size())), {});
    std::map<QString, int> kinds;
    for (const SelectedThing &thing : things) {
        QString kind = tr("Map features");
        if (const auto *object = std::get_if<CityObjectRef>(&thing)) {
            const CityEntry *entry = m_cities.entry(object->modelId);
            if (entry != nullptr && entry->model != nullptr && object->object < entry->model->objectCount()) {
                const std::string_view type = entry->model->typeOf(object->object);
                kind = QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()));
            }
        }
        ++kinds[kind];
    }
    std::vector<std::pair<QString, QString>> rows;
    for (const auto &[kind, count] : kinds) {
        rows.emplace_back(kind, QLocale().toString(count));
    }
    addTable(tr("By type"), rows);
}

void DetailsCard::showObject(const CityObjectRef &ref)
{
    const CityEntry *entry = m_cities.entry(ref.modelId);
    if (entry == nullptr || entry->model == nullptr || ref.object >= entry->model->objectCount()) {
        startCard(tr("City object"), tr("No longer there"), tr("The model that it belongs to is not loaded."));
        return;
    }
    const city::CityModel &model = *entry->model;
    const city::ObjectFacts facts = city::factsOf(model, ref.object);
    const QString title = facts.name.isEmpty() ? facts.id : facts.name;
    startCard(facts.type, title, facts.name.isEmpty() ? entry->name : facts.id + QStringLiteral("  ·  ") + entry->name);
    setActions(ref);

    std::optional<double> height;
    if (facts.topHeight && facts.groundHeight) {
        height = *facts.topHeight - *facts.groundHeight;
    }
    const QString area =
        facts.groundArea ? QLocale().toString(*facts.groundArea, 'f', 0) + QStringLiteral(" m²") : tr("unknown");
    QStringList lods;
    for (const QString &lod : facts.lods) {
        lods << lod;
    }
    std::vector<std::pair<QString, QString>> key{
        {tr("Height"), metres(height)},
        {tr("Ground"), metres(facts.groundHeight)},
        {tr("Top"), metres(facts.topHeight)},
        {tr("Ground area"), area},
        {tr("Level of detail"), lods.isEmpty() ? tr("unknown") : lods.join(QStringLiteral(", "))},
        {tr("Surfaces"), QLocale().toString(facts.surfaces)},
        {tr("Heights count"), city::heightReferenceName(entry->heights)}};
    if (entry->adjustment.dz != 0) {
        key.emplace_back(tr("Heights corrected by"), metres(entry->adjustment.dz));
    }
    if (entry->adjustment.webDatum != geodesy::WebDatum::None) {
        key.emplace_back(tr("Coordinates"),
                         tr("%1, shown corrected").arg(geodesy::webDatumName(entry->adjustment.webDatum)));
    }
    addFacts(key);

    if (ref.surface != city::kNone && ref.surface < model.geometry.surfaceCount()) {
        const std::string_view semantic = model.semanticOf(ref.surface);
        addTable(tr("Surface pointed at"),
                 {{tr("Type"), semantic.empty()
                                   ? tr("unknown")
                                   : QString::fromUtf8(semantic.data(), static_cast<qsizetype>(semantic.size()))}});
    }
    std::vector<std::pair<QString, QString>> rows;
    for (const auto &[name, value] : facts.attributes) {
        rows.emplace_back(name, readableValue(value));
    }
    if (rows.empty()) {
        m_body->addWidget(makeLine(nullptr));
        m_body->addWidget(makeLabel(tr("The model carries no attributes for this object."), "muted", nullptr));
    } else {
        addTable(tr("Attributes"), rows);
    }
    rows.clear();
    for (const auto &[type, count] : facts.surfacesByType) {
        rows.emplace_back(type, QLocale().toString(count));
    }
    if (!rows.empty()) {
        addTable(tr("Semantic surfaces"), rows);
    }
    addLinks(tr("Part of"), ref, facts.parents);
    addLinks(tr("Parts"), ref, facts.children);
}

void DetailsCard::showFeature(const FeatureRef &ref)
{
    const map::FeatureFacts facts = m_features ? m_features(ref) : map::FeatureFacts{};
    if (!facts.found) {
        startCard(tr("Map feature"), tr("No longer there"), tr("The layer or the feature is gone."));
        return;
    }
    startCard(facts.layerName, facts.title, facts.crs);
    setActions(ref);
    std::vector<std::pair<QString, QString>> rows;
    for (const auto &[name, value] : facts.attributes) {
        rows.emplace_back(name, readableValue(value));
    }
    addTable(tr("Attributes"), rows);
}

void DetailsCard::addFacts(const std::vector<std::pair<QString, QString>> &facts)
{
    m_body->addSpacing(4);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(tokens().padding);
    grid->setVerticalSpacing(2);
    constexpr int kColumns = 3;
    int index = 0;
    for (const auto &[label, value] : facts) {
        const int row = index / kColumns * 3;
        const int column = index % kColumns;
        grid->addWidget(makeLabel(label, "caption", nullptr), row, column);
        QLabel *valueLabel = makeLabel(value, "title", nullptr);
        grid->addWidget(valueLabel, row + 1, column);
        grid->setRowMinimumHeight(row + 2, 8);
        grid->setColumnStretch(column, 1);
        ++index;
    }
    m_body->addLayout(grid);
}

void DetailsCard::addTable(const QString &title, const std::vector<std::pair<QString, QString>> &rows)
{
    m_body->addWidget(makeLine(nullptr));
    m_body->addWidget(makeLabel(title, "title", nullptr));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(tokens().padding);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, 110);
    int row = 0;
    for (const auto &[name, value] : rows) {
        QLabel *nameLabel = makeLabel(name, "muted", nullptr);
        nameLabel->setMaximumWidth(150);
        grid->addWidget(nameLabel, row, 0, Qt::AlignTop);
        QLabel *valueLabel = makeLabel(value, "", nullptr);
        grid->addWidget(valueLabel, row, 1, Qt::AlignTop);
        ++row;
    }
    m_body->addLayout(grid);
}

void DetailsCard::addLinks(const QString &title, const CityObjectRef &ref,
                           const std::vector<city::ObjectIndex> &objects)
{
    const CityEntry *entry = m_cities.entry(ref.modelId);
    if (objects.empty() || entry == nullptr) {
        return;
    }
    m_body->addWidget(makeLine(nullptr));
    m_body->addWidget(makeLabel(title, "title", nullptr));
    const std::size_t shown = std::min<std::size_t>(objects.size(), kMaxLinks);
    for (std::size_t i = 0; i < shown; ++i) {
        const std::string_view type = entry->model->typeOf(objects[i]);
        auto *link = new QPushButton(QStringLiteral("%1  %2").arg(
            QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size())), entry->model->idOf(objects[i])));
        link->setProperty("kind", QStringLiteral("link"));
        link->setStyleSheet(QStringLiteral("text-align: left;"));
        const CityObjectRef target{ref.modelId, objects[i]};
        connect(link, &QPushButton::clicked, this, [this, target] { m_selection.set({target}); });
        m_body->addWidget(link);
    }
    if (objects.size() > shown) {
        m_body->addWidget(
            makeLabel(tr("and %n more", nullptr, static_cast<int>(objects.size() - shown)), "muted", nullptr));
    }
}

void DetailsCard::setActions(const SelectedThing &thing)
{
    auto *row = static_cast<QHBoxLayout *>(m_actions->layout());
    while (QLayoutItem *item = row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    auto *zoom = new QPushButton(tr("Show on map and in 3D"));
    zoom->setProperty("kind", QStringLiteral("primary"));
    connect(zoom, &QPushButton::clicked, this, [this, thing] { emit m_selection.zoomRequested(thing); });
    row->addWidget(zoom, 1);
    if (const auto *object = std::get_if<CityObjectRef>(&thing)) {
        const CityObjectRef ref = *object;
        auto *hide = new QPushButton(tr("Hide"));
        connect(hide, &QPushButton::clicked, this, [this, ref] { emit hideRequested(ref); });
        row->addWidget(hide);
        auto *isolate = new QPushButton(tr("Isolate"));
        connect(isolate, &QPushButton::clicked, this, [this, ref] { emit isolateRequested(ref); });
        row->addWidget(isolate);
        auto *write = new QToolButton;
        write->setIcon(icon(QStringLiteral("upload")));
        write->setProperty("kind", QStringLiteral("quiet"));
        write->setToolTip(tr("Export…"));
        write->setAccessibleName(write->toolTip());
        connect(write, &QToolButton::clicked, this, [this, ref] { emit exportRequested(ref.modelId); });
        row->addWidget(write);
    }
    m_actions->show();
}

} // namespace loci::widgets
