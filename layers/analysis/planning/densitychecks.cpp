// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/parcelmetrics.h"
#include "layers/analysis/planning/rulechecks.h"

namespace loci::analysis {

using planning::Rule;
using planning::RuleKind;
using planning::RuleResult;

namespace {

constexpr double kPercent = 100;

void judgeFloorArea(const ParcelMetrics &metrics, const Rule &rule, RuleResult &row)
{
    row.value = metrics.floorAreaRatio();
    row.estimated = !metrics.estimated.isEmpty();
    if (!metrics.isConsistent()) {
        setUnknown(
            row, "overlap",
            CheckTexts::tr("Outlines overlap by %1 m², so floor area is not sure.").arg(qRound(metrics.overlap)));
    } else if (!row.value) {
        setUnknown(row, "storeys",
                   CheckTexts::tr("%1 has neither storeys nor a height.").arg(metrics.withoutStoreys.value(0)));
    } else {
        judge(row, rule);
        if (row.estimated) {
            row.note =
                CheckTexts::tr("Storeys of %1 buildings follow from their height.").arg(metrics.estimated.size());
        }
    }
}

void judgeShare(std::optional<double> share, const char *missing, const Rule &rule, RuleResult &row)
{
    if (!share) {
        setUnknown(row, missing, CheckTexts::tr("Nothing tells where the green areas are."));
        return;
    }
    row.value = *share * kPercent;
    judge(row, rule);
}

} // namespace

void checkParcel(CheckContext &context, const Rule &rule, const PlacedArea &parcel, Rows &rows)
{
    RuleResult row = rowOf(rule, parcel.area->id, &parcel);
    row.limit = limitOf(rule, &parcel);
    const QString greenKind = rule.parameters[QLatin1String("green")].toString(QStringLiteral("green"));
    const ParcelMetrics metrics =
        measureParcel(parcel, context.set(), context.areas().ofKinds({greenKind}, context.request().day));
    if (!(metrics.siteArea > 0)) {
        setUnknown(row, "area_geometry", CheckTexts::tr("The parcel crosses itself or has no size."));
    } else if (rule.kind != RuleKind::GreenRatio && !metrics.withoutOutline.isEmpty()) {
        setUnknown(row, "outline", CheckTexts::tr("%1 has no outline.").arg(metrics.withoutOutline.first()));
    } else if (rule.kind == RuleKind::GreenRatio && metrics.greenBroken) {
        setUnknown(row, "green", CheckTexts::tr("A green area crosses itself or has no size."));
    } else if (rule.kind == RuleKind::FloorAreaRatio) {
        judgeFloorArea(metrics, rule, row);
    } else if (rule.kind == RuleKind::Coverage) {
        judgeShare(metrics.coverage(), "outline", rule, row);
    } else {
        judgeShare(metrics.greenRatio(), "green", rule, row);
    }
    rows.push_back(std::move(row));
}

} // namespace loci::analysis
