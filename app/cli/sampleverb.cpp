// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sampleverb.h"

#include "app/rooms.h"
#include "app/sampleworkspace.h"
#include "app/workspacehost.h"
#include "layers/formats/samplewriter.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

namespace loci::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::SampleVerb)
};

Result<formats::SampleOptions> optionsOf(const Call &call)
{
    formats::SampleOptions options;
    bool ok = true;
    if (call.options.contains(QStringLiteral("seed"))) {
        options.seed = call.options.value(QStringLiteral("seed")).toULongLong(&ok);
        if (!ok) {
            return fail(ErrorCode::Usage, Texts::tr("--seed needs a whole number that is not negative."));
        }
    }
    if (call.options.contains(QStringLiteral("buildings"))) {
        options.buildings = call.options.value(QStringLiteral("buildings")).toInt(&ok);
        if (!ok || options.buildings < 1 || options.buildings > 1000000) {
            return fail(ErrorCode::Usage, Texts::tr("--buildings needs a whole number from 1 to 1000000."));
        }
    }
    options.sequence = call.options.contains(QStringLiteral("seq"));
    if (options.sequence && options.buildings == 0) {
        return fail(ErrorCode::Usage, Texts::tr("--seq goes with --buildings."));
    }
    return options;
}

/// A workspace with the layers, styled, and the model. One that is there already is left as it is: it may hold
/// somebody's work.
Result<QString> makeWorkspace(const QString &folder, const QStringList &files)
{
    const QString path = app::sampleWorkspacePath(QDir(folder).absolutePath());
    if (QFileInfo::exists(path)) {
        return path;
    }
    const QTemporaryDir profile;
    LOCI_TRY(const auto rooms, app::Rooms::start(profile.path()));
    app::WorkspaceHost &host = rooms->services().host;
    LOCI_CHECK(host.create(path, QStringLiteral("planning")));
    Result<> filled;
    app::SampleWorkspace::fill(rooms->services(), files.mid(1), [&filled](Result<> result) {
        filled = std::move(result);
        QCoreApplication::quit();
    });
    QCoreApplication::exec(); // the verb's one event loop: layers are opened in the background
    LOCI_CHECK(std::move(filled));
    LOCI_CHECK(app::referToSampleModel(*host.current(), files.first()));
    return path;
}

Result<Answer> runSample(const Call &call)
{
    LOCI_TRY(const formats::SampleOptions options, optionsOf(call));
    const QString folder = call.arguments.value(0);
    int shown = -1;
    LOCI_TRY(const formats::SampleReport report, formats::writeSample(folder, options, call.cancel, [&](double part) {
                 const int tenth = static_cast<int>(part * 10);
                 if (call.note && tenth != shown) {
                     shown = tenth;
                     call.note(Texts::tr("Writing the sample city: %1 %").arg(tenth * 10));
                 }
             }));
    QString workspacePath;
    if (options.buildings == 0 && !call.options.contains(QStringLiteral("files-only"))) {
        LOCI_TRY(QString made, makeWorkspace(folder, report.files));
        workspacePath = made;
    }
    Answer answer;
    answer.json = {{QStringLiteral("workspace"), workspacePath.isEmpty() ? QJsonValue() : QJsonValue(workspacePath)},
                   {QStringLiteral("files"), QJsonArray::fromStringList(report.files)},
                   {QStringLiteral("buildings"), report.buildings},
                   {QStringLiteral("assets"), report.assets},
                   {QStringLiteral("objects"), report.objects},
                   {QStringLiteral("vertices"), report.vertices},
                   {QStringLiteral("seed"), QString::number(options.seed)}};
    answer.text =
        Texts::tr("%1 buildings and %2 heritage places in %3").arg(report.buildings).arg(report.assets).arg(folder);
    return answer;
}

} // namespace

VerbSpec sampleVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("sample");
    verb.usage = QStringLiteral("sample DIR [--buildings N] [--seed S] [--seq] [--files-only]");
    verb.takesServer = false;
    verb.summary = Texts::tr("Writes the sample city, or a model of N buildings for measurements");
    verb.valueOptions = {QStringLiteral("buildings"), QStringLiteral("seed")};
    verb.flags = {QStringLiteral("seq"), QStringLiteral("files-only")};
    verb.run = runSample;
    return verb;
}

} // namespace loci::cli
