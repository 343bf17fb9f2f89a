// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convertverb.h"

#include "app/cli/numbers.h"
#include "layers/domain/city/heights.h"
#include "layers/formats/modelreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <iterator>

namespace loci::cli {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("loci::cli", text);
}

QString formatNames()
{
    QStringList names;
    for (const formats::ExportFormatInfo &info : formats::exportFormats()) {
        names << info.name;
    }
    return names.join(QStringLiteral(", "));
}

Result<formats::ExportFormat> formatOf(const Call &call)
{
    const QString wanted = call.options.value(QStringLiteral("to"));
    const auto format =
        wanted.isEmpty() ? formats::exportFormatOf(call.arguments.value(1)) : formats::exportFormatNamed(wanted);
    if (!format) {
        return fail(ErrorCode::Usage,
                    wanted.isEmpty()
                        ? translated(QT_TRANSLATE_NOOP("loci::cli",
                                                       "The name %1 does not tell a format; say --to with one of %2."))
                              .arg(call.arguments.value(1), formatNames())
                        : translated(QT_TRANSLATE_NOOP("loci::cli", "There is no format \"%1\"; there are %2."))
                              .arg(wanted, formatNames()));
    }
    return *format;
}

Result<Box3> windowOf(const QString &text)
{
    const std::vector<double> numbers = readNumbers(text, 4);
    if (numbers.empty() || numbers[0] > numbers[2] || numbers[1] > numbers[3]) {
        return fail(
            ErrorCode::Usage,
            translated(QT_TRANSLATE_NOOP("loci::cli", "--bbox is west,south,east,north in the model's coordinates, not "
                                                      "\"%1\"."))
                .arg(text));
    }
    Box3 box;
    box.include(Vec3{numbers[0], numbers[1], 0});
    box.include(Vec3{numbers[2], numbers[3], 0});
    return box;
}

Result<city::SubsetCriteria> criteriaOf(const Call &call, const city::CityModel &model, formats::ExportFormat format)
{
    city::SubsetCriteria criteria;
    if (call.options.contains(QStringLiteral("bbox"))) {
        LOCI_TRY(const Box3 box, windowOf(call.options[QStringLiteral("bbox")]));
        criteria.window = box;
    }
    for (const QString &type : call.options.value(QStringLiteral("type")).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        criteria.types.push_back(type.trimmed().toStdString());
    }
    if (call.options.contains(QStringLiteral("object"))) {
        criteria.objects.emplace();
        for (const QString &id : call.options[QStringLiteral("object")].split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const city::ObjectIndex object = model.find(id.toStdString());
            if (object == city::kNone) {
                return fail(ErrorCode::Usage,
                            translated(QT_TRANSLATE_NOOP("loci::cli", "The model has no object \"%1\".")).arg(id));
            }
            criteria.objects->push_back(object);
        }
    }
    if (format == formats::ExportFormat::CityJson || format == formats::ExportFormat::CityJsonSeq) {
        criteria.lod = call.options.value(QStringLiteral("lod")).toStdString();
    }
    return criteria;
}

QString summary(const formats::ExportReport &report)
{
    QStringList lines{
        translated(QT_TRANSLATE_NOOP("loci::cli", "%1: %2 objects")).arg(report.files.value(0)).arg(report.objects)};
    for (const formats::Dropped &item : report.dropped) {
        lines << translated(QT_TRANSLATE_NOOP("loci::cli", "not written: %1, %2 (%3)"))
                     .arg(item.object, item.reason)
                     .arg(item.count);
    }
    return lines.join(QLatin1Char('\n'));
}

/// The model with the heights that the check proposes; what it said of them goes into the findings.
Result<city::CityModelPtr> mended(const city::CityModelPtr &model, const QByteArray &heightRules, const Call &call,
                                  Findings &findings)
{
    LOCI_TRY(const city::HeightRules rules, city::HeightRules::fromJson(heightRules));
    LOCI_TRY(const city::HeightReport report, city::checkHeights(*model, rules, {}, call.cancel));
    for (Finding &finding : report.findings(*model)) {
        finding.severity = std::min(finding.severity, Severity::Warning); // an error no more: it is mended
        findings.push_back(std::move(finding));
    }
    return report.proposesFixes() ? report.corrected(*model) : model;
}

Result<Answer> runConvert(const Call &call, const formats::FootprintWriter &footprints, const QByteArray &heightRules)
{
    QElapsedTimer timer;
    timer.start();
    LOCI_TRY(const formats::ExportFormat format, formatOf(call));
    LOCI_TRY(formats::LoadedModel loaded, formats::readModel(call.arguments.value(0), call.cancel));
    if (call.options.contains(QStringLiteral("mend-heights"))) {
        LOCI_TRY(loaded.value, mended(loaded.value, heightRules, call, loaded.findings));
    }
    formats::ExportRequest request;
    request.format = format;
    request.path = call.arguments.value(1);
    LOCI_TRY(request.criteria, criteriaOf(call, *loaded.value, format));
    request.options.lod = call.options.value(QStringLiteral("lod"));
    request.options.cancel = call.cancel;
    request.footprints = footprints;
    LOCI_TRY(const formats::ExportReport report, formats::exportModel(*loaded.value, request));
    Answer answer;
    answer.findings = std::move(loaded.findings);
    std::copy(report.findings.begin(), report.findings.end(), std::back_inserter(answer.findings));
    QJsonArray dropped;
    for (const formats::Dropped &item : report.dropped) {
        dropped << QJsonObject{{QStringLiteral("object"), item.object},
                               {QStringLiteral("reason"), item.reason},
                               {QStringLiteral("count"), item.count}};
    }
    answer.json = {{QStringLiteral("objects"), report.objects},
                   {QStringLiteral("dropped"), dropped},
                   {QStringLiteral("files"), QJsonArray::fromStringList(report.files)},
                   {QStringLiteral("seconds"), static_cast<double>(timer.nsecsElapsed()) / 1e9}};
    answer.text = summary(report);
    return answer;
}

} // namespace

VerbSpec convertVerb(formats::FootprintWriter footprints, const QByteArray &heightRules)
{
    VerbSpec verb;
    verb.name = QStringLiteral("convert");
    verb.usage =
        QStringLiteral("convert IN OUT [--to FORMAT] [--lod L] [--bbox W,S,E,N] [--type T,...] [--object ID,...] "
                       "[--mend-heights]");
    verb.takesServer = false;
    verb.summary =
        translated(QT_TRANSLATE_NOOP("loci::cli", "Convert a city model, or a part of it, to %1")).arg(formatNames());
    verb.valueOptions = {QStringLiteral("to"), QStringLiteral("lod"), QStringLiteral("bbox"), QStringLiteral("type"),
                         QStringLiteral("object")};
    verb.flags = {QStringLiteral("mend-heights")};
    verb.minArguments = 2;
    verb.maxArguments = 2;
    verb.run = [footprints = std::move(footprints), heightRules](const Call &call) {
        return runConvert(call, footprints, heightRules);
    };
    return verb;
}

} // namespace loci::cli
