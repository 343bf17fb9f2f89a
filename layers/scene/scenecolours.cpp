// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/scenecolours.h"

#include <algorithm>

namespace loci::scene {

namespace {

constexpr Palette kLight{{{{240, 236, 228},
                           {214, 186, 164},
                           {206, 214, 196},
                           {220, 212, 200},
                           {236, 232, 224},
                           {178, 196, 206},
                           {176, 152, 130},
                           {206, 214, 196},
                           {174, 202, 216},
                           {226, 225, 221},
                           {206, 203, 199},
                           {182, 202, 166},
                           {212, 217, 198},
                           {216, 209, 198},
                           {198, 194, 188},
                           {196, 190, 180},
                           {232, 226, 216}}},
                         {198, 200, 200},
                         {226, 235, 238},
                         {150, 190, 216},
                         {58, 68, 88},
                         {18, 24, 42},
                         {240, 206, 176},
                         {216, 222, 209},
                         {74, 70, 66},
                         {202, 108, 88}};

constexpr Palette kDark{{{{86, 96, 106},
                          {126, 104, 92},
                          {34, 46, 54},
                          {82, 84, 88},
                          {92, 102, 110},
                          {96, 120, 134},
                          {104, 88, 78},
                          {34, 46, 54},
                          {24, 56, 74},
                          {58, 66, 74},
                          {52, 56, 62},
                          {42, 66, 56},
                          {38, 50, 52},
                          {88, 88, 88},
                          {62, 66, 70},
                          {84, 84, 82},
                          {92, 96, 100}}},
                        {70, 76, 80},
                        {24, 36, 46},
                        {6, 11, 19},
                        {18, 26, 38},
                        {4, 8, 15},
                        {64, 46, 44},
                        {24, 34, 41},
                        {12, 18, 24},
                        {186, 98, 80}};

using Stops = std::array<Rgb, 9>;
constexpr Stops kViridis{{{68, 1, 84},
                          {71, 45, 123},
                          {59, 82, 139},
                          {44, 114, 142},
                          {33, 145, 140},
                          {40, 174, 128},
                          {94, 201, 98},
                          {173, 220, 48},
                          {253, 231, 37}}};
constexpr Stops kCividis{{{0, 34, 78},
                          {26, 56, 111},
                          {67, 78, 108},
                          {98, 101, 112},
                          {125, 124, 120},
                          {155, 149, 119},
                          {188, 174, 108},
                          {222, 203, 89},
                          {254, 232, 56}}};

constexpr Stops kMagma{{{0, 0, 4},
                        {28, 16, 68},
                        {79, 18, 123},
                        {129, 37, 129},
                        {181, 54, 122},
                        {229, 80, 100},
                        {251, 135, 97},
                        {254, 194, 135},
                        {252, 253, 191}}};
constexpr Stops kGreens{{{255, 255, 229},
                         {247, 252, 185},
                         {217, 240, 163},
                         {173, 221, 142},
                         {120, 198, 121},
                         {65, 171, 93},
                         {35, 132, 67},
                         {0, 104, 55},
                         {0, 69, 41}}};
constexpr Stops kHeat{{{255, 255, 204},
                       {255, 237, 160},
                       {254, 217, 118},
                       {254, 178, 76},
                       {253, 141, 60},
                       {252, 78, 42},
                       {227, 26, 28},
                       {189, 0, 38},
                       {128, 0, 38}}};
constexpr Stops kBlueRed{{{33, 102, 172},
                          {67, 147, 195},
                          {146, 197, 222},
                          {209, 229, 240},
                          {247, 247, 247},
                          {253, 219, 199},
                          {244, 165, 130},
                          {214, 96, 77},
                          {178, 24, 43}}};

const Stops &stopsOf(Ramp ramp)
{
    switch (ramp) {
    case Ramp::Cividis:
        return kCividis;
    case Ramp::Magma:
        return kMagma;
    case Ramp::Greens:
        return kGreens;
    case Ramp::Heat:
        return kHeat;
    case Ramp::BlueRed:
        return kBlueRed;
    case Ramp::Viridis:
        break;
    }
    return kViridis;
}

// After Okabe and Ito, and ColorBrewer Set2: calm enough for whole facades.
constexpr std::array<Rgb, 7> kCategoriesLight{
    {{64, 132, 178}, {232, 163, 61}, {76, 158, 130}, {204, 121, 147}, {150, 127, 184}, {214, 110, 74}, {171, 167, 98}}};

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

bool isBuildingType(std::string_view type)
{
    return type.starts_with("Building") || type.starts_with("+Building");
}

SurfaceClass bySteepness(double normalZ)
{
    if (normalZ > 0.2) {
        return SurfaceClass::Roof;
    }
    return normalZ < -0.8 ? SurfaceClass::Ground : SurfaceClass::Wall;
}

SurfaceClass bySemantic(std::string_view type)
{
    struct Row
    {
        std::string_view part;
        SurfaceClass surface;
    };
    static constexpr std::array<Row, 12> kRows{{{"Wall", SurfaceClass::Wall},
                                                {"Roof", SurfaceClass::Roof},
                                                {"OuterCeiling", SurfaceClass::Wall},
                                                {"OuterFloor", SurfaceClass::OuterFloor},
                                                {"Ground", SurfaceClass::Ground},
                                                {"Closure", SurfaceClass::Closure},
                                                {"Window", SurfaceClass::Window},
                                                {"Door", SurfaceClass::Door},
                                                {"Water", SurfaceClass::Water},
                                                {"Traffic", SurfaceClass::Road},
                                                {"Floor", SurfaceClass::OuterFloor},
                                                {"Ceiling", SurfaceClass::Wall}}};
    for (const Row &row : kRows) {
        if (has(type, row.part)) {
            return row.surface;
        }
    }
    return SurfaceClass::Other;
}

} // namespace

const Palette &palette(Theme theme)
{
    return theme == Theme::Light ? kLight : kDark;
}

bool isTerrain(std::string_view objectType)
{
    return objectType == "TINRelief";
}

bool isBuilt(SurfaceClass c)
{
    return c <= SurfaceClass::Door || c == SurfaceClass::Bridge || c == SurfaceClass::Other;
}

SurfaceClass classify(std::string_view semanticType, std::string_view objectType, double normalZ)
{
    if (isTerrain(objectType)) {
        return SurfaceClass::Terrain;
    }
    if (!semanticType.empty()) {
        const SurfaceClass surface = bySemantic(semanticType);
        if (surface != SurfaceClass::Other) {
            return surface;
        }
    }
    if (isBuildingType(objectType)) {
        return bySteepness(normalZ);
    }
    struct Row
    {
        std::string_view part;
        SurfaceClass surface;
    };
    static constexpr std::array<Row, 12> kRows{{{"Water", SurfaceClass::Water},
                                                {"Road", SurfaceClass::Road},
                                                {"TransportSquare", SurfaceClass::Road},
                                                {"Railway", SurfaceClass::Rail},
                                                {"PlantCover", SurfaceClass::Vegetation},
                                                {"Vegetation", SurfaceClass::Vegetation},
                                                {"LandUse", SurfaceClass::LandUse},
                                                {"Bridge", SurfaceClass::Bridge},
                                                {"Tunnel", SurfaceClass::Tunnel},
                                                {"Furniture", SurfaceClass::Furniture},
                                                {"Waterway", SurfaceClass::Water},
                                                {"Transport", SurfaceClass::Road}}};
    for (const Row &row : kRows) {
        if (has(objectType, row.part)) {
            return row.surface;
        }
    }
    return SurfaceClass::Other;
}

Rgb mix(const Rgb &a, const Rgb &b, double share)
{
    const auto channel = [share](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(std::lround(x + (y - x) * std::clamp(share, 0.0, 1.0)));
    };
    return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b)};
}

Rgb rampColour(Ramp ramp, double position)
{
    const Stops &stops = stopsOf(ramp);
    const double place = std::clamp(position, 0.0, 1.0) * (stops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return mix(stops[below], stops[below + 1], place - static_cast<double>(below));
}

Rgb categoryColour(std::size_t number, Theme theme)
{
    const Rgb colour = kCategoriesLight[number % kCategoriesLight.size()];
    return theme == Theme::Light ? colour : mix(colour, {16, 24, 32}, 0.22);
}

} // namespace loci::scene
