// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/indicatorbacktest.h"

#include "app/cli/indicatorjson.h"
#include "layers/domain/indicators/forecast.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace loci::cli {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::IndicatorVerb)
};

QStringList asked(const ObservationSource &streams, const QString &name)
{
    QStringList names;
    for (const QString &stream : streams.streams()) {
        if (stream == name || stream.endsWith(QLatin1Char('/') + name)) {
            names << stream;
        }
    }
    return names;
}

} // namespace

Result<Answer> indicatorBackTest(const Call &call, const ObservationSource &streams, int steps, int season, int origins)
{
    const QString name = call.arguments.value(2);
    const QStringList names = asked(streams, name);
    if (names.isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("The workspace has no stream “%1”; it has %2.")
                                          .arg(name, streams.streams().mid(0, 12).join(QStringLiteral(", "))));
    }
    Answer answer;
    QJsonArray tests;
    QStringList lines;
    double ours = 0, naive = 0;
    int compared = 0;
    for (const QString &stream : names) {
        LOCI_TRY(const HourlySeries series, streams.hourly(stream));
        const int most = static_cast<int>(series.values.size()) / (2 * steps); // half of the past is for learning
        if (most < 1) {
            continue;
        }
        LOCI_TRY(const Forecast made, forecast(series.values, season, steps, std::min(origins, most), call.cancel));
        const BackTest &test = made.backTest;
        QJsonObject json = toJson(test);
        json.insert(QStringLiteral("stream"), stream);
        json.insert(QStringLiteral("unit"), series.unit);
        json.insert(QStringLiteral("method"), made.method);
        tests.append(json);
        ours += test.meanAbsolute * test.compared;
        naive += test.naiveMeanAbsolute * test.compared;
        compared += test.compared;
        lines << Texts::tr(
                     "%1: mean absolute error %2 %3 (one season before: %4), root mean square %5, bias %6, %7 % in "
                     "the 90 % band, %8 values from %9 origins")
                     .arg(stream)
                     .arg(test.meanAbsolute, 0, 'f', 2)
                     .arg(series.unit)
                     .arg(test.naiveMeanAbsolute, 0, 'f', 2)
                     .arg(test.rootMeanSquare, 0, 'f', 2)
                     .arg(test.bias, 0, 'f', 2)
                     .arg(100 * test.inBand, 0, 'f', 1)
                     .arg(test.compared)
                     .arg(test.origins);
        if (call.note) {
            call.note(lines.back());
        }
    }
    if (compared == 0) {
        return fail(ErrorCode::Invalid, Texts::tr("There is too little of the past for a back-test."));
    }
    answer.json = {{QStringLiteral("backTests"), tests},
                   {QStringLiteral("meanAbsoluteError"), ours / compared},
                   {QStringLiteral("seasonalNaiveMeanAbsoluteError"), naive / compared},
                   {QStringLiteral("compared"), compared},
                   {QStringLiteral("steps"), steps},
                   {QStringLiteral("season"), season}};
    if (names.size() > 1) {
        lines << Texts::tr("All: mean absolute error %1, one season before %2, over %3 values")
                     .arg(ours / compared, 0, 'f', 2)
                     .arg(naive / compared, 0, 'f', 2)
                     .arg(compared);
    }
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

} // namespace loci::cli
