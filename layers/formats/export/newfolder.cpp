// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/newfolder.h"

#include "layers/formats/export/exportformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace loci::formats {

NewFolder::NewFolder(const QString &path, const QString &mainFile)
    : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath()))
    , m_mainFile(mainFile)
{
    if (QFileInfo(m_path).fileName() == mainFile) {
        m_path = QFileInfo(m_path).absolutePath();
    }
}

Result<> NewFolder::open()
{
    const QFileInfo info(m_path);
    const bool ours =
        !info.exists() ||
        (info.isDir() && (QDir(m_path).isEmpty() || QFileInfo::exists(m_path + QLatin1Char('/') + m_mainFile)));
    if (!ours) {
        return cannotWrite(m_path, QCoreApplication::translate(
                                       "loci::formats", "something else is there; choose a new or empty folder"));
    }
    if (!QFileInfo(info.absolutePath()).isDir()) {
        return cannotWrite(m_path, QCoreApplication::translate("loci::formats", "the folder around it does not exist"));
    }
    m_temporary = std::make_unique<QTemporaryDir>(info.absolutePath() + QStringLiteral("/.") + info.fileName() +
                                                  QStringLiteral("-XXXXXX"));
    if (!m_temporary->isValid()) {
        return cannotWrite(m_path, m_temporary->errorString());
    }
    return {};
}

Result<> NewFolder::write(const QString &name, const std::string &bytes)
{
    const QString path = m_temporary->filePath(name);
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return cannotWrite(m_path, QCoreApplication::translate("loci::formats", "the folder cannot be made"));
    }
    QFile file(path);
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size || !file.flush()) {
        return cannotWrite(m_path, file.errorString());
    }
    m_names << name;
    return {};
}

Result<> NewFolder::commit(const CancelToken &cancel)
{
    if (cancel.isCancelled()) {
        return exportCancelled(m_path);
    }
    const QString old = m_temporary->path() + QStringLiteral("-old");
    const bool replaces = QFileInfo::exists(m_path);
    if (replaces && !QDir().rename(m_path, old)) {
        return cannotWrite(m_path, QCoreApplication::translate("loci::formats", "what is there cannot be replaced"));
    }
    QFile(m_temporary->path())
        .setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner |
                        QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther |
                        QFileDevice::ExeOther);
    if (!QDir().rename(m_temporary->path(), m_path)) {
        if (replaces) {
            QDir().rename(old, m_path);
        }
        return cannotWrite(m_path, QCoreApplication::translate("loci::formats", "the folder cannot be named"));
    }
    m_temporary->setAutoRemove(false);
    if (replaces) {
        QDir(old).removeRecursively();
    }
    return {};
}

QStringList NewFolder::files() const
{
    QStringList paths{m_path + QLatin1Char('/') + m_mainFile};
    for (const QString &name : m_names) {
        if (name != m_mainFile) {
            paths << m_path + QLatin1Char('/') + name;
        }
    }
    return paths;
}

} // namespace loci::formats
