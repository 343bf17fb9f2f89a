// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/host/packlibrary.h"

#include "plugins/host/packfolders.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPluginLoader>
#include <QProcess>
#include <cstdio>
#include <exception>
#include <sys/resource.h>
#include <utility>

namespace loci::packs {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::packs::Library)
};

} // namespace

plugin::Outcome guarded(const QString &what, const std::function<plugin::Outcome()> &call)
{
    try {
        return call();
    } catch (const std::exception &error) {
        return {QCoreApplication::translate("loci::packs::Library", "It failed while %1: %2.")
                    .arg(what, QString::fromUtf8(error.what()))};
    } catch (...) {
        return {QCoreApplication::translate("loci::packs::Library", "It failed while %1.").arg(what)};
    }
}

PackLibrary::PackLibrary(QObject *root, plugin::DepartmentPack *pack) : m_root(root), m_pack(pack) {}

PackLibrary::~PackLibrary()
{
    delete m_root;
}

Result<std::unique_ptr<PackLibrary>> PackLibrary::load(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        return fail(ErrorCode::NotReadable, Texts::tr("Its library “%1” is missing.").arg(QFileInfo(path).fileName()),
                    path);
    }
    QPluginLoader loader(path);
    loader.setLoadHints(QLibrary::ResolveAllSymbolsHint);
    const QString made = loader.metaData().value(QStringLiteral("IID")).toString();
    if (made != QLatin1String(LOCI_DEPARTMENT_PACK_IID)) {
        return fail(ErrorCode::Invalid,
                    made.isEmpty() ? Texts::tr("Its library is no library of a pack.")
                                   : Texts::tr("Its library is made for another version of the pack interface."),
                    made);
    }
    QObject *root = nullptr;
    const plugin::Outcome loaded = guarded(Texts::tr("its library was loaded"), [&] {
        root = loader.instance();
        return plugin::Outcome{root != nullptr ? QString() : Texts::tr("Its library cannot be loaded.")};
    });
    auto *pack = qobject_cast<plugin::DepartmentPack *>(root);
    if (!loaded.isGood() || pack == nullptr) {
        return fail(ErrorCode::Invalid,
                    loaded.isGood() ? Texts::tr("Its library is no library of a pack.") : loaded.problem,
                    loader.errorString());
    }
    return std::unique_ptr<PackLibrary>(new PackLibrary(root, pack));
}

plugin::Outcome PackLibrary::initialize(PackLedger &ledger)
{
    return guarded(Texts::tr("it was started"), [&] { return m_pack->initialize(ledger); });
}

plugin::Outcome PackLibrary::ready()
{
    return guarded(Texts::tr("it was told that all packs run"), [this] {
        m_pack->ready();
        return plugin::Outcome();
    });
}

plugin::Outcome PackLibrary::close(PackLedger &ledger)
{
    ledger.withdraw();
    return guarded(Texts::tr("it was closed"), [this] {
        m_pack->aboutToUnload();
        delete std::exchange(m_root, nullptr);
        return plugin::Outcome();
    });
}

QString tryPack(const QString &program, const QString &folder, int milliseconds, qint64 memoryBytes)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments({QStringLiteral("--try-pack"), folder});
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier([memoryBytes] {
        const rlimit memory{static_cast<rlim_t>(memoryBytes), static_cast<rlim_t>(memoryBytes)};
        const rlimit none{0, 0};
        setrlimit(RLIMIT_AS, &memory);
        setrlimit(RLIMIT_CORE, &none);
    });
    process.start();
    const bool ended = process.waitForStarted(milliseconds) && process.waitForFinished(milliseconds);
    if (!ended) {
        process.kill();
        process.waitForFinished(milliseconds);
        return Texts::tr("It did not answer within %1 seconds when it was tried.").arg(milliseconds / 1000);
    }
    if (process.exitStatus() == QProcess::CrashExit) {
        return Texts::tr("It crashed when it was tried in a process of its own.");
    }
    return process.exitCode() == 0 ? QString()
                                   : QString::fromUtf8(process.readAll()).trimmed().section(QLatin1Char('\n'), -1);
}

int runTrial(const QString &folder)
{
    const auto complain = [](const QString &sentence) {
        std::fprintf(stdout, "%s\n", qPrintable(sentence));
        std::fflush(stdout);
        return 1;
    };
    const FoundPack pack = lookAt(folder, true, {}, {});
    if (!pack.manifest) {
        return complain(pack.problem);
    }
    auto library = PackLibrary::load(libraryPath(pack));
    if (!library) {
        return complain(library.error().message);
    }
    PackLedger ledger(*pack.manifest, folder, QStringLiteral("en"), {});
    plugin::Outcome outcome = (*library)->initialize(ledger);
    if (outcome.isGood()) {
        outcome = (*library)->ready();
    }
    if (outcome.isGood()) {
        outcome = (*library)->close(ledger);
    }
    if (!outcome.isGood()) {
        return complain(outcome.problem);
    }
    return 0;
}

} // namespace loci::packs
