// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/airquality.h"

#include <algorithm>
#include <cmath>

namespace loci::indicators {

namespace {

constexpr double kTie = 1e-9;
constexpr int kPrimaryAbove = 50;

double rounded(const AqiVersion &version, double value, int decimals)
{
    const double factor = std::pow(10, decimals);
    const double scaled = value * factor;
    const double down = std::floor(scaled + kTie);
    if (!version.halfToEven) {
        return down / factor;
    }
    const double rest = scaled - down;
    const bool up = rest > 0.5 + kTie || (std::abs(rest - 0.5) <= kTie && std::fmod(down, 2) != 0);
    return (up ? down + 1 : down) / factor;
}

int indexFrom(const AqiVersion &version, const AqiSegment &segment, double concentration)
{
    const double slope = (segment.high - segment.low) / (segment.to - segment.from);
    const double exact = segment.low + slope * (concentration - segment.from);
    return static_cast<int>(version.roundUp ? std::ceil(exact - kTie) : std::floor(exact + 0.5 + kTie));
}

} // namespace

const AqiClass *AqiVersion::classOf(int index) const
{
    for (const AqiClass &one : classes) {
        if (index <= one.upTo) {
            return &one;
        }
    }
    return classes.empty() ? nullptr : &classes.back();
}

const AqiVersion *AirQualityRules::version(const QString &id) const
{
    for (const AqiVersion &one : m_versions) {
        if (one.id == id) {
            return &one;
        }
    }
    return nullptr;
}

const AqiVersion *AirQualityRules::inForce(const QString &family, QDate day) const
{
    for (const AqiVersion &one : m_versions) {
        if (one.family == family && one.from <= day && (!one.until.isValid() || day <= one.until)) {
            return &one;
        }
    }
    return nullptr;
}

AqiPart individualIndex(const AqiVersion &version, const QString &table, Quantity concentration)
{
    AqiPart part;
    const auto found = version.tables.find(table);
    if (found == version.tables.end() || !concentration || !std::isfinite(*concentration) || *concentration < 0) {
        return part;
    }
    const AqiTable &rows = found->second;
    const double value = rounded(version, *concentration, rows.decimals);
    part.concentration = value;
    for (const AqiSegment &segment : rows.segments) {
        if (value <= segment.to + kTie) {
            if (value >= segment.from - kTie) {
                part.index = indexFrom(version, segment, value);
            }
            return part; // below the first row: no index by this averaging time
        }
    }
    if (rows.segments.empty()) {
        return part;
    }
    part.beyond = true;
    const AqiSegment &last = rows.segments.back();
    if (rows.beyond == AqiTable::Beyond::Extend) {
        part.index = indexFrom(version, last, value);
    } else if (rows.beyond == AqiTable::Beyond::Last) {
        part.index = static_cast<int>(last.high);
    }
    return part;
}

AqiResult overallIndex(const AqiVersion &version, const std::vector<AqiInput> &inputs,
                       const std::vector<Quantity> &concentrations)
{
    AqiResult result;
    result.parts.reserve(inputs.size());
    QStringList known;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        AqiPart part =
            individualIndex(version, inputs[i].table, i < concentrations.size() ? concentrations[i] : std::nullopt);
        part.pollutant = inputs[i].pollutant;
        if (part.concentration) {
            known << part.pollutant;
        }
        if (part.index) {
            result.index = std::max(result.index.value_or(0), *part.index);
        }
        result.parts.push_back(std::move(part));
    }
    for (const AqiPart &part : result.parts) {
        if (!known.contains(part.pollutant) && !result.missing.contains(part.pollutant)) {
            result.missing << part.pollutant;
        }
        if (part.index && result.index > kPrimaryAbove && part.index == result.index &&
            !result.primary.contains(part.pollutant)) {
            result.primary << part.pollutant;
        }
    }
    if (result.index && !result.missing.isEmpty() && version.publishAboveIfMissing &&
        *result.index <= *version.publishAboveIfMissing) {
        result.withheld = true;
        result.index.reset();
        result.primary.clear();
    }
    return result;
}

Quantity nowCast(const std::array<Quantity, 12> &hours)
{
    int recent = 0;
    double least = 0, most = 0;
    bool any = false;
    for (std::size_t i = 0; i < hours.size(); ++i) {
        if (!hours[i]) {
            continue;
        }
        recent += i < 3 ? 1 : 0;
        least = any ? std::min(least, *hours[i]) : *hours[i];
        most = any ? std::max(most, *hours[i]) : *hours[i];
        any = true;
    }
    if (recent < 2) {
        return std::nullopt;
    }
    const double weight = most > 0 ? std::max(0.5, 1 - (most - least) / most) : 1;
    double sum = 0, weights = 0, factor = 1;
    for (const Quantity &hour : hours) {
        if (hour) {
            sum += factor * *hour;
            weights += factor;
        }
        factor *= weight;
    }
    return sum / weights;
}

} // namespace loci::indicators
