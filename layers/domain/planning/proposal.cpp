// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/planning/proposal.h"

#include "layers/domain/city/citymodelbuilder.h"
#include "layers/domain/city/mesh.h"
#include "layers/domain/city/subset.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <iterator>

namespace loci::planning {

using city::CityModel;
using city::CityModelPtr;
using city::ObjectIndex;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::planning::Proposal)
};

bool readRing(const QJsonValue &value, Ring &ring)
{
    for (const QJsonValue &item : value.toArray()) {
        const QJsonArray numbers = item.toArray();
        if (numbers.size() < 2 || !numbers[0].isDouble() || !numbers[1].isDouble()) {
            return false;
        }
        ring.push_back({numbers[0].toDouble(), numbers[1].toDouble()});
    }
    if (ring.size() > 1 && ring.front() == ring.back()) {
        ring.pop_back();
    }
    return ring.size() >= 3;
}

double signedArea(const Ring &ring)
{
    double area = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        area += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                (ring[i].y - ring[0].y) * (ring[i + 1].x - ring[0].x);
    }
    return area / 2;
}

bool readChange(const QJsonObject &object, PlanChange &change)
{
    const QString op = object[QLatin1String("op")].toString();
    change.id = object[QLatin1String("id")].toString();
    change.floors = object[QLatin1String("floors")].toDouble(0);
    change.floorHeight = object[QLatin1String("floorHeight")].toDouble(3);
    change.base = object[QLatin1String("base")].toDouble(0);
    const QJsonObject attributes = object[QLatin1String("attributes")].toObject();
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        change.attributes[it.key()] = it->toString();
    }
    const bool sized = change.height() > 0 && std::isfinite(change.height()) && std::isfinite(change.base);
    if (op == QLatin1String("remove")) {
        change.kind = PlanChange::Kind::Remove;
        return !change.id.isEmpty();
    }
    if (op == QLatin1String("reshape")) {
        change.kind = PlanChange::Kind::Reshape;
        return !change.id.isEmpty() && sized;
    }
    Ring ring;
    change.kind = PlanChange::Kind::Add;
    change.bodyId = object[QLatin1String("body")].toString();
    const QJsonArray at = object[QLatin1String("at")].toArray();
    change.at = {at.at(0).toDouble(), at.at(1).toDouble()};
    change.turn = object[QLatin1String("turn")].toDouble();
    if (!change.bodyId.isEmpty() && (at.size() != 2 || !std::isfinite(change.turn))) {
        return false;
    }
    if (op != QLatin1String("add") || change.id.isEmpty() || !sized || !object[QLatin1String("base")].isDouble() ||
        !readRing(object[QLatin1String("footprint")], ring) || signedArea(ring) == 0) {
        return false;
    }
    if (signedArea(ring) < 0) {
        std::reverse(ring.begin(), ring.end());
    }
    change.footprint = {std::move(ring)};
    return true;
}

/// Whether a face is more than a line when it is seen from above.
bool coversGround(const std::vector<Vec3> &ring)
{
    constexpr double kLine = 1e-4; // square metres
    Ring seen;
    seen.reserve(ring.size());
    std::transform(ring.begin(), ring.end(), std::back_inserter(seen), [](const Vec3 &p) { return Vec2{p.x, p.y}; });
    return std::abs(signedArea(seen)) > kLine;
}

/// Attributes of their own: the columns of a copied model are shared with the original.
city::AttributeTable copied(const city::AttributeTable &table)
{
    city::AttributeTable own;
    for (const auto &column : table.columns()) {
        city::AttributeColumn &target = own.column(column->name());
        for (std::size_t i = 0; i < column->rows().size(); ++i) {
            target.appendFrom(*column, i, column->rows()[i]);
        }
    }
    return own;
}

/// Puts buildings into a model.
class Extender
{
public:
    Extender(const std::array<double, 3> &scale, const std::array<double, 3> &translate) : m_builder(scale, translate)
    {}
    explicit Extender(const CityModel &model) : m_builder(model.vertices.scale, model.vertices.translate)
    {
        m_builder.model() = std::move(*model.copy());
        m_builder.model().attributes = copied(model.attributes);
    }

    /// A shape from a file. Where no surface of it says that it is the floor, the ground that it covers is added:
    /// what its faces cover, seen from above.
    void addBody(const PlanChange &change)
    {
        beginBuilding(change);
        m_builder.beginGeometry(city::GeometryType::MultiSurface, "2");
        const bool hasGround = change.body->hasGround();
        for (const PlanBody::Surface &surface : change.body->surfaces) {
            std::vector<std::vector<Vec3>> rings;
            for (const std::vector<Vec3> &ring : surface.rings) {
                rings.emplace_back();
                for (const Vec3 &p : ring) {
                    rings.back().push_back(placedPoint(p, change.at, change.base, change.turn));
                }
            }
            m_builder.surface(std::span<const std::vector<Vec3>>(rings), surface.semantic);
            if (!hasGround && coversGround(rings.front())) {
                for (std::vector<Vec3> &ring : rings) {
                    std::for_each(ring.begin(), ring.end(), [&change](Vec3 &p) { p.z = change.base; });
                }
                m_builder.surface(std::span<const std::vector<Vec3>>(rings), "GroundSurface");
            }
        }
    }

    void addBlock(const PlanChange &change, const std::vector<Polygon> &outlines, double base)
    {
        beginBuilding(change);
        m_builder.attribute("storeysAboveGround", change.floors);
        m_builder.beginGeometry(outlines.size() == 1 ? city::GeometryType::Solid : city::GeometryType::MultiSolid, "1");
        std::uint32_t solid = 0;
        for (const Polygon &outline : outlines) {
            addPrism(outline, base, base + change.height(), solid++);
        }
    }

    void copyTree(const CityModel &from, ObjectIndex object, ObjectIndex parent)
    {
        const ObjectIndex row = m_builder.beginObject(from.objectIds[object], from.typeOf(object), parent);
        for (const auto &column : from.attributes.columns()) {
            const auto at = std::lower_bound(column->rows().begin(), column->rows().end(), object);
            if (at != column->rows().end() && *at == object) {
                m_builder.model()
                    .attributes.column(column->name())
                    .appendFrom(*column, static_cast<std::size_t>(at - column->rows().begin()), row);
            }
        }
        const city::IndexRange range = from.objectGeometries[object];
        for (city::GeometryIndex g = range.begin; g < range.end; ++g) {
            copyGeometry(from, from.geometry.geometries[g]);
        }
        for (const ObjectIndex child : from.childrenOf(object)) {
            copyTree(from, child, row);
        }
    }

    void setCrs(EpsgCode crs) { m_builder.model().crs = crs; }
    CityModelPtr finish() { return m_builder.finish(); }

private:
    void beginBuilding(const PlanChange &change)
    {
        m_builder.beginObject(change.id.toStdString(), "Building");
        for (const auto &[name, value] : change.attributes) {
            m_builder.attribute(name.toStdString(), std::string_view(value.toStdString()));
        }
    }

    void addPrism(const Polygon &outline, double low, double high, std::uint32_t solid)
    {
        const auto at = [](const Ring &ring, double z, bool turned) {
            std::vector<Vec3> points;
            points.reserve(ring.size());
            for (const Vec2 &p : ring) {
                points.push_back({p.x, p.y, z});
            }
            if (turned) {
                std::reverse(points.begin(), points.end());
            }
            return points;
        };
        m_builder.beginShell(solid);
        std::vector<std::vector<Vec3>> floor, roof;
        for (const Ring &ring : outline) {
            floor.push_back(at(ring, low, true));
            roof.push_back(at(ring, high, false));
        }
        m_builder.surface(std::span<const std::vector<Vec3>>(floor), "GroundSurface");
        m_builder.surface(std::span<const std::vector<Vec3>>(roof), "RoofSurface");
        for (const Ring &ring : outline) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Vec2 &a = ring[i];
                const Vec2 &b = ring[(i + 1) % ring.size()];
                m_builder.surface({{{a.x, a.y, low}, {b.x, b.y, low}, {b.x, b.y, high}, {a.x, a.y, high}}},
                                  "WallSurface");
            }
        }
    }

    void copyGeometry(const CityModel &from, const city::Geometry &geometry)
    {
        const std::string_view lod = geometry.lod == city::kNone ? std::string_view() : from.lodNames.at(geometry.lod);
        m_builder.beginGeometry(geometry.type, lod);
        std::uint32_t shell = geometry.shells.begin;
        for (city::SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
            if (shell < geometry.shells.end && from.geometry.shells[shell].surfaces.begin == s) {
                m_builder.beginShell(from.geometry.shells[shell++].solid);
            }
            std::vector<std::vector<Vec3>> rings;
            const city::IndexRange range = from.geometry.rings(s);
            for (std::uint32_t r = range.begin; r < range.end; ++r) {
                rings.emplace_back();
                for (const std::uint32_t id : from.geometry.ring(r)) {
                    rings.back().push_back(from.vertices.at(id));
                }
            }
            m_builder.surface(std::span<const std::vector<Vec3>>(rings), from.semanticOf(s));
        }
    }

    city::CityModelBuilder m_builder;
};

/// The model without some objects and what belongs to them.
Result<CityModelPtr> without(const CityModelPtr &model, const QSet<QString> &ids)
{
    if (ids.isEmpty()) {
        return model;
    }
    city::SubsetCriteria criteria;
    criteria.objects.emplace();
    for (ObjectIndex o = 0; o < model->objectCount(); ++o) {
        if (!ids.contains(model->idOf(model->rootOf(o)))) {
            criteria.objects->push_back(o);
        }
    }
    return city::subset(*model, criteria);
}

Result<> checkIds(const CityModel &model, const Proposal &proposal)
{
    QSet<QString> seen;
    for (const PlanChange &change : proposal.changes) {
        const ObjectIndex found = model.find(change.id.toStdString());
        const bool isAdd = change.kind == PlanChange::Kind::Add;
        if (seen.contains(change.id) || (isAdd && found != city::kNone)) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("The proposal changes “%1” twice, or adds what is there already.").arg(change.id));
        }
        if (!isAdd && (found == city::kNone || model.objectParent[found] != city::kNone)) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("The proposal changes “%1”, and the model has no such building.").arg(change.id));
        }
        seen.insert(change.id);
    }
    return {};
}

/// Whether a change has a place and a size that a model can hold.
bool isSound(const PlanChange &change)
{
    if (change.kind == PlanChange::Kind::Remove) {
        return true;
    }
    if (!change.bodyId.isEmpty()) { // its shape has sizes of its own
        return std::isfinite(change.base);
    }
    const auto isPlace = [](const Vec2 &p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    const bool isPlaced = std::all_of(change.footprint.begin(), change.footprint.end(),
                                      [&](const Ring &ring) { return std::all_of(ring.begin(), ring.end(), isPlace); });
    return isPlaced && std::isfinite(change.base) && std::isfinite(change.height()) && change.height() > 0;
}

/// What a proposal adds, and what it reshapes as blocks over the outlines that are there.
Result<> addBlocks(Extender &extender, const CityModel &base, const std::vector<city::Footprint> &outlines,
                   const Proposal &proposal)
{
    for (const PlanChange &change : proposal.changes) {
        if (!isSound(change)) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("“%1” has a place or a size that is no number above nothing.").arg(change.id));
        }
        if (change.kind == PlanChange::Kind::Add && !change.bodyId.isEmpty()) {
            if (!change.body) {
                return fail(ErrorCode::Invalid, Texts::tr("The shape of “%1” is not at hand.").arg(change.id));
            }
            extender.addBody(change);
        } else if (change.kind == PlanChange::Kind::Add) {
            extender.addBlock(change, {change.footprint}, change.base);
        } else if (change.kind == PlanChange::Kind::Reshape) {
            const ObjectIndex object = base.find(change.id.toStdString());
            const auto outline = std::find_if(outlines.begin(), outlines.end(),
                                              [object](const city::Footprint &f) { return f.object == object; });
            if (outline == outlines.end()) {
                return fail(ErrorCode::Invalid, Texts::tr("“%1” has no outline to be built up from.").arg(change.id));
            }
            extender.addBlock(change, outline->polygons, outline->groundHeight);
        }
    }
    return {};
}

/// Of one object with its parts, as bytes.
class ObjectHash
{
public:
    explicit ObjectHash(const CityModel &model) : m_model(model) {}

    QByteArray of(ObjectIndex object)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto add = [&hash](std::string_view text) {
            hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
            hash.addData(QByteArrayView("\0", 1));
        };
        add(m_model.objectIds[object]);
        add(m_model.typeOf(object));
        add(m_model.objectParent[object] == city::kNone ? std::string_view()
                                                        : m_model.objectIds[m_model.objectParent[object]]);
        std::map<std::string, std::string> attributes;
        for (const auto &column : m_model.attributes.columns()) {
            const std::string json = column->json(object);
            if (!json.empty()) {
                attributes[column->name()] = json;
            }
        }
        for (const auto &[name, json] : attributes) {
            add(name);
            add(json);
        }
        const city::IndexRange range = m_model.objectGeometries[object];
        for (city::GeometryIndex g = range.begin; g < range.end; ++g) {
            const city::Geometry &geometry = m_model.geometry.geometries[g];
            add(city::geometryTypeName(geometry.type));
            add(geometry.lod == city::kNone ? std::string_view() : m_model.lodNames.at(geometry.lod));
            for (city::SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
                add(m_model.semanticOf(s));
                addRings(s, hash);
            }
        }
        return hash.result();
    }

private:
    void addRings(city::SurfaceIndex surface, QCryptographicHash &hash)
    {
        const city::IndexRange range = m_model.geometry.rings(surface);
        for (std::uint32_t r = range.begin; r < range.end; ++r) {
            hash.addData(QByteArrayView("r", 1));
            for (const std::uint32_t id : m_model.geometry.ring(r)) {
                const std::int32_t *xyz = m_model.vertices.xyz.data() + 3 * static_cast<std::size_t>(id);
                hash.addData(QByteArrayView(reinterpret_cast<const char *>(xyz), 3 * sizeof(std::int32_t)));
            }
        }
    }

    const CityModel &m_model;
};

} // namespace

std::optional<PlanChange> PlanChange::fromJson(const QJsonObject &object)
{
    PlanChange change;
    return readChange(object, change) ? std::optional(std::move(change)) : std::nullopt;
}

void PlanChange::attach(std::shared_ptr<const PlanBody> shape)
{
    body = std::move(shape);
    if (!body) {
        return;
    }
    Ring placed;
    placed.reserve(body->outline.size());
    for (const Vec2 &p : body->outline) {
        const Vec3 there = placedPoint({p.x, p.y, 0}, at, base, turn);
        placed.push_back({there.x, there.y});
    }
    footprint = {std::move(placed)};
    floorHeight = floorHeight > 0 ? floorHeight : 3;
    floors = body->height / floorHeight;
}

bool PlanChange::operator==(const PlanChange &other) const
{
    return kind == other.kind && id == other.id && footprint == other.footprint && base == other.base &&
           floors == other.floors && floorHeight == other.floorHeight && attributes == other.attributes &&
           bodyId == other.bodyId && at == other.at && turn == other.turn;
}

QJsonObject PlanChange::toJson() const
{
    static constexpr const char *kOps[] = {"add", "remove", "reshape"};
    QJsonObject json{{QStringLiteral("op"), QLatin1String(kOps[static_cast<int>(kind)])}, {QStringLiteral("id"), id}};
    if (kind == Kind::Remove) {
        return json;
    }
    json.insert(QStringLiteral("floors"), floors);
    json.insert(QStringLiteral("floorHeight"), floorHeight);
    if (kind == Kind::Add) {
        QJsonArray ring;
        for (const Vec2 &p : footprint.front()) {
            ring << QJsonArray{p.x, p.y};
        }
        QJsonObject own;
        for (const auto &[name, value] : attributes) {
            own.insert(name, value);
        }
        if (!bodyId.isEmpty()) {
            json.insert(QStringLiteral("body"), bodyId);
            json.insert(QStringLiteral("at"), QJsonArray{at.x, at.y});
            json.insert(QStringLiteral("turn"), turn);
        }
        json.insert(QStringLiteral("footprint"), ring);
        json.insert(QStringLiteral("base"), base);
        json.insert(QStringLiteral("attributes"), own);
    }
    return json;
}

Result<Proposal> Proposal::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    const QJsonArray changes = root[QLatin1String("changes")].toArray();
    if (problem.error != QJsonParseError::NoError || changes.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("This is no proposal: the member “changes” is missing."),
                    problem.errorString());
    }
    Proposal proposal;
    proposal.id = root[QLatin1String("id")].toString();
    proposal.name = root[QLatin1String("name")].toString();
    proposal.changes.reserve(static_cast<std::size_t>(changes.size()));
    for (const QJsonValue &item : changes) {
        PlanChange change;
        if (!readChange(item.toObject(), change)) {
            return fail(ErrorCode::Invalid, Texts::tr("Change %1 of the proposal cannot be read; it needs an op (add, "
                                                      "remove or reshape), an id, and what its op asks for.")
                                                .arg(proposal.changes.size() + 1));
        }
        proposal.changes.push_back(std::move(change));
    }
    return proposal;
}

QSet<QString> Proposal::touched() const
{
    QSet<QString> ids;
    for (const PlanChange &change : changes) {
        if (change.kind != PlanChange::Kind::Remove) {
            ids.insert(change.id);
        }
    }
    return ids;
}

Result<CityModelPtr> applied(const CityModelPtr &base, const Proposal &proposal)
{
    LOCI_CHECK(checkIds(*base, proposal));
    QSet<QString> gone;
    for (const PlanChange &change : proposal.changes) {
        if (change.kind != PlanChange::Kind::Add) {
            gone.insert(change.id);
        }
    }
    LOCI_TRY(const std::vector<city::Footprint> outlines, city::footprints(*base));
    LOCI_TRY(const CityModelPtr left, without(base, gone));
    Extender extender(*left);
    LOCI_CHECK(addBlocks(extender, *base, outlines, proposal));
    return extender.finish();
}

Result<CityModelPtr> blocksOf(const CityModel &base, const std::vector<city::Footprint> &outlines,
                              const Proposal &proposal)
{
    LOCI_CHECK(checkIds(base, proposal));
    Extender extender(base.vertices.scale, base.vertices.translate);
    extender.setCrs(base.crs);
    LOCI_CHECK(addBlocks(extender, base, outlines, proposal));
    return extender.finish();
}

Result<CityModelPtr> reverted(const CityModelPtr &changed, const CityModelPtr &base, const Proposal &proposal)
{
    LOCI_TRY(const CityModelPtr left, without(changed, proposal.touched()));
    Extender extender(*left);
    for (const PlanChange &change : proposal.changes) {
        if (change.kind != PlanChange::Kind::Add) {
            extender.copyTree(*base, base->find(change.id.toStdString()), city::kNone);
        }
    }
    return extender.finish();
}

QByteArray contentHash(const CityModel &model)
{
    std::vector<QByteArray> hashes;
    hashes.reserve(model.objectCount());
    ObjectHash one(model);
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        hashes.push_back(one.of(o));
    }
    std::sort(hashes.begin(), hashes.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : hashes) {
        hash.addData(part);
    }
    return hash.result();
}

} // namespace loci::planning
