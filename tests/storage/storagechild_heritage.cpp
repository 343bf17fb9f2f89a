// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/storagechild_heritage.h"

#include "layers/workspace/heritage/capture.h"
#include "layers/workspace/heritage/importing.h"

#include <QFile>
#include <cstdio>

namespace loci::test {

using workspace::Catalogue;
using workspace::Workspace;

namespace {
constexpr int kRows = 20;

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

Result<> importTable(Workspace &workspace, Catalogue &catalogue, int number)
{
    workspace::ImportRequest request;
    request.workspacePath = workspace.path();
    request.source.path = workspace.path() + QStringLiteral(".csv");
    QFile file(request.source.path);
    QByteArray table = "number,name,address\n";
    for (int row = 0; row < kRows; ++row) {
        table += "T" + QByteArray::number(row) + ",Place,import " + QByteArray::number(number) + "\n";
    }
    if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size()) {
        return fail(ErrorCode::NotWritable, file.errorString());
    }
    file.close();
    LOCI_TRY(
        request.mapping,
        heritage::ImportMapping::parse(
            R"({"format": "loci-heritage-mapping", "version": 1, "id": "kill", "name": {"en": "Kill", "zh": "Kill"},
                     "key": {"scheme": "kill", "columns": ["number"]}, "fields": [
                     {"to": "/names/0/text", "column": "name", "language": "en"},
                     {"to": "/address", "column": "address"}]})"));
    LOCI_TRY(const auto preview, workspace::previewImport(request));
    LOCI_TRY(const int written, workspace::applyImport(catalogue, preview.plan, QStringLiteral("test")));
    return written == kRows ? Result<>() : fail(ErrorCode::Internal, QStringLiteral("%1 rows").arg(written));
}
} // namespace

int catalogueUntilKilled(Workspace &workspace)
{
    Catalogue catalogue(workspace);
    const QString id = QStringLiteral("0b0b0b0b-1111-4222-8333-444444444444");
    const auto known = workspace.heritage().asset(id);
    heritage::Asset asset = known && *known ? **known : heritage::Asset(QJsonObject{{QStringLiteral("id"), id}});
    for (int number = asset.value(QStringLiteral("/count")).toInt() + 1;; ++number) {
        if (number % 3 == 0) {
            if (const auto done = importTable(workspace, catalogue, number); !done) {
                say(done.error().message);
                return 3;
            }
        }
        asset.set(QStringLiteral("/count"), number);
        asset.set(QStringLiteral("/names/0/text"), QStringLiteral("塔%1").arg(number));
        std::vector<heritage::Asset> both = {asset, heritage::Asset::make(QStringLiteral("井"), QStringLiteral("zh"))};
        if (!catalogue.putAll(both, {}, {}, QStringLiteral("test"), QStringLiteral("Edit"))) {
            return 1;
        }
        if (number % 5 == 0 && !(workspace.undo() && workspace.redo())) {
            return 2;
        }
        say(QString::number(number));
    }
}

int editUntilKilled(Workspace &workspace, const QStringList &arguments)
{
    Catalogue catalogue(workspace);
    catalogue.setPerson(QStringLiteral("child"));
    auto asset = catalogue.asset(arguments.value(3));
    for (int number = 1; asset; ++number) {
        asset->set(QStringLiteral("/field0"), QStringLiteral("%1-%2").arg(arguments.value(4)).arg(number));
        if (!catalogue.put(*asset, {})) {
            return 1;
        }
        say(QString::number(number));
    }
    return 2;
}

int mergeOnce(Workspace &workspace, const QStringList &arguments)
{
    Catalogue catalogue(workspace);
    catalogue.setPerson(QStringLiteral("child"));
    const auto done = workspace::mergeBundle(catalogue, workspace, arguments.value(3), workspace::TakeSide::Ask, {});
    say(done ? QStringLiteral("merged") : done.error().message);
    return done ? 0 : 1;
}

} // namespace loci::test
