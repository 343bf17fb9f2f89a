// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"

#include <QHash>
#include <QString>
#include <vector>

namespace loci::workspace {

/// Collects the local files that go into a package and gives them their names there. Files of one folder stay
/// together, so that what refers to its neighbours (shapes, textures) still finds them.
class PackageContents
{
public:
    struct File
    {
        QString source; ///< absolute path
        QString name;   ///< inside the package, with slashes
    };

    /// Adds a file (or a folder that is a data source) with its side files, textures included when it is a city model.
    /// Gives its name in the package; empty, with a finding, when it is not there.
    QString add(const QString &absolutePath, const QString &object);
    /// Adds one file under a name of its own; a finding when it is not there.
    void addAs(const QString &absolutePath, const QString &name, const QString &object);
    /// The name of what was added; empty otherwise.
    QString nameOf(const QString &absolutePath) const { return m_names.value(absolutePath); }
    void reportRemote(const QString &source, const QString &object);

    const std::vector<File> &files() const { return m_files; }
    const Findings &findings() const { return m_findings; }

private:
    void put(const QString &source, const QString &name);
    void addFolder(const QString &source, const QString &name);
    void addTextures(const QString &model, const QString &name, const QString &object);
    void report(const QString &code, const QString &object, const QString &where, const QString &message);

    std::vector<File> m_files;
    QHash<QString, QString> m_names;   // absolute path -> name
    QHash<QString, QString> m_sources; // folded name -> absolute path
    QHash<QString, int> m_folders;     // source folder -> number
    Findings m_findings;
};

} // namespace loci::workspace
