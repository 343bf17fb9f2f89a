// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/meshassembler.h"
#include "layers/formats/mesh/meshreaders.h"
#include "layers/formats/mesh/meshwire.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <csignal>
#include <sys/resource.h>

namespace loci::formats {

namespace {

/// The importer beside the program, or in the folder of programs beside a test's.
QString importer()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const char *place : {"/loci-ifc", "/../bin/loci-ifc", "/../libexec/loci/loci-ifc"}) {
        if (const QFileInfo program(here + QLatin1String(place)); program.isExecutable()) {
            return program.absoluteFilePath();
        }
    }
    return {};
}

/// Keeps the child small and short, whatever the file makes it do.
void limitChild()
{
    constexpr rlim_t kMemory = 6ULL << 30, kSeconds = 600;
    const rlimit memory{kMemory, kMemory}, seconds{kSeconds, kSeconds}, core{0, 0};
#ifndef __SANITIZE_ADDRESS__ // which maps terabytes that it never touches
    setrlimit(RLIMIT_AS, &memory);
#else
    Q_UNUSED(memory)
#endif
    setrlimit(RLIMIT_CPU, &seconds);
    setrlimit(RLIMIT_CORE, &core);
}

tl::unexpected<Error> notUnderstood(const QString &path, const QString &detail)
{
    return fail(ErrorCode::Invalid,
                QCoreApplication::translate("loci::formats", "The IFC file %1 cannot be understood.").arg(path),
                detail);
}

Result<MeshPart> import(const QString &path, MeshContext &context)
{
    constexpr int kLookMs = 40;
    const QString program = importer();
    if (program.isEmpty()) {
        return fail(ErrorCode::Unsupported,
                    QCoreApplication::translate("loci::formats", "The file %1 is IFC, but the program that reads IFC "
                                                                 "(loci-ifc) is not beside Loci.")
                        .arg(path));
    }
    QProcess process;
    process.setProgram(program);
    process.setArguments({QFileInfo(path).absoluteFilePath()});
    process.setChildProcessModifier(limitChild);
    process.start(QIODevice::ReadOnly);
    if (!process.waitForStarted()) {
        return fail(
            ErrorCode::Internal,
            QCoreApplication::translate("loci::formats", "The program that reads IFC (loci-ifc) does not start."),
            process.errorString());
    }
    QByteArray wire;
    while (!process.waitForFinished(kLookMs) && process.state() != QProcess::NotRunning) {
        wire += process.readAllStandardOutput();
        if (context.cancel.isCancelled()) {
            process.kill();
            process.waitForFinished();
            return context.cancelled();
        }
    }
    wire += process.readAllStandardOutput();
    const QString said = QString::fromUtf8(process.readAllStandardError().left(2000));
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return notUnderstood(path, said.isEmpty() ? process.errorString() : said);
    }
    std::optional<MeshPart> part = fromWire(wire);
    if (!part) {
        return notUnderstood(path, QStringLiteral("the importer's answer is not whole"));
    }
    return std::move(*part);
}

} // namespace

bool IfcReader::recognises(const QByteArray &head) const
{
    return head.startsWith("ISO-10303-21") && head.contains("FILE_SCHEMA") && head.toUpper().contains("IFC");
}

Result<LoadedModel> IfcReader::read(const QString &path, const CancelToken &cancel,
                                    const ProgressFunction &progress) const
{
    MeshContext context(path, cancel, progress);
    QFile file(path);
    file.open(QIODevice::ReadOnly); // whoever chose this reader has read it already
    const QByteArray head = file.read(kHeadBytes);
    const QByteArray version = head.mid(head.indexOf("FILE_SCHEMA"), 100).split('\'').value(1);
    MeshAssembler assembler(context);
    LOCI_TRY(MeshPart part, import(path, context));
    assembler.add(std::move(part));
    context.report(Severity::Info, "ifc_shells",
                   QCoreApplication::translate("loci::formats",
                                               "Of an IFC file Loci shows the shells of its products and "
                                               "their properties; spaces, openings, axes and annotations "
                                               "have no faces here."));
    return assembler.finish({QStringLiteral("IFC"), QString::fromLatin1(version)});
}

} // namespace loci::formats
