// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspacemodels.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace loci::cli {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::WorkspaceVerb)
};

QJsonObject modelJson(const workspace::ModelState &model)
{
    return {{QStringLiteral("key"), model.key},
            {QStringLiteral("name"), model.name},
            {QStringLiteral("path"), model.path},
            {QStringLiteral("here"), model.isHere},
            {QStringLiteral("storedFiles"), model.storedFiles},
            {QStringLiteral("storedBytes"), model.storedBytes}};
}

Result<Answer> listModels(const QString &home)
{
    LOCI_TRY(const auto models, workspace::modelsAt(home));
    Answer answer;
    QJsonArray list;
    QStringList lines;
    for (const workspace::ModelState &model : models) {
        list.append(modelJson(model));
        const QString stored =
            model.storedFiles > 0
                ? Texts::tr("%1 files, %2 bytes on the server").arg(model.storedFiles).arg(model.storedBytes)
                : Texts::tr("by reference only");
        lines << QStringLiteral("%1: %2 (%3, %4)")
                     .arg(model.name, QDir::toNativeSeparators(model.path),
                          model.isHere ? Texts::tr("can be read here") : Texts::tr("not on this computer"), stored);
    }
    answer.json = {{QStringLiteral("workspace"), home}, {QStringLiteral("models"), list}};
    answer.text = lines.isEmpty() ? Texts::tr("The workspace has no city models.") : lines.join(QLatin1Char('\n'));
    return answer;
}

} // namespace

void addStored(Answer &answer, const workspace::StoreReport &stored)
{
    answer.json.insert(QStringLiteral("models"), stored.models);
    answer.json.insert(QStringLiteral("modelFiles"), stored.files);
    answer.json.insert(QStringLiteral("modelBytes"), stored.bytes);
    answer.json.insert(QStringLiteral("sentBytes"), stored.sent);
    answer.findings.insert(answer.findings.end(), stored.findings.begin(), stored.findings.end());
}

Result<Answer> runModels(const Call &call, const QString &home)
{
    const bool stores = call.options.contains(QLatin1String(kStoreModels));
    const bool forgets = call.options.contains(QLatin1String(kForgetModels));
    if (stores && forgets) {
        return fail(ErrorCode::Usage, Texts::tr("--store and --forget are two things; choose one."));
    }
    if (!stores && !forgets) {
        return listModels(home);
    }
    if (forgets) {
        LOCI_TRY(const int models, workspace::forgetModels(home));
        LOCI_TRY(Answer answer, listModels(home));
        answer.json.insert(QStringLiteral("forgotten"), models);
        answer.text = Texts::tr("%1 models were taken off the server; the references stay.").arg(models);
        return answer;
    }
    LOCI_TRY(const workspace::StoreReport stored, workspace::storeModels(home, {}, call.cancel));
    LOCI_TRY(Answer answer, listModels(home));
    addStored(answer, stored);
    answer.text = Texts::tr("%1 models in %2 files, %3 bytes, are on the server; %4 bytes were sent.")
                      .arg(stored.models)
                      .arg(stored.files)
                      .arg(stored.bytes)
                      .arg(stored.sent);
    return answer;
}

} // namespace loci::cli
