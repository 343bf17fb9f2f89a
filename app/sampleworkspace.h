// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/result.h"

#include <QObject>
#include <QStringList>
#include <functional>

namespace loci::workspace {
class Workspace;
}

namespace loci::app {

/// Fills the open workspace with the files of the sample city, in the order that makes a good map: terrain and water
/// at the bottom, places on top, the model last. Each file goes the same way as if a person had dropped it. Main
/// thread; deletes itself when done.
class SampleWorkspace final : public QObject
{
    Q_OBJECT
public:
    static constexpr char kModelId[] = "linjiang"; ///< of the reference to its city model
    using Done = std::function<void(Result<>)>;
    /// `files` as writeSample() gives them.
    static void fill(const Services &services, const QStringList &files, Done done);

private:
    SampleWorkspace(const Services &services, QStringList files, Done done);
    void addNext();
    void addPictures(workspace::Workspace &workspace);
    void finish(const Result<> &result);
    Result<> addRecords(workspace::Workspace &workspace) const;

    Services m_services;
    QStringList m_files;
    Done m_done;
    QString m_folder; ///< of the files
};

/// The reference to the sample's city model, written without reading the model.
Result<> referToSampleModel(workspace::Workspace &workspace, const QString &modelPath);

/// Name of the workspace file that goes with the sample city, inside its folder.
QString sampleWorkspacePath(const QString &folder);

} // namespace loci::app
