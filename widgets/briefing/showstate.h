// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace loci::widgets {

/// Where a show stands, kept in a small file beside the profile so that a program that died goes on at the same scene.
struct ShowState
{
    QString workspace, briefing, scene; ///< path and ids
    bool kiosk = false;
    QString screen; ///< name of the audience's
    qint64 process = 0;
    QDateTime began; ///< UTC

    static QString defaultPath(); ///< in the application's data folder
    /// Replaces the file in one step: it is the old one or the new one, never half of either.
    Result<> write(const QString &path) const;
    /// Nothing when there is no file or it cannot be understood.
    static std::optional<ShowState> read(const QString &path);
    static void remove(const QString &path);
    bool isRunning() const; ///< by a process that still lives
};

} // namespace loci::widgets
