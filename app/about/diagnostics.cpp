// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/about/diagnostics.h"

#include "app/about/personalwords.h"
#include "layers/feeds/feedlibraries.h"
#include "layers/map/maplibraries.h"
#include "layers/scene/scenelibraries.h"
#include "layers/storage/storelibraries.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QRegularExpression>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QThread>
#include <map>

namespace loci::app {

namespace {

QString bytes(qint64 count)
{
    return QLocale::c().formattedDataSize(count, 1);
}

/// Of a file of the kernel with lines "Name:  123 kB".
QString memoryLine(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/meminfo"));
    constexpr qint64 kUnit = 1024;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(name + ':')) {
                return bytes(line.mid(name.size() + 1).simplified().split(' ').value(0).toLongLong() * kUnit);
            }
        }
    }
    return QStringLiteral("unknown");
}

DiagnosticPart programPart()
{
    DiagnosticPart part{QStringLiteral("Loci"), {}};
    part.rows = {{QStringLiteral("version"), versionAndBuild()},
                 {QStringLiteral("program"), QDir::toNativeSeparators(QCoreApplication::applicationDirPath())},
                 {QStringLiteral("language"), QLocale().name()},
                 {QStringLiteral("platform"), QGuiApplication::platformName()}};
    return part;
}

DiagnosticPart libraryPart()
{
    DiagnosticPart part{QStringLiteral("Libraries"), {}};
    for (const LibraryVersion &library : everyLibrary()) {
        part.rows.emplace_back(library.name, library.version);
    }
    return part;
}

DiagnosticPart systemPart()
{
    DiagnosticPart part{QStringLiteral("System"), {}};
    part.rows = {{QStringLiteral("system"), QSysInfo::prettyProductName()},
                 {QStringLiteral("kernel"), QSysInfo::kernelType() + QLatin1Char(' ') + QSysInfo::kernelVersion()},
                 {QStringLiteral("processor"), QSysInfo::currentCpuArchitecture()},
                 {QStringLiteral("threads"), QString::number(QThread::idealThreadCount())},
                 {QStringLiteral("memory"), memoryLine("MemTotal")},
                 {QStringLiteral("memory free"), memoryLine("MemAvailable")},
                 {QStringLiteral("desktop"), qEnvironmentVariable("XDG_CURRENT_DESKTOP", QStringLiteral("unknown"))},
                 {QStringLiteral("system language"), QLocale::system().name()}};
    return part;
}

DiagnosticPart screenPart()
{
    DiagnosticPart part{QStringLiteral("Screens"), {}};
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRect place = screen->geometry();
        part.rows.emplace_back(QStringLiteral("screen %1").arg(part.rows.size() + 1),
                               QStringLiteral("%1 x %2 at %3,%4, %5 dpi, scale %6, %7 Hz")
                                   .arg(place.width())
                                   .arg(place.height())
                                   .arg(place.x())
                                   .arg(place.y())
                                   .arg(qRound(screen->logicalDotsPerInch()))
                                   .arg(screen->devicePixelRatio())
                                   .arg(qRound(screen->refreshRate())));
    }
    return part;
}

DiagnosticPart graphicsPart()
{
    DiagnosticPart part{QStringLiteral("Graphics"), {}};
    QOffscreenSurface surface;
    surface.create();
    QOpenGLContext context;
    if (!context.create() || !context.makeCurrent(&surface)) {
        part.rows.emplace_back(QStringLiteral("OpenGL"), QStringLiteral("not available"));
        return part;
    }
    for (const auto &[name, what] :
         {std::pair<const char *, GLenum>{"vendor", GL_VENDOR}, {"renderer", GL_RENDERER}, {"version", GL_VERSION}}) {
        const auto *told = reinterpret_cast<const char *>(context.functions()->glGetString(what));
        part.rows.emplace_back(QLatin1String(name),
                               told != nullptr ? QString::fromUtf8(told) : QStringLiteral("unknown"));
    }
    context.doneCurrent();
    return part;
}

/// The disks by what Loci keeps there, without their paths.
DiagnosticPart diskPart(const workspace::Workspace *workspace)
{
    DiagnosticPart part{QStringLiteral("Disks"), {}};
    const auto add = [&part](const char *name, const QString &folder) {
        QDir place(folder);
        while (!place.exists() && place.cdUp()) {
        }
        const QStorageInfo disk(place);
        part.rows.emplace_back(QLatin1String(name),
                               QStringLiteral("%1 free of %2, %3%4")
                                   .arg(bytes(disk.bytesAvailable()), bytes(disk.bytesTotal()),
                                        QString::fromLatin1(disk.fileSystemType()),
                                        disk.isReadOnly() ? QStringLiteral(", read-only") : QString()));
    };
    if (workspace != nullptr) {
        add("workspace", QFileInfo(workspace->path()).absolutePath());
    }
    add("data", QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    add("cache", QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    add("temporary files", QDir::tempPath());
    return part;
}

DiagnosticPart workspacePart(const workspace::Workspace *workspace)
{
    DiagnosticPart part{QStringLiteral("Workspace"), {}};
    if (workspace == nullptr) {
        part.rows.emplace_back(QStringLiteral("open"), QStringLiteral("none"));
        return part;
    }
    part.rows = {{QStringLiteral("schema"), QString::number(workspace->schemaVersion())},
                 {QStringLiteral("size"), bytes(QFileInfo(workspace->path()).size())},
                 {QStringLiteral("read-only"), workspace->isReadOnly() ? QStringLiteral("yes") : QStringLiteral("no")}};
    std::map<QString, int> kinds;
    for (const QString &key : workspace->keys(QString())) {
        ++kinds[key.section(QLatin1Char('/'), 0, 0)];
    }
    for (const auto &[kind, count] : kinds) {
        part.rows.emplace_back(kind, QString::number(count));
    }
    return part;
}

} // namespace

QString versionAndBuild()
{
    const QString version = QCoreApplication::applicationVersion();
    const QString build = QCoreApplication::instance()->property("build").toString();
    return build.isEmpty() ? version : QStringLiteral("%1 (build %2)").arg(version, build);
}

LibraryVersions everyLibrary()
{
    LibraryVersions all{{QStringLiteral("Qt"), QString::fromLatin1(qVersion())}};
    for (const LibraryVersions &room :
         {map::libraries(), scene::libraries(), storage::libraries(), feeds::libraries()}) {
        all.insert(all.end(), room.begin(), room.end());
    }
    return all;
}

DiagnosticPart harmlessSettings(const QSettings &settings)
{
    static const QRegularExpression harmless(
        QStringLiteral("^(true|false|-?\\d{1,6}(\\.\\d{1,6})?|light|dark|system|en|zh_CN)$"));
    std::map<QString, QString> shown;
    std::map<QString, int> hidden;
    for (const QString &key : settings.allKeys()) {
        const QString value = settings.value(key).toString();
        if (key.count(QLatin1Char('/')) < 2 && harmless.match(value).hasMatch()) {
            shown[key] = value;
        } else {
            ++hidden[key.section(QLatin1Char('/'), 0, 0)];
        }
    }
    DiagnosticPart part{QStringLiteral("Settings"), {}};
    for (const auto &[name, value] : shown) {
        part.rows.emplace_back(name, value);
    }
    for (const auto &[name, count] : hidden) {
        part.rows.emplace_back(name, count == 1 ? QStringLiteral("(set)") : QStringLiteral("(%1 entries)").arg(count));
    }
    return part;
}

std::vector<DiagnosticPart> diagnose(const workspace::Workspace *workspace)
{
    return {programPart(),
            libraryPart(),
            systemPart(),
            screenPart(),
            graphicsPart(),
            diskPart(workspace),
            workspacePart(workspace),
            harmlessSettings(QSettings())};
}

QString diagnosticText(const std::vector<DiagnosticPart> &parts)
{
    QStringList lines;
    for (const DiagnosticPart &part : parts) {
        if (!lines.isEmpty()) {
            lines << QString();
        }
        lines << part.title;
        for (const auto &[name, value] : part.rows) {
            lines << QStringLiteral("  %1: %2").arg(name, value);
        }
    }
    return withoutPersonalWords(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'), PersonalWords::ofThisSession());
}

} // namespace loci::app
