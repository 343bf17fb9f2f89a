// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cityverbs.h"
#include "layers/domain/city/validation.h"
#include "layers/formats/modelreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <iterator>

namespace loci::cli {

namespace {

QString summary(const Findings &findings, bool valid)
{
    int errors = 0, warnings = 0;
    for (const Finding &finding : findings) {
        errors += finding.severity == Severity::Error ? finding.count : 0;
        warnings += finding.severity == Severity::Warning ? finding.count : 0;
    }
    const QString verdict =
        valid ? QCoreApplication::translate("loci::cli", "The model is valid (%1 warnings).").arg(warnings)
              : QCoreApplication::translate("loci::cli", "The model is not valid: %1 errors, %2 warnings.")
                    .arg(errors)
                    .arg(warnings);
    return verdict + QLatin1Char('\n') + city::uncheckedSentence();
}

Result<Answer> runValidate(const Call &call)
{
    QElapsedTimer timer;
    timer.start();
    LOCI_TRY(formats::LoadedModel loaded, formats::readModel(call.arguments.value(0), call.cancel));
    LOCI_TRY(Findings found, city::validate(*loaded.value, {}, call.cancel));
    Answer answer;
    answer.findings = std::move(loaded.findings);
    std::move(found.begin(), found.end(), std::back_inserter(answer.findings));
    const bool valid = !hasErrors(answer.findings);
    answer.json = {{QStringLiteral("valid"), valid},
                   {QStringLiteral("format"), loaded.value->format},
                   {QStringLiteral("version"), loaded.value->version},
                   {QStringLiteral("objects"), static_cast<qint64>(loaded.value->objectCount())},
                   {QStringLiteral("notChecked"), QJsonArray::fromStringList(city::uncheckedCodes())},
                   {QStringLiteral("partlyChecked"), QJsonArray::fromStringList(city::partlyCheckedCodes())},
                   {QStringLiteral("seconds"), static_cast<double>(timer.nsecsElapsed()) / 1e9}};
    answer.text = summary(answer.findings, valid);
    return answer;
}

} // namespace

VerbSpec validateVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("validate");
    verb.usage = QStringLiteral("validate FILE");
    verb.takesServer = false;
    verb.summary =
        QCoreApplication::translate("loci::cli", "Check a city model: structure, links, indices and geometry");
    verb.run = runValidate;
    return verb;
}

} // namespace loci::cli
