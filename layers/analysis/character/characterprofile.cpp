// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/character/characterprofile.h"

#include "layers/analysis/character/buildingtraits.h"
#include "layers/analysis/planning/parcelmetrics.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::CharacterProfile)
};

constexpr double kLow = 0.1, kMiddle = 0.5, kHigh = 0.9;

QString ageClass(const std::optional<double> &year, const std::vector<int> &bounds)
{
    if (!year) {
        return {};
    }
    const auto above = std::upper_bound(bounds.begin(), bounds.end(), static_cast<int>(*year));
    if (above == bounds.begin()) {
        return bounds.empty() ? QStringLiteral("all") : QStringLiteral("<%1").arg(bounds.front());
    }
    return above == bounds.end() ? QStringLiteral("%1+").arg(bounds.back())
                                 : QStringLiteral("%1-%2").arg(*std::prev(above)).arg(*above - 1);
}

Result<std::vector<const Building *>> buildingsIn(const PlacedArea &area, const BuildingSet &buildings,
                                                  const CancelToken &cancel)
{
    if (!area.shape) {
        return fail(ErrorCode::Invalid, Texts::tr("The area “%1” crosses itself or has no size: it has no profile.")
                                            .arg(area.area->name.isEmpty() ? area.area->id : area.area->name));
    }
    std::vector<const Building *> inside;
    for (const Building *building : buildings.touching(area.bounds)) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        if (!building->outline.isEmpty() &&
            area.shape->covers(Shape::ofPoint(buildings.context(), building->outline.centroid()))) {
            inside.push_back(building);
        }
    }
    return inside;
}

/// Sums of four times the angle of every wall, weighted by its length: walls square to each other agree.
struct Directions
{
    double x = 0, y = 0, length = 0;
    void add(const Shape &outline)
    {
        for (const planning::Polygon &polygon : outline.polygons()) {
            for (const planning::Ring &ring : polygon) {
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    const Vec2 &a = ring[i], &b = ring[(i + 1) % ring.size()];
                    const double wall = std::hypot(b.x - a.x, b.y - a.y);
                    const double angle = 4 * std::atan2(b.y - a.y, b.x - a.x);
                    x += wall * std::cos(angle);
                    y += wall * std::sin(angle);
                    length += wall;
                }
            }
        }
    }
    double degrees() const
    {
        const double turned = std::atan2(y, x) / 4 * 180 / M_PI;
        return turned < 0 ? turned + 90 : turned;
    }
    double regularity() const { return std::hypot(x, y) / length; }
};

std::optional<double> share(const Shares &shares, const QString &word)
{
    const auto own = shares.share(word);
    const auto most = shares.share(shares.most());
    return word.isEmpty() || !own || !most ? std::nullopt : std::optional(*own / *most);
}

/// One inside what is usual, falling to zero one usual range (at least `least`) beyond it.
std::optional<double> within(const Spread &usual, const std::optional<double> &value, double least)
{
    const auto low = usual.at(kLow), high = usual.at(kHigh);
    if (!value || !low || !high) {
        return std::nullopt;
    }
    const double beyond = std::max({0.0, *low - *value, *value - *high});
    return std::max(0.0, 1 - beyond / std::max(least, *high - *low));
}

/// One at the usual size, zero at a quarter or at four times of it.
std::optional<double> sameGrain(const Spread &usual, const std::optional<double> &value)
{
    const auto middle = usual.at(kMiddle);
    if (!value || !middle || *value <= 0 || *middle <= 0) {
        return std::nullopt;
    }
    return std::max(0.0, 1 - std::abs(std::log2(*value / *middle)) / 2);
}

} // namespace

std::optional<double> Spread::at(double share) const
{
    if (values.empty()) {
        return std::nullopt;
    }
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

void Spread::add(const std::optional<double> &value)
{
    if (value && std::isfinite(*value)) {
        values.push_back(*value);
    } else {
        ++unknown;
    }
}

void Spread::finish()
{
    std::sort(values.begin(), values.end());
}

void Shares::add(const QString &word)
{
    word.isEmpty() ? ++unknown : ++counts[word];
}

std::size_t Shares::known() const
{
    return std::accumulate(counts.begin(), counts.end(), std::size_t(0),
                           [](std::size_t sum, const auto &one) { return sum + one.second; });
}

std::optional<double> Shares::share(const QString &word) const
{
    const std::size_t all = known();
    const auto found = counts.find(word);
    if (all == 0) {
        return std::nullopt;
    }
    return found == counts.end() ? 0.0 : static_cast<double>(found->second) / static_cast<double>(all);
}

QString Shares::most() const
{
    const auto found = std::max_element(counts.begin(), counts.end(),
                                        [](const auto &a, const auto &b) { return a.second < b.second; });
    return found == counts.end() ? QString() : found->first;
}

Result<CharacterProfile> profileOf(const PlacedArea &area, const BuildingSet &buildings, const CharacterRule &rule,
                                   const QDate &day, const CancelToken &cancel)
{
    LOCI_TRY(const std::vector<const Building *> inside, buildingsIn(area, buildings, cancel));
    CharacterProfile profile;
    profile.area = area.area->id;
    profile.name = area.area->name;
    profile.day = day;
    profile.buildings = inside.size();
    const ParcelMetrics metrics = measureParcel(area, buildings, {});
    profile.siteArea = metrics.siteArea;
    profile.coverage = metrics.coverage();
    profile.floorAreaRatio = metrics.isConsistent() ? metrics.floorAreaRatio() : std::nullopt;
    Directions directions;
    for (const Building *building : inside) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        const BuildingTraits traits = traitsOf(*building, buildings, rule);
        profile.height.add(traits.height);
        profile.eaves.add(traits.eaves);
        profile.storeys.add(building->storeys);
        profile.footprint.add(traits.footprint);
        profile.gap.add(traits.gap);
        if (traits.pitch || !traits.isFlat) {
            profile.pitch.add(traits.pitch);
        }
        profile.roof.add(traits.roof);
        profile.material.add(traits.material);
        profile.age.add(ageClass(traits.year, rule.ageBounds));
        directions.add(building->outline);
    }
    for (Spread *spread :
         {&profile.height, &profile.eaves, &profile.storeys, &profile.footprint, &profile.pitch, &profile.gap}) {
        spread->finish();
    }
    if (directions.length > 0) {
        profile.direction = directions.degrees();
        profile.regularity = directions.regularity();
    }
    return profile;
}

Result<std::vector<Conformity>> conformityOf(const PlacedArea &area, const BuildingSet &buildings,
                                             const CharacterProfile &profile, const CharacterRule &rule,
                                             const CancelToken &cancel)
{
    LOCI_TRY(const std::vector<const Building *> inside, buildingsIn(area, buildings, cancel));
    std::vector<Conformity> all;
    all.reserve(inside.size());
    for (const Building *building : inside) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        const BuildingTraits traits = traitsOf(*building, buildings, rule);
        Conformity one;
        one.id = building->id;
        const std::pair<const char *, std::optional<double>> parts[] = {
            {"height", within(profile.height, traits.height, rule.tolerance)},
            {"roof", share(profile.roof, traits.roof)},
            {"material", share(profile.material, traits.material)},
            {"grain", sameGrain(profile.footprint, traits.footprint)},
            {"enclosure", within(profile.gap, traits.gap, rule.tolerance)}};
        double sum = 0, weights = 0;
        for (const auto &[name, value] : parts) {
            const auto weight = rule.weights.find(QLatin1String(name));
            if (value && weight != rule.weights.end() && weight->second > 0) {
                one.parts[weight->first] = *value;
                sum += weight->second * *value;
                weights += weight->second;
            }
        }
        if (static_cast<int>(one.parts.size()) >= rule.leastKnown && weights > 0) {
            one.index = sum / weights;
        }
        all.push_back(std::move(one));
    }
    std::stable_sort(all.begin(), all.end(), [](const Conformity &a, const Conformity &b) {
        return a.index.value_or(2) < b.index.value_or(2); // unknown ones come last
    });
    return all;
}

std::optional<double> meanIndex(const std::vector<Conformity> &buildings)
{
    double sum = 0;
    std::size_t known = 0;
    for (const Conformity &building : buildings) {
        sum += building.index.value_or(0);
        known += building.index ? 1 : 0;
    }
    return known > 0 ? std::optional(sum / static_cast<double>(known)) : std::nullopt;
}

} // namespace loci::analysis
