// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testenvironment.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace loci::test {

TestEnvironment::TestEnvironment() : m_home(QDir::tempPath() + QStringLiteral("/loci test XXXXXX"))
{
    const QByteArray home = m_home.path().toUtf8();
    qputenv("HOME", home);
    qputenv("XDG_CONFIG_HOME", home + "/config");
    qputenv("XDG_CACHE_HOME", home + "/cache");
    qputenv("XDG_DATA_HOME", home + "/data");
    qputenv("XDG_RUNTIME_DIR", home);
    QDir().mkpath(m_home.path() + QStringLiteral("/config"));
    QLocale::setDefault(QLocale::c());
    QCoreApplication::setOrganizationName(QStringLiteral("Loci"));
    QCoreApplication::setApplicationName(QStringLiteral("loci-test"));
}

QString sharedData(const QString &relativePath)
{
    const QString root = QStringLiteral(LOCI_SHARED_DATA);
    return QFileInfo::exists(root) ? root + QLatin1Char('/') + relativePath : QString();
}

} // namespace loci::test
