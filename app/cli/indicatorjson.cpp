// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/indicatorjson.h"

#include <QJsonArray>

namespace loci::cli {

using namespace indicators;

namespace {
QJsonValue orNull(const Quantity &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}
} // namespace

QJsonObject toJson(const Definition &definition)
{
    QJsonArray inputs;
    for (const Input &input : definition.inputs) {
        inputs.append(QJsonObject{{QStringLiteral("name"), input.name},
                                  {QStringLiteral("title"), toJson(input.title)},
                                  {QStringLiteral("unit"), input.unit},
                                  {QStringLiteral("source"), input.from.source}});
    }
    return {{QStringLiteral("code"), definition.code},
            {QStringLiteral("framework"), definition.framework},
            {QStringLiteral("name"), toJson(definition.name)},
            {QStringLiteral("unit"), definition.unit},
            {QStringLiteral("formula"), definition.formula.text()},
            {QStringLiteral("level"), definition.level},
            {QStringLiteral("rollUp"), toText(definition.rollUp)},
            {QStringLiteral("cadence"), definition.cadence},
            {QStringLiteral("standard"), definition.standard},
            {QStringLiteral("clause"), definition.clause},
            {QStringLiteral("confirm"), definition.confirm.isEmpty() ? QJsonValue() : QJsonValue(definition.confirm)},
            {QStringLiteral("connected"), definition.isBound()},
            {QStringLiteral("inputs"), inputs}};
}

QJsonObject toJson(const Results &results, const Calculated &value)
{
    const Definition *definition = results.definition(value.code);
    QJsonArray inputs;
    for (const UsedInput &input : value.inputs) {
        inputs.append(QJsonObject{{QStringLiteral("name"), input.name},
                                  {QStringLiteral("value"), orNull(input.value)},
                                  {QStringLiteral("unit"), input.unit},
                                  {QStringLiteral("source"), input.source},
                                  {QStringLiteral("version"), input.version},
                                  {QStringLiteral("rows"), input.rows},
                                  {QStringLiteral("rowsWithoutValue"), input.unknownRows}});
    }
    const Area &area = results.areas().at(value.area);
    return {{QStringLiteral("code"), value.code},
            {QStringLiteral("area"), area.code},
            {QStringLiteral("level"), results.areas().levels().value(area.level)},
            {QStringLiteral("period"), value.period.isEmpty() ? QJsonValue() : QJsonValue(value.period)},
            {QStringLiteral("value"), orNull(value.value)},
            {QStringLiteral("unit"), definition != nullptr ? definition->unit : QString()},
            {QStringLiteral("status"), value.value ? QStringLiteral("computed") : QStringLiteral("unknown")},
            {QStringLiteral("quality"), toText(value.quality)},
            {QStringLiteral("coverage"),
             QJsonObject{{QStringLiteral("have"), value.have}, {QStringLiteral("need"), value.need}}},
            {QStringLiteral("reason"), value.reason},
            {QStringLiteral("formula"), value.written},
            {QStringLiteral("calculation"), value.id},
            {QStringLiteral("computed"), value.computedAt.toString(Qt::ISODate)},
            {QStringLiteral("inputs"), inputs}};
}

QJsonObject toJson(const TargetState &state)
{
    return {{QStringLiteral("year"), state.target.year},
            {QStringLiteral("target"), state.target.value},
            {QStringLiteral("kind"), state.target.binding ? QStringLiteral("binding") : QStringLiteral("expected")},
            {QStringLiteral("status"), toText(state.light)},
            {QStringLiteral("partialData"), state.dim},
            {QStringLiteral("sentence"), state.sentence},
            {QStringLiteral("met"), state.met},
            {QStringLiteral("pathNow"), orNull(state.pathNow)},
            {QStringLiteral("progress"), orNull(state.progress)},
            {QStringLiteral("timeShare"), orNull(state.timeShare)},
            {QStringLiteral("pace"), orNull(state.pace)},
            {QStringLiteral("requiredPerYear"), orNull(state.perYear)},
            {QStringLiteral("requiredPerYearRelative"), orNull(state.perYearRelative)},
            {QStringLiteral("growth"), orNull(state.growth)},
            {QStringLiteral("growthRequired"), orNull(state.growthNeeded)},
            {QStringLiteral("growthRatio"), orNull(state.growthRatio)},
            {QStringLiteral("comparison"), state.comparison},
            {QStringLiteral("projected"), orNull(state.projected)},
            {QStringLiteral("projectionMethod"), state.method}};
}

QJsonObject toJson(const BackTest &test)
{
    return {{QStringLiteral("origins"), test.origins},
            {QStringLiteral("compared"), test.compared},
            {QStringLiteral("meanAbsoluteError"), test.meanAbsolute},
            {QStringLiteral("rootMeanSquareError"), test.rootMeanSquare},
            {QStringLiteral("bias"), test.bias},
            {QStringLiteral("seasonalNaiveMeanAbsoluteError"), test.naiveMeanAbsolute},
            {QStringLiteral("shareInBand"), test.inBand}};
}

} // namespace loci::cli
