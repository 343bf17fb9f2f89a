// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/cityrows.h"

#include "layers/domain/city/mesh.h"

#include <cmath>

namespace loci::indicators {

namespace {

double ringArea(const std::vector<Vec2> &ring)
{
    double sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        sum += (ring[j].x - ring[0].x) * (ring[i].y - ring[0].y) - (ring[i].x - ring[0].x) * (ring[j].y - ring[0].y);
    }
    return sum / 2;
}

double areaOf(const city::Footprint &footprint)
{
    double area = 0;
    for (const auto &polygon : footprint.polygons) {
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            if (!polygon[i].empty()) {
                area += (i == 0 ? 1 : -1) * std::abs(ringArea(polygon[i]));
            }
        }
    }
    return area;
}

class ObjectRow final : public Row
{
public:
    ObjectRow(const city::CityModel &model, city::ObjectIndex object, const city::Footprint *footprint,
              const std::function<Vec2(Vec2)> &placed)
        : m_model(model)
        , m_object(object)
        , m_footprint(footprint)
        , m_placed(placed)
    {}
    QString id() const override { return m_model.idOf(m_object); }
    Field field(const QString &name) const override
    {
        if (name == QLatin1String("type")) {
            const std::string_view type = m_model.typeOf(m_object);
            return QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()));
        }
        if (name == QLatin1String("id")) {
            return id();
        }
        if (name == QLatin1String("@height")) {
            const Box3 box = m_model.boundsWithDescendants(m_object);
            return box.isEmpty() ? Field() : Field(box.max.z - box.min.z);
        }
        const city::AttributeColumn *column = m_model.attributes.find(name.toStdString());
        if (column == nullptr) {
            return {};
        }
        if (const auto number = column->number(m_object)) {
            return *number;
        }
        const QVariant value = column->value(m_object);
        return value.isValid() ? Field(value.toString()) : Field();
    }
    Quantity area() const override { return m_footprint != nullptr ? Quantity(areaOf(*m_footprint)) : std::nullopt; }
    Quantity length() const override { return std::nullopt; }
    std::optional<Vec2> place() const override
    {
        const Box3 box = m_model.boundsWithDescendants(m_object);
        return box.isEmpty() ? std::nullopt
                             : std::optional(m_placed({(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2}));
    }

private:
    const city::CityModel &m_model;
    city::ObjectIndex m_object;
    const city::Footprint *m_footprint;
    const std::function<Vec2(Vec2)> &m_placed;
};

} // namespace

Result<> eachCityRow(const city::CityModel &model, const std::function<Vec2(Vec2)> &placed,
                     const std::function<void(const Row &)> &row, const CancelToken &cancel)
{
    LOCI_TRY(const std::vector<city::Footprint> outlines, city::footprints(model, cancel));
    std::vector<const city::Footprint *> byObject(model.objectCount(), nullptr);
    for (const city::Footprint &outline : outlines) {
        if (outline.object < byObject.size()) {
            byObject[outline.object] = &outline;
        }
    }
    for (city::ObjectIndex object = 0; object < model.objectCount(); ++object) {
        if (model.objectParent[object] == city::kNone) {
            row(ObjectRow(model, object, byObject[object], placed));
        }
    }
    return {};
}

} // namespace loci::indicators
