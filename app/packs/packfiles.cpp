// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/packfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace loci::app {

using packs::HostedPack;
using packs::State;
using packs::Trust;
using widgets::PackPart;
using widgets::PackRow;
using widgets::Status;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::PackFiles)
};

Result<> keep(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly) ||
        file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::NotWritable, Texts::tr("The layer of the pack cannot be kept beside the workspace."),
                    file.errorString());
    }
    return {};
}

QString brings(const packs::Contents &contents, const QString &language)
{
    QStringList parts;
    for (const packs::Kind kind : packs::allKinds()) {
        if (const int count = contents.count(kind); count > 0) {
            parts << QStringLiteral("%1 %2").arg(title(kind).in(language)).arg(count);
        }
    }
    return parts.join(QStringLiteral(" · "));
}

QString stateWord(State state)
{
    switch (state) {
    case State::Running:
        return Texts::tr("runs");
    case State::Failed:
        return Texts::tr("does not run");
    case State::Disabled:
        return Texts::tr("turned off");
    default:
        return Texts::tr("waits");
    }
}

Status statusOf(State state)
{
    return state == State::Running ? Status::Good : state == State::Failed ? Status::Bad : Status::Unknown;
}

QString trustSentence(const packs::FoundPack &found)
{
    switch (found.trust) {
    case Trust::BuiltIn:
        return Texts::tr("Came with the program.");
    case Trust::Signed:
        return Texts::tr("Signed by %1.").arg(found.signer);
    case Trust::Agreed:
        return Texts::tr("Not signed by anybody trusted here; somebody agreed to these files.");
    default:
        return {};
    }
}

template <class Specs>
void addParts(PackRow &row, const Specs &specs, PackPart::Kind kind, const QString &language)
{
    for (const auto &spec : specs) {
        row.parts.push_back({kind, spec.id, packs::Words{spec.title.zh, spec.title.en}.in(language)});
    }
}

} // namespace

Result<std::vector<packs::PackLayer>> keepLayerFiles(const HostedPack &pack, const QString &workspacePath,
                                                     const QStringList &known)
{
    const QFileInfo workspace(workspacePath);
    const QDir folder(workspace.dir().filePath(workspace.completeBaseName() + QStringLiteral(".packs/") + pack.id()));
    std::vector<packs::PackLayer> kept;
    for (const packs::PackLayer &layer : pack.contents.layers) {
        if (known.contains(layer.id)) {
            continue;
        }
        QFile source(QDir(pack.found.folder).filePath(layer.path));
        if (!source.open(QIODevice::ReadOnly)) {
            return fail(ErrorCode::NotReadable, Texts::tr("The pack has no file “%1”.").arg(layer.path),
                        source.errorString());
        }
        const QString path = folder.filePath(layer.id + QLatin1Char('.') + QFileInfo(layer.path).suffix());
        LOCI_CHECK(keep(path, source.readAll()));
        kept.push_back({layer.id, layer.title, path});
    }
    if (!pack.ledger) {
        return kept;
    }
    for (const plugin::LayerSpec &layer : pack.ledger->layers()) {
        if (!known.contains(layer.id)) {
            const QString path = folder.filePath(layer.id + QStringLiteral(".geojson"));
            LOCI_CHECK(keep(path, layer.geojson));
            kept.push_back({layer.id, {layer.title.zh, layer.title.en}, path});
        }
    }
    return kept;
}

PackRow packRow(const HostedPack &pack, const QString &language)
{
    PackRow row;
    row.id = pack.id();
    row.name = QFileInfo(pack.found.folder).fileName();
    row.status = statusOf(pack.state);
    row.state = stateWord(pack.state);
    row.reason = pack.reason;
    row.runs = pack.isRunning();
    row.asks = pack.found.trust == Trust::Ask && pack.found.manifest && pack.state == State::Found;
    row.canRetry = pack.state == State::Disabled ||
                   (pack.state == State::Failed && pack.found.trust != Trust::Refused && pack.found.manifest);
    if (!pack.found.manifest) {
        return row;
    }
    const packs::Manifest &manifest = *pack.found.manifest;
    row.name = manifest.name.in(language);
    row.department = manifest.department.in(language);
    row.version = manifest.version.text();
    row.summary = manifest.summary.in(language);
    row.owner = manifest.owner;
    row.confirm = manifest.confirm;
    row.brings = brings(pack.everything(), language);
    row.details << trustSentence(pack.found);
    if (!manifest.permissions.isEmpty()) {
        row.details << Texts::tr("Permissions: %1").arg(manifest.permissions.join(QStringLiteral(", ")));
    }
    row.details << Texts::tr("Started in %1 ms.").arg(static_cast<double>(pack.startMicroseconds) / 1000.0, 0, 'f', 1);
    if (pack.ledger) {
        addParts(row, pack.ledger->panels(), PackPart::Kind::Panel, language);
        addParts(row, pack.ledger->analyses(), PackPart::Kind::Analysis, language);
        addParts(row, pack.ledger->commands(), PackPart::Kind::Command, language);
        row.details << pack.ledger->lines();
    }
    return row;
}

} // namespace loci::app
