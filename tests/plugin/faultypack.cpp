// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/api/departmentpack.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QObject>
#include <csignal>
#include <cstdlib>
#include <dlfcn.h>
#include <stdexcept>
#include <unistd.h>
#include <vector>

namespace {

using namespace loci::plugin;

/// "abort at init": what the file fault.txt beside this library says.
QString wish()
{
    Dl_info info{};
    dladdr(reinterpret_cast<void *>(&wish), &info);
    QFile file(QFileInfo(QString::fromLocal8Bit(info.dli_fname)).dir().filePath(QStringLiteral("fault.txt")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

void eatMemory()
{
    std::vector<std::vector<char>> eaten;
    for (int i = 0; i < 1'000'000; ++i) {
        eaten.emplace_back(std::size_t(64) << 20, 'x');
    }
}

void commit(const char *moment)
{
    const QString fault = wish();
    if (!fault.endsWith(QLatin1String(moment))) {
        return;
    }
    if (fault.startsWith(QLatin1String("throw"))) {
        throw std::runtime_error("no luck");
    }
    if (fault.startsWith(QLatin1String("abort"))) {
        std::abort();
    }
    if (fault.startsWith(QLatin1String("segfault"))) {
        std::raise(SIGSEGV);
    }
    if (fault.startsWith(QLatin1String("hang"))) {
        for (;;) {
            ::pause();
        }
    }
    if (fault.startsWith(QLatin1String("memory"))) {
        eatMemory();
    }
}

class FaultyPack final
    : public QObject
    , public DepartmentPack
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID LOCI_DEPARTMENT_PACK_IID)
    Q_INTERFACES(loci::plugin::DepartmentPack)

public:
    FaultyPack() { commit("load"); }

    Outcome initialize(Host &host) override
    {
        commit("init");
        if (wish() == QLatin1String("refuse")) {
            return {QStringLiteral("not today")};
        }
        host.addIndicator({R"({"code":"FX-01","name":"Trees","formula":"trees","unit":"tree","level":"district",
            "inputs":[{"name":"trees","title":"Trees","unit":"tree"}]})"});
        AnalysisSpec analysis;
        analysis.id = QStringLiteral("count");
        analysis.title = {QStringLiteral("计数"), QStringLiteral("Count")};
        analysis.run = [](const Snapshot &snapshot, const std::function<bool()> &) {
            commit("use");
            AnalysisAnswer answer;
            answer.rows << QStringList{QString::number(snapshot.keys({}).size())};
            return answer;
        };
        return host.addAnalysis(std::move(analysis));
    }

    void aboutToUnload() override { commit("unload"); }
};

} // namespace

#include "faultypack.moc"
