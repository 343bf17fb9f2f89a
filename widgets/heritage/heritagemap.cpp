// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/heritagemap.h"

#include "layers/domain/heritage/zone.h"
#include "layers/map/reprojection.h"

#include <QDate>
#include <algorithm>

namespace loci::widgets {

namespace {

constexpr qint64 kSliceMs = 12;
constexpr int kTintMs = 60;
constexpr int kMostMarkers = 200;
const EpsgCode kLonLat(4326);

QString objectKey(const QString &model, const QString &object)
{
    return model + QLatin1Char('\n') + object;
}

bool isArea(const QString &wkt)
{
    return wkt.startsWith(QLatin1String("POLYGON"), Qt::CaseInsensitive) ||
           wkt.startsWith(QLatin1String("MULTIPOLYGON"), Qt::CaseInsensitive);
}

scene::Rgb toRgb(const QColor &colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

bool same(const std::vector<SceneClasses> &a, const std::vector<SceneClasses> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const SceneClasses &x, const SceneClasses &y) {
        return x.modelId == y.modelId && x.classes->ofObject == y.classes->ofObject &&
               x.classes->legend.title == y.classes->legend.title &&
               std::equal(x.classes->legend.entries.begin(), x.classes->legend.entries.end(),
                          y.classes->legend.entries.begin(), y.classes->legend.entries.end(),
                          [](const scene::LegendEntry &p, const scene::LegendEntry &q) {
                              return p.label == q.label && p.colour == q.colour && p.count == q.count;
                          });
    });
}

} // namespace

QString surfaceIdOf(const city::CityModel &model, city::ObjectIndex object, city::SurfaceIndex surface)
{
    if (object >= model.objectCount() || surface >= model.geometry.surfaceCount()) {
        return {};
    }
    const city::GeometryIndex geometry = model.geometry.surfaceGeometry[surface];
    const city::IndexRange own = model.objectGeometries[object];
    if (!own.contains(geometry)) {
        return {};
    }
    return QStringLiteral("%1/%2")
        .arg(geometry - own.begin)
        .arg(surface - model.geometry.geometries[geometry].surfaces.begin);
}

city::SurfaceIndex surfaceOf(const city::CityModel &model, city::ObjectIndex object, const QString &id)
{
    const qsizetype slash = id.indexOf(QLatin1Char('/'));
    if (slash < 0 || object >= model.objectCount()) {
        return city::kNone;
    }
    bool fits = false;
    const std::uint32_t geometry = model.objectGeometries[object].begin + id.left(slash).toUInt(&fits);
    if (!fits || !model.objectGeometries[object].contains(geometry)) {
        return city::kNone;
    }
    const city::IndexRange surfaces = model.geometry.geometries[geometry].surfaces;
    const std::uint32_t surface = surfaces.begin + id.mid(slash + 1).toUInt(&fits);
    return fits && surfaces.contains(surface) ? surface : city::kNone;
}

HeritageMap::HeritageMap(HeritageDesk &desk, const Views &views, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_views(views)
    , m_words(desk)
    , m_layers(views.session.document())
{
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &HeritageMap::readSlice);
    m_tintSoon.setSingleShot(true);
    m_tintSoon.setInterval(kTintMs);
    connect(&m_tintSoon, &QTimer::timeout, this, &HeritageMap::tint);
    connect(&m_desk, &HeritageDesk::opened, this, &HeritageMap::start);
    connect(&m_desk, &HeritageDesk::retranslated, this, &HeritageMap::refreshLook);
    connect(&m_desk, &HeritageDesk::personChanged, this, &HeritageMap::start);
    connect(&m_desk, &HeritageDesk::assetsChanged, this, &HeritageMap::onAssets);
    connect(&m_desk, &HeritageDesk::zonesChanged, this, &HeritageMap::readZones);
    connect(&m_views.cities, &CityLibrary::entriesChanged, &m_tintSoon, qOverload<>(&QTimer::start));
}

HeritageMap::~HeritageMap() = default;

void HeritageMap::setTheme(HeritageTheme theme)
{
    if (theme != m_theme) {
        m_theme = theme;
        start();
    }
}

void HeritageMap::setYear(std::optional<int> year)
{
    if (year != m_year) {
        m_year = year;
        if (!m_slice.isActive() && m_desk.isOpen()) {
            finish();
        }
    }
}

bool HeritageMap::isShown(const Entry &entry) const
{
    return !m_year || heritage::standingIn(entry.lifetime, *m_year) == heritage::Standing::Stood;
}

int HeritageMap::shownCount() const
{
    return static_cast<int>(
        std::count_if(m_entries.cbegin(), m_entries.cend(), [this](const Entry &entry) { return isShown(entry); }));
}

void HeritageMap::refreshLook()
{
    m_layers.setLook(m_words.mapLook(m_theme));
    m_tintSoon.start();
}

bool HeritageMap::isIdle() const
{
    return !m_slice.isActive() && !m_tintSoon.isActive();
}

void HeritageMap::start()
{
    m_entries.clear();
    m_recordOfObject.clear();
    m_waiting = m_desk.assetIds();
    m_layers.setLook(m_words.mapLook(m_theme));
    if (!m_desk.isOpen()) {
        m_slice.stop();
        m_layers.clear();
        m_tintSoon.start();
        return;
    }
    m_slice.start();
}

void HeritageMap::readSlice()
{
    QElapsedTimer clock;
    clock.start();
    while (!m_waiting.isEmpty() && clock.elapsed() < kSliceMs) {
        const QString id = m_waiting.takeLast();
        if (auto entry = entryOf(id)) {
            indexBindings(id, *entry);
            m_entries.insert(id, std::move(*entry));
        }
    }
    if (m_waiting.isEmpty()) {
        m_slice.stop();
        finish();
    }
}

void HeritageMap::finish()
{
    std::vector<map::HeritagePlace> places;
    places.reserve(static_cast<std::size_t>(m_entries.size()));
    for (const Entry &entry : std::as_const(m_entries)) {
        if (isShown(entry)) {
            places.push_back(entry.place);
        }
    }
    m_layers.setPlaces(places);
    readZones();
    m_tintSoon.start();
}

std::optional<HeritageMap::Entry> HeritageMap::entryOf(const QString &id) const
{
    const auto asset = m_desk.asset(id);
    if (!asset || asset->isTrashed()) {
        return std::nullopt;
    }
    const heritage::AssetFacts facts = heritage::factsOf(*asset);
    Entry entry;
    entry.place.id = id;
    entry.place.name = m_desk.nameOf(*asset);
    entry.place.classCode = m_words.themeCode(m_theme, facts);
    entry.place.category = facts.category;
    for (const heritage::Geometry &geometry : asset->parts<heritage::Geometry>()) {
        map::HeritageShape &target = isArea(geometry.wkt) ? entry.place.body : entry.place.point;
        if (target.wkt.isEmpty()) {
            target = {geometry.wkt, EpsgCode(geometry.crs)};
        }
    }
    entry.bindings = asset->parts<heritage::Binding>();
    entry.lifetime = heritage::lifetimeOf(*asset);
    return entry;
}

void HeritageMap::indexBindings(const QString &id, const Entry &entry)
{
    for (const heritage::Binding &binding : entry.bindings) {
        m_recordOfObject.insert(objectKey(binding.model, binding.object), id);
    }
}

void HeritageMap::onAssets(const QStringList &ids)
{
    if (m_slice.isActive()) {
        for (const QString &id : ids) {
            if (!m_waiting.contains(id)) {
                m_waiting << id;
            }
        }
        return;
    }
    for (const QString &id : ids) {
        m_recordOfObject.removeIf([&id](const auto &object) { return object.value() == id; });
        auto entry = entryOf(id);
        if (!entry) {
            m_entries.remove(id);
            m_layers.update(id, std::nullopt);
            continue;
        }
        indexBindings(id, *entry);
        m_layers.update(id, isShown(*entry) ? std::optional(entry->place) : std::nullopt);
        m_entries.insert(id, std::move(*entry));
    }
    m_tintSoon.start();
}

void HeritageMap::readZones()
{
    std::vector<map::HeritageZone> zones;
    if (!m_desk.isOpen()) {
        return;
    }
    const QDate today = m_year ? QDate(*m_year, 12, 31) : QDate::currentDate();
    const QStringList ids = m_desk.zoneIds();
    zones.reserve(static_cast<std::size_t>(ids.size()));
    for (const QString &id : ids) {
        const auto zone = m_desk.catalogue().zone(id);
        if (!zone) {
            continue;
        }
        auto version = zone->on(today);
        const std::vector<heritage::ZoneVersion> versions = zone->parts<heritage::ZoneVersion>();
        if (!version && !m_year && !versions.empty() && versions.back().from.isEmpty()) {
            version = versions.back();
        }
        if (version) {
            zones.push_back({id,
                             zone->assets().value(0),
                             m_words.zoneWord(zone->kind()),
                             zone->kind(),
                             {version->wkt, EpsgCode(version->crs)}});
        }
    }
    m_layers.setZones(zones);
}

std::optional<CityObjectRef> HeritageMap::objectOf(const heritage::Binding &binding) const
{
    const CityEntry *entry = m_views.cities.entry(binding.model);
    if (entry == nullptr || entry->model == nullptr) {
        return std::nullopt;
    }
    const city::ObjectIndex object = entry->model->find(binding.object.toStdString());
    if (object == city::kNone) {
        return std::nullopt;
    }
    return CityObjectRef{binding.model, object, surfaceOf(*entry->model, object, binding.surface)};
}

std::vector<SceneClasses> HeritageMap::classes(std::vector<SceneMarker> &markers)
{
    const std::vector<HeritageMark> marks = m_words.marks(m_theme);
    std::map<QString, std::shared_ptr<scene::ObjectClasses>> byModel;
    m_bound = 0;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        for (const heritage::Binding &binding : it->bindings) {
            const auto ref = isShown(*it) ? objectOf(binding) : std::nullopt;
            if (!ref) {
                continue;
            }
            const city::CityModel &model = *m_views.cities.entry(ref->modelId)->model;
            auto &made = byModel[ref->modelId];
            if (made == nullptr) {
                made = std::make_shared<scene::ObjectClasses>();
                made->restKeepsLook = true;
                made->ofObject.assign(model.objectCount(), scene::ObjectClasses::kNone);
                for (const HeritageMark &mark : marks) {
                    made->legend.entries.push_back({.label = mark.label, .colour = toRgb(mark.colour)});
                }
                made->legend.title = m_theme == HeritageTheme::Class ? tr("Protection") : tr("Condition");
            }
            const auto mark = std::find_if(marks.begin(), marks.end(),
                                           [&](const HeritageMark &each) { return each.code == it->place.classCode; });
            const auto number = static_cast<std::size_t>(mark - marks.begin());
            for (const city::ObjectIndex part : model.withDescendants(ref->object)) {
                made->ofObject[part] = static_cast<std::uint8_t>(number);
            }
            if (number < made->legend.entries.size()) {
                ++made->legend.entries[number].count;
            }
            ++m_bound;
            if (static_cast<int>(markers.size()) < kMostMarkers) {
                markers.push_back({it.key(), it->place.name, model.boundsWithDescendants(ref->object).centre()});
            }
        }
    }
    std::vector<SceneClasses> result;
    result.reserve(byModel.size());
    for (auto &[id, made] : byModel) {
        result.push_back({id, made});
    }
    return result;
}

void HeritageMap::tint()
{
    std::vector<SceneMarker> markers;
    std::vector<SceneClasses> wanted = classes(markers);
    if (!same(wanted, m_shown)) {
        m_shown = wanted;
        m_views.scene.setClasses(std::move(wanted));
    }
    m_views.scene.setMarkers(markers);
}

int HeritageMap::boundCount() const
{
    return m_bound;
}

QString HeritageMap::recordOf(const SelectedThing &thing) const
{
    if (const auto *feature = std::get_if<FeatureRef>(&thing)) {
        return m_layers.recordOf(feature->layerId, feature->featureId);
    }
    const auto &ref = std::get<CityObjectRef>(thing);
    const CityEntry *entry = m_views.cities.entry(ref.modelId);
    if (entry == nullptr || entry->model == nullptr || ref.object >= entry->model->objectCount()) {
        return {};
    }
    // A record is bound to a building or to a part of it: what was pointed at, then what it belongs to.
    city::ObjectIndex object = ref.object;
    for (int depth = 0; depth < 16 && object != city::kNone; ++depth) {
        const QString found = m_recordOfObject.value(objectKey(ref.modelId, entry->model->idOf(object)));
        if (!found.isEmpty()) {
            return found;
        }
        object = entry->model->objectParent[object];
    }
    // Else the building that it is a part of may be known by another part.
    for (const city::ObjectIndex part : entry->model->withDescendants(entry->model->rootOf(ref.object))) {
        const QString found = m_recordOfObject.value(objectKey(ref.modelId, entry->model->idOf(part)));
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

void HeritageMap::select(const SelectedThing &thing)
{
    m_views.selection.set({thing});
    emit m_views.selection.zoomRequested(thing);
}

bool HeritageMap::showBinding(const QString &id, int index)
{
    const auto entry = m_entries.constFind(id);
    if (entry == m_entries.constEnd() || index < 0 || index >= static_cast<int>(entry->bindings.size())) {
        return false;
    }
    const auto ref = objectOf(entry->bindings[static_cast<std::size_t>(index)]);
    if (ref) {
        select(*ref);
    }
    return ref.has_value();
}

bool HeritageMap::show(const QString &id)
{
    const auto entry = m_entries.constFind(id);
    if (entry == m_entries.constEnd()) {
        return false;
    }
    for (int i = 0; i < static_cast<int>(entry->bindings.size()); ++i) {
        if (showBinding(id, i)) {
            return true;
        }
    }
    const auto feature = m_layers.featureOf(id);
    if (!feature) {
        return false;
    }
    select(FeatureRef{feature->first, feature->second});
    // The 3D view knows no features: its camera goes along, looking as it does.
    for (const CityEntry &city : m_views.cities.entries()) {
        const Box3 place =
            map::reprojectBox(m_layers.boundsOf(id), kLonLat, city.model != nullptr ? city.model->crs : EpsgCode());
        if (city.model == nullptr || !city.model->crs.isKnown() || place.isEmpty()) {
            continue;
        }
        const CameraPose pose = m_views.scene.camera();
        const Vec3 by{place.centre().x - pose.focus.x, place.centre().y - pose.focus.y, 0};
        if (m_views.scene.sceneExtent().contains2d({place.centre().x, place.centre().y})) {
            m_views.scene.setCamera({{pose.position.x + by.x, pose.position.y + by.y, pose.position.z},
                                     {pose.focus.x + by.x, pose.focus.y + by.y, pose.focus.z}});
        }
        break;
    }
    return true;
}

} // namespace loci::widgets
