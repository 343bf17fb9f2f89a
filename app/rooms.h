// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/clock.h"
#include "layers/base/result.h"
#include "widgets/common/prompts.h"

#include <QString>
#include <memory>

namespace loci::app {

/// Everything that lives below the windows, made and taken down in one order: QGIS, map document, background tasks,
/// session, city library, workspace. Windows must be gone before.
class Rooms
{
public:
    /// `profileFolder` keeps QGIS' own databases. Prompts and clock default to the system's; tests hand in their own.
    static Result<std::unique_ptr<Rooms>> start(const QString &profileFolder,
                                                std::unique_ptr<widgets::FilePrompt> files = nullptr,
                                                std::unique_ptr<widgets::MessagePrompt> messages = nullptr,
                                                std::unique_ptr<const Clock> clock = nullptr);
    ~Rooms();
    const Services &services() const;

private:
    struct Members;
    explicit Rooms(std::unique_ptr<Members> members);
    std::unique_ptr<Members> m;
};

} // namespace loci::app
