// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/recordplacing.h"

#include "layers/domain/heritage/wkt.h"
#include "layers/domain/heritage/zone.h"
#include "layers/map/reprojection.h"
#include "widgets/heritage/recordcard.h"
#include "widgets/heritage/recordsheet.h"
#include "widgets/heritage/zoneform.h"

#include <QJsonArray>
#include <algorithm>

namespace loci::widgets {

namespace {

constexpr int kDegreeDigits = 9; // a tenth of a millimetre

QString footprintOf(const CityEntry &entry, city::ObjectIndex object)
{
    const city::ObjectIndex root = entry.model->rootOf(object);
    const auto found = std::find_if(entry.footprints.begin(), entry.footprints.end(),
                                    [root](const city::Footprint &footprint) { return footprint.object == root; });
    return found == entry.footprints.end() ? QString() : heritage::multiPolygonWkt(found->polygons);
}

} // namespace

RecordPlacing::RecordPlacing(HeritageDesk &desk, HeritageMap &heritageMap, const HeritageMap::Views &views,
                             QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_map(heritageMap)
    , m_views(views)
{
    connect(&m_views.selection, &Selection::changed, this, &RecordPlacing::onSelection);
    connect(&m_desk, &HeritageDesk::opened, this, [this] {
        m_views.map.cancelDrawing();
        stopBinding();
    });
}

void RecordPlacing::attach(RecordSheet *sheet)
{
    RecordCard *card = &sheet->card();
    card->disconnect(this);
    sheet->disconnect(this);
    sheet->zoneForm().disconnect(this);
    connect(card, &RecordCard::placeRequested, this, [this, sheet] { drawShape(sheet, false); });
    connect(card, &RecordCard::areaRequested, this, [this, sheet] { drawShape(sheet, true); });
    connect(card, &RecordCard::bindRequested, this, [this, sheet] { startBinding(sheet->id()); });
    connect(card, &RecordCard::unbindRequested, this, [this, sheet](int index) { unbind(sheet->id(), index); });
    connect(card, &RecordCard::bindingShown, this, [this, sheet](int index) {
        emit sceneWanted();
        m_map.showBinding(sheet->id(), index);
    });
    connect(card, &RecordCard::zoneRequested, this,
            [this, sheet](const QString &kind) { drawZone(sheet, kind, QString()); });
    connect(&sheet->zoneForm(), &ZoneForm::redrawRequested, this,
            [this, sheet](const QString &zoneId) { drawZone(sheet, QString(), zoneId); });
    connect(sheet, &RecordSheet::showRequested, this, [this, sheet] { m_map.show(sheet->id()); });
}

QString RecordPlacing::wktOf(const std::vector<Vec2> &points, bool area) const
{
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(points.size()) + 1);
    for (const Vec2 &point : points) {
        const Vec2 place = map::reprojectPoint(point, m_views.map.viewCrs(), EpsgCode(4326));
        texts << QStringLiteral("%1 %2").arg(place.x, 0, 'f', kDegreeDigits).arg(place.y, 0, 'f', kDegreeDigits);
    }
    if (!area) {
        return QStringLiteral("POINT(%1)").arg(texts.first());
    }
    texts << texts.first();
    return QStringLiteral("POLYGON((%1))").arg(texts.join(QLatin1Char(',')));
}

void RecordPlacing::drawShape(RecordSheet *sheet, bool area)
{
    emit mapWanted();
    MapDrawing drawing;
    drawing.kind = area ? MapDrawing::Kind::Area : MapDrawing::Kind::Point;
    drawing.hint = area ? tr("Click the corners of the place; a double click ends, Esc takes back.")
                        : tr("Click where the place is; Esc gives up.");
    drawing.done = [this, id = sheet->id(), area](const std::vector<Vec2> &points) { addShape(id, points, area); };
    m_views.map.startDrawing(std::move(drawing));
}

void RecordPlacing::addShape(const QString &id, const std::vector<Vec2> &points, bool area)
{
    auto asset = m_desk.asset(id);
    if (!asset) {
        return;
    }
    heritage::Geometry shape;
    shape.wkt = wktOf(points, area);
    shape.crs = 4326;
    shape.role = area ? QStringLiteral("body") : QStringLiteral("point");
    shape.method = QStringLiteral("digitised");
    std::vector<heritage::Geometry> shapes = asset->parts<heritage::Geometry>();
    const auto known = std::find_if(shapes.begin(), shapes.end(),
                                    [&shape](const heritage::Geometry &each) { return each.role == shape.role; });
    if (known != shapes.end()) {
        *known = shape; // the earlier one stays in the history
    } else {
        shapes.push_back(shape);
    }
    asset->setParts(shapes);
    const QString name = m_desk.nameOf(*asset);
    m_desk.attempt(m_desk.catalogue().put(*asset, {}, area ? tr("Outline %1").arg(name) : tr("Place %1").arg(name)));
}

void RecordPlacing::drawZone(RecordSheet *sheet, const QString &kind, const QString &zoneId)
{
    emit mapWanted();
    MapDrawing drawing;
    drawing.kind = MapDrawing::Kind::Area;
    drawing.hint = tr("Click the corners of the zone; a double click ends, Esc takes back.");
    const QPointer<RecordSheet> target(sheet);
    drawing.done = [this, target, kind, zoneId](const std::vector<Vec2> &points) {
        if (target.isNull()) {
            return;
        }
        const auto known = zoneId.isEmpty() ? std::nullopt : m_desk.catalogue().zone(zoneId);
        heritage::Zone zone = known ? *known : heritage::Zone::make(kind);
        if (!known) {
            zone.set(QStringLiteral("/assets"), QJsonArray{target->id()});
        }
        std::vector<heritage::ZoneVersion> versions = zone.parts<heritage::ZoneVersion>();
        if (versions.empty()) {
            versions.emplace_back();
            versions.back().id = heritage::newId();
        }
        versions.back().wkt = wktOf(points, true);
        versions.back().crs = 4326;
        zone.setParts(versions);
        target->editZone(zone);
    };
    m_views.map.startDrawing(std::move(drawing));
}

void RecordPlacing::startBinding(const QString &id)
{
    m_views.map.cancelDrawing();
    m_views.selection.clear();
    m_binding = id;
    emit sceneWanted();
    emit said(tr("Click the building in 3D or on the map. A click beside it gives up."));
}

void RecordPlacing::stopBinding()
{
    if (!m_binding.isEmpty()) {
        m_binding.clear();
        emit bindingEnded();
    }
}

void RecordPlacing::onSelection()
{
    if (m_binding.isEmpty()) {
        return;
    }
    const std::vector<SelectedThing> &things = m_views.selection.things();
    const auto *object = things.size() == 1 ? std::get_if<CityObjectRef>(&things.front()) : nullptr;
    if (object != nullptr) {
        bind(m_binding, *object);
    }
    stopBinding();
}

void RecordPlacing::bind(const QString &id, const CityObjectRef &ref)
{
    auto asset = m_desk.asset(id);
    const CityEntry *entry = m_views.cities.entry(ref.modelId);
    if (!asset || entry == nullptr || entry->model == nullptr || ref.object >= entry->model->objectCount()) {
        return;
    }
    const QString footprint = footprintOf(*entry, ref.object);
    if (footprint.isEmpty()) { // ground, water, trees
        emit said(tr("That is no building. Choose “Bind to building” again and click one."));
        return;
    }
    heritage::Binding binding;
    binding.model = ref.modelId;
    binding.object = entry->model->idOf(ref.object);
    binding.surface = surfaceIdOf(*entry->model, ref.object, ref.surface);
    binding.state = QStringLiteral("bound");
    binding.footprint = footprint;
    binding.crs = entry->model->crs.value();
    std::vector<heritage::Binding> bindings = asset->parts<heritage::Binding>();
    const bool known = std::any_of(bindings.begin(), bindings.end(), [&binding](const heritage::Binding &each) {
        return each.model == binding.model && each.object == binding.object && each.surface == binding.surface;
    });
    if (known) {
        return;
    }
    bindings.push_back(binding);
    asset->setParts(bindings);
    const QString title = tr("Bind %1 to a building").arg(m_desk.nameOf(*asset));
    if (m_desk.attempt(m_desk.catalogue().put(*asset, {}, title))) {
        emit said(tr("Bound to %1.").arg(binding.object));
    }
}

void RecordPlacing::unbind(const QString &id, int index)
{
    auto asset = m_desk.asset(id);
    if (!asset) {
        return;
    }
    std::vector<heritage::Binding> bindings = asset->parts<heritage::Binding>();
    if (index < 0 || index >= static_cast<int>(bindings.size())) {
        return;
    }
    bindings.erase(bindings.begin() + index);
    asset->setParts(bindings);
    m_desk.attempt(m_desk.catalogue().put(*asset, {}, tr("Take %1 off its building").arg(m_desk.nameOf(*asset))));
}

} // namespace loci::widgets
