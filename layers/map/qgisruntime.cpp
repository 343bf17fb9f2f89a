// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/qgisruntime.h"

#include "layers/base/installplaces.h"
#include "layers/base/logging.h"
#include "layers/map/services/sessionpasswords.h"
#include "layers/map/webdatum/webdatumprovider.h"

#include <qgsapplication.h>
#include <qgsnetworkaccessmanager.h>
#include <qgssettings.h>

#include <QCoreApplication>
#include <QDir>
#include <QThreadPool>
#include <cpl_conv.h>
#include <cpl_error.h>

namespace loci::map {

namespace {

constexpr int kNetworkTimeoutMs = 10'000;
constexpr int kDatabaseTimeoutSeconds = 6;

void logGdal(CPLErr level, CPLErrorNum number, const char *text)
{
    // What GDAL has to say about a broken file goes to the log: the person gets one sentence of ours.
    if (level >= CE_Failure) {
        qCDebug(logMap, "GDAL error %d: %s", static_cast<int>(number), text);
    }
}

} // namespace

Result<std::shared_ptr<QgisRuntime>> QgisRuntime::start(const QString &profileFolder)
{
    static std::weak_ptr<QgisRuntime> running; // main thread only
    static bool wasStarted = false;
    if (auto shared = running.lock()) {
        return shared;
    }
    if (wasStarted) {
        return fail(ErrorCode::Internal,
                    QCoreApplication::translate("Map", "The map library was stopped; start Loci again."));
    }
    const QString prefix = installedPart();
    if (!QFileInfo::exists(prefix + QStringLiteral("/share/qgis/resources/srs.db"))) {
        return fail(ErrorCode::NotReadable,
                    QCoreApplication::translate("Map", "The map library is incomplete: its resources are not in %1. "
                                                       "Install Loci again or run ./run.")
                        .arg(QDir::toNativeSeparators(prefix)),
                    QStringLiteral("share/qgis/resources/srs.db is missing"));
    }
    if (!QDir().mkpath(profileFolder)) {
        return fail(ErrorCode::NotWritable, QCoreApplication::translate("Map", "The folder %1 cannot be made.")
                                                .arg(QDir::toNativeSeparators(profileFolder)));
    }
    qCDebug(logMap, "Start QGIS core from %s.", qPrintable(prefix));
    // Proprietary side effects off: no .aux.xml beside the data of people, no directory scan of slow shares.
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
    CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", nullptr);
    CPLSetConfigOption("GDAL_HTTP_TIMEOUT", "10");
    CPLSetConfigOption("GDAL_HTTP_CONNECTTIMEOUT", "5");
    // QGIS ties coordinate systems to the thread that first used them: threads of the pool must not come and go. Asked
    // for before QGIS starts, the pool also goes after it.
    QThreadPool::globalInstance()->setExpiryTimeout(-1);
    QCoreApplication::addLibraryPath(prefix + QStringLiteral("/lib/qca")); // ciphers for kept logins
    QgsApplication::setPrefixPath(prefix, true);
    QgsApplication::init(profileFolder);
    QgsApplication::setPrefixPath(prefix, true);
    QgsApplication::createDatabase();
    QgsApplication::initQgis();
    registerWebDatumProvider();
    CPLSetErrorHandler(logGdal);
    QgsNetworkAccessManager::setTimeout(kNetworkTimeoutMs);
    QgsSettings().setValue(QStringLiteral("PostgreSQL/default_timeout"), kDatabaseTimeoutSeconds,
                           QgsSettings::Providers);
    wasStarted = true;
    std::shared_ptr<QgisRuntime> started(new QgisRuntime);
    running = started;
    return started;
}

QgisRuntime::QgisRuntime() : m_passwords(std::make_unique<SessionPasswords>()) {}

QgisRuntime::~QgisRuntime()
{
    qCDebug(logMap, "Stop QGIS core.");
    m_passwords.reset();
    CPLSetErrorHandler(nullptr);
    QgsApplication::exitQgis();
}

} // namespace loci::map
