// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/indicatormap.h"

#include "layers/domain/indicators/explanation.h"
#include "layers/map/indicators/tablereader.h"
#include "widgets/board/tilepaint.h"
#include "widgets/common/tokens.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

using namespace indicators;

namespace {

constexpr double kTallest = 0.14, kWidest = 0.011; // of the longer side of the city

scene::Rgb rgb(const QColor &colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

QString numberOf(const Definition &definition, const Calculated *value)
{
    if (value == nullptr || !value->value) {
        return IndicatorMap::tr("no data");
    }
    const QString number =
        (shownNumber(definition, value->value, QLocale()) + QLatin1Char(' ') + shownUnit(definition.unit)).trimmed();
    return value->quality == Quality::Partial ? IndicatorMap::tr("%1, partial").arg(number) : number;
}

/// The first model whose place is known: what the 3D view stands on.
city::CityModelPtr placedModel(const CityLibrary &cities)
{
    for (const CityEntry &entry : cities.entries()) {
        if (entry.model != nullptr && entry.model->crs.isKnown()) {
            return entry.model;
        }
    }
    return nullptr;
}

} // namespace

QJsonObject MapChoice::toJson() const
{
    return {{QStringLiteral("code"), code}, {QStringLiteral("level"), level}, {QStringLiteral("columns"), columns}};
}

MapChoice MapChoice::fromJson(const QJsonObject &json)
{
    return {json.value(QStringLiteral("code")).toString(), json.value(QStringLiteral("level")).toString(),
            json.value(QStringLiteral("columns")).toBool(true)};
}

IndicatorMap::IndicatorMap(const Views &views, QObject *parent)
    : QObject(parent)
    , m_views(views)
    , m_layer(views.document)
{
    connect(&views.selection, &Selection::changed, this, &IndicatorMap::onSelection);
    connect(&views.cities, &CityLibrary::entriesChanged, this, &IndicatorMap::refresh);
    connect(&views.scene, &SceneView::columnClicked, this, [this](const QString &code) {
        mark(code);
        choose(code);
    });
}

void IndicatorMap::setOutcome(std::shared_ptr<const Outcome> outcome)
{
    m_outcome = std::move(outcome);
    refresh();
}

void IndicatorMap::setChoice(const MapChoice &choice)
{
    if (choice != m_choice) {
        m_choice = choice;
        refresh();
    }
}

void IndicatorMap::setLanguage(const QString &language)
{
    if (language != m_language) {
        m_language = language;
        refresh();
    }
}

void IndicatorMap::refresh()
{
    const Definition *definition = m_outcome ? m_outcome->results->definition(m_choice.code) : nullptr;
    if (definition == nullptr) {
        m_layer.clear();
        m_views.scene.setColumns({}, {});
        return;
    }
    const Tokens &t = tokens();
    Tile tile;
    tile.code = m_choice.code;
    tile.level = m_choice.level;
    const Board board;
    const TileContext context{*m_outcome, board, 0, m_marked, m_language};
    const Ranking ranking = rankingOf(tile, context);
    const QList<QColor> colours = classColours(true);
    const AreaTree &areas = m_outcome->results->areas();

    map::AreaLook look;
    look.name = QStringLiteral("%1 (%2)").arg(definition->name.in(m_language), shownUnit(definition->unit));
    for (int i = 0; i <= static_cast<int>(ranking.bounds.size()); ++i) {
        look.classes.push_back({classLabel(ranking, *definition, i), colours.value(i)});
    }
    look.partialLabel = tr("partial data");
    look.unknownLabel = tr("no data");
    look.edge = t.surface;
    look.unknown = t.unknown;
    look.unknownGround = t.sunken;
    look.hatch = t.surface;
    look.text = t.text;
    look.halo = t.surface;
    std::vector<map::MappedArea> mapped;
    mapped.reserve(ranking.rows.size());
    for (const Ranked &row : ranking.rows) {
        const Area &area = areas.at(row.area);
        mapped.push_back({area.code, area.name.in(m_language), numberOf(*definition, row.value), row.colour,
                          row.value != nullptr && row.value->quality == Quality::Partial, area.polygons});
    }
    m_layer.show(mapped, areas.crs(), look);

    scene::Legend legend;
    legend.title = look.name;
    for (std::size_t i = look.classes.size(); i-- > 0;) {
        legend.entries.push_back({.label = look.classes[i].label, .colour = rgb(look.classes[i].colour)});
    }
    legend.entries.push_back({.label = tr("striped: partial data"), .colour = rgb(t.surface)});
    legend.entries.push_back({.label = tr("open frame: no data"), .colour = rgb(t.unknown)});
    m_views.scene.setColumns(m_choice.columns ? columns(ranking) : std::vector<SceneColumn>(), legend);
}

std::vector<SceneColumn> IndicatorMap::columns(const Ranking &ranking) const
{
    const city::CityModelPtr model = placedModel(m_views.cities);
    const Definition *definition = m_outcome->results->definition(m_choice.code);
    const AreaTree &areas = m_outcome->results->areas();
    if (model == nullptr || areas.crs().isEmpty()) {
        return {};
    }
    const auto place = map::placer(areas.crs(), QStringLiteral("EPSG:%1").arg(model->crs.value()));
    const Box3 &extent = model->extent;
    const double side = std::max(extent.max.x - extent.min.x, extent.max.y - extent.min.y);
    double most = 0;
    for (const Ranked &row : ranking.rows) {
        most = std::max(most, row.value != nullptr ? row.value->value.value_or(0) : 0);
    }
    const QList<QColor> colours = classColours(true);
    std::vector<SceneColumn> result;
    result.reserve(ranking.rows.size());
    for (const Ranked &row : ranking.rows) {
        const Area &area = areas.at(row.area);
        const auto inside = innermost(area.polygons);
        if (!inside) {
            continue;
        }
        SceneColumn column;
        column.column.id = area.code;
        column.column.place = place(*inside);
        column.column.radius = side * kWidest;
        column.text = QStringLiteral("%1  %2").arg(area.name.in(m_language), numberOf(*definition, row.value));
        if (row.value == nullptr || !row.value->value) {
            column.column.look = scene::Column::Look::Frame;
        } else {
            column.column.height = most > 0 ? side * kTallest * std::max(0.0, *row.value->value) / most : 0;
            column.column.colour = rgb(colours.value(row.colour));
            column.column.look =
                row.value->quality == Quality::Partial ? scene::Column::Look::Striped : scene::Column::Look::Plain;
        }
        result.push_back(std::move(column));
    }
    return result;
}

void IndicatorMap::mark(const QString &areaCode)
{
    m_marked = areaCode;
    m_views.scene.markColumn(areaCode);
    const auto feature = m_layer.featureOf(areaCode);
    if (feature && selectedArea() != areaCode) {
        m_selecting = true;
        m_views.selection.set({FeatureRef{QLatin1String(map::AreaLayer::kId), *feature}});
        m_selecting = false;
    }
}

QString IndicatorMap::selectedArea() const
{
    if (m_views.selection.things().size() != 1) {
        return {};
    }
    const auto *feature = std::get_if<FeatureRef>(&m_views.selection.things().front());
    return feature != nullptr ? m_layer.areaOf(feature->layerId, feature->featureId) : QString();
}

void IndicatorMap::onSelection()
{
    const QString area = selectedArea();
    if (!m_selecting && !area.isEmpty()) {
        m_marked = area;
        m_views.scene.markColumn(area);
        choose(area);
    }
}

void IndicatorMap::choose(const QString &areaCode)
{
    emit areaChosen(areaCode);
}

} // namespace loci::widgets
