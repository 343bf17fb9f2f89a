// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/scales.h"

#include <QHash>

namespace loci::heritage {

namespace {
struct Scale
{
    const char *code;
    int rank; ///< -1: unknown
};

// domain.md 2.3; codes from best to worst.
constexpr Scale kChinese[] = {{"good", 0}, {"fairly-good", 1}, {"fair", 2}, {"fairly-poor", 3}, {"poor", 4}};
constexpr Scale kBuilding[] = {{"good", 0}, {"fair", 2}, {"poor", 3}, {"very-bad", 4}};
constexpr Scale kArchaeology[] = {{"optimal", 0},         {"minor-localised", 1},       {"significant-localised", 2},
                                  {"major-localised", 3}, {"extensive-significant", 4}, {"unknown", -1}};
constexpr Scale kArches[] = {{"good", 0},      {"fair", 2},      {"poor", 3},      {"very-bad", 4},
                             {"destroyed", 4}, {"infilled", -1}, {"uncertain", -1}};

template <std::size_t N>
std::optional<int> rankIn(const Scale (&scale)[N], const QString &code)
{
    for (const Scale &step : scale) {
        if (code == QLatin1String(step.code)) {
            return step.rank < 0 ? std::nullopt : std::optional(step.rank);
        }
    }
    return std::nullopt;
}

template <std::size_t N>
QStringList codesOf(const Scale (&scale)[N])
{
    QStringList codes;
    for (const Scale &step : scale) {
        codes << QLatin1String(step.code);
    }
    return codes;
}
} // namespace

std::optional<int> conditionRank(const QString &scale, const QString &code)
{
    if (scale == QLatin1String("cn5")) {
        return rankIn(kChinese, code);
    }
    if (scale == QLatin1String("har-building")) {
        return rankIn(kBuilding, code);
    }
    if (scale == QLatin1String("har-archaeology")) {
        return rankIn(kArchaeology, code);
    }
    return scale == QLatin1String("arches") ? rankIn(kArches, code) : std::nullopt;
}

QStringList conditionCodes(const QString &scale)
{
    if (scale == QLatin1String("cn5")) {
        return codesOf(kChinese);
    }
    if (scale == QLatin1String("har-building")) {
        return codesOf(kBuilding);
    }
    if (scale == QLatin1String("har-archaeology")) {
        return codesOf(kArchaeology);
    }
    return scale == QLatin1String("arches") ? codesOf(kArches) : QStringList();
}

AtRisk atRisk(const QString &condition, const QString &occupancy)
{
    if (condition == QLatin1String("very-bad") || condition == QLatin1String("poor")) {
        return AtRisk::Yes;
    }
    if (!rankIn(kBuilding, condition)) {
        return AtRisk::Unknown;
    }
    const bool isEmptying = occupancy == QLatin1String("vacant") || occupancy == QLatin1String("part-occupied");
    if (condition == QLatin1String("fair") && isEmptying) {
        return AtRisk::Vulnerable;
    }
    return occupancy == QLatin1String("unknown") || occupancy.isEmpty() ? AtRisk::Unknown : AtRisk::No;
}

QString priority(const QString &condition, const QString &trend, const QString &solution, const QString &use,
                 bool underRepair)
{
    const bool isSound = condition == QLatin1String("fair") || condition == QLatin1String("good");
    const bool hasUse = use == QLatin1String("ok");
    const bool knowsUse = hasUse || use == QLatin1String("none");
    if (solution == QLatin1String("in-progress") && hasUse) {
        return QStringLiteral("F");
    }
    if (!rankIn(kBuilding, condition) || !knowsUse) {
        return {};
    }
    if ((underRepair || isSound) && !hasUse) {
        return QStringLiteral("E");
    }
    const bool isPoor = condition == QLatin1String("poor");
    if (isPoor && (trend.isEmpty() || trend == QLatin1String("unknown"))) {
        return {}; // whether it is immediate depends on the trend
    }
    const bool isImmediate = condition == QLatin1String("very-bad") || (isPoor && trend == QLatin1String("declining"));
    if (solution == QLatin1String("none")) {
        return isImmediate ? QStringLiteral("A") : QStringLiteral("C");
    }
    if (solution == QLatin1String("agreed") || solution == QLatin1String("in-progress")) {
        return isImmediate ? QStringLiteral("B") : QStringLiteral("D");
    }
    return {};
}

} // namespace loci::heritage
