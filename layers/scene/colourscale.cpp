// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/colourscale.h"

#include <QStringList>
#include <algorithm>

namespace loci::scene {

namespace {

constexpr std::array<std::pair<Ramp, const char *>, 6> kKeys{{{Ramp::Viridis, "viridis"},
                                                              {Ramp::Cividis, "cividis"},
                                                              {Ramp::Magma, "magma"},
                                                              {Ramp::Greens, "greens"},
                                                              {Ramp::Heat, "heat"},
                                                              {Ramp::BlueRed, "bluered"}}};
constexpr char kReversed[] = "reversed";
constexpr char kSteps[] = "steps";

} // namespace

QString rampKey(Ramp ramp)
{
    const auto *found = std::find_if(kKeys.begin(), kKeys.end(), [ramp](const auto &key) { return key.first == ramp; });
    return QLatin1String(found == kKeys.end() ? kKeys.front().second : found->second);
}

std::vector<Ramp> allRamps()
{
    std::vector<Ramp> ramps;
    ramps.reserve(kKeys.size());
    for (const auto &key : kKeys) {
        ramps.push_back(key.first);
    }
    return ramps;
}

QString ColourScale::text() const
{
    if (*this == ColourScale()) {
        return {};
    }
    QStringList words{rampKey(ramp)};
    if (reversed) {
        words << QLatin1String(kReversed);
    }
    words << QString::number(classes);
    if (cut == Cut::EqualSteps) {
        words << QLatin1String(kSteps);
    }
    return words.join(QLatin1Char(','));
}

ColourScale ColourScale::fromText(const QString &text)
{
    ColourScale scale;
    for (const QString &word : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (isNumber) {
            scale.classes = std::clamp(number, kFewest, kMost);
        } else if (word == QLatin1String(kReversed)) {
            scale.reversed = true;
        } else if (word == QLatin1String(kSteps)) {
            scale.cut = Cut::EqualSteps;
        }
        for (const auto &[ramp, key] : kKeys) {
            scale.ramp = word == QLatin1String(key) ? ramp : scale.ramp;
        }
    }
    return scale;
}

std::vector<double> ColourScale::ends(std::vector<double> values) const
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty()) {
        return {};
    }
    std::sort(values.begin(), values.end());
    const auto wanted = static_cast<std::size_t>(std::clamp(classes, kFewest, kMost));
    std::vector<double> ends;
    for (const double value : values) {
        if (ends.empty() || value != ends.back()) {
            ends.push_back(value);
        }
        if (ends.size() > wanted) {
            break;
        }
    }
    if (ends.size() <= wanted) {
        return ends;
    }
    ends.clear();
    for (std::size_t i = 1; i <= wanted; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(wanted);
        const double end =
            cut == Cut::EqualSteps
                ? (i == wanted ? values.back() : values.front() + share * (values.back() - values.front()))
                : values[std::max<std::size_t>(1, i * values.size() / wanted) - 1];
        if (ends.empty() || end > ends.back()) {
            ends.push_back(end);
        }
    }
    return ends;
}

Rgb ColourScale::colourOf(std::size_t number, std::size_t count) const
{
    const double place = count <= 1 ? 0.5 : static_cast<double>(number) / static_cast<double>(count - 1);
    return rampColour(ramp, reversed ? 1 - place : place);
}

std::vector<double> statedNumbers(const city::CityModel &model, const QString &attribute)
{
    using Kind = city::AttributeColumn::Kind;
    const city::AttributeColumn *column = model.attributes.find(attribute.toStdString());
    std::vector<double> numbers;
    if (column == nullptr || (column->kind() != Kind::Integer && column->kind() != Kind::Real)) {
        return numbers;
    }
    numbers.reserve(column->count());
    for (const std::uint32_t row : column->rows()) {
        if (const auto number = column->number(row); number && std::isfinite(*number)) {
            numbers.push_back(*number);
        }
    }
    return numbers;
}

} // namespace loci::scene
