// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/briefing/briefingroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/workspace/workspace.h"
#include "widgets/briefing/briefingshow.h"
#include "widgets/briefing/operatorconsole.h"

#include <QTemporaryDir>
#include <memory>

namespace loci::test {

inline constexpr int kPatience = 240000;

/// The sample city made once for a binary, and copies of it with their own workspace file.
class BriefingCity
{
public:
    BriefingCity();
    QString error() const { return m_error; }
    QString folder() const { return m_folder.path(); }
    QString workspacePath() const;

private:
    QTemporaryDir m_folder;
    QString m_error;
};

/// Two monitors side by side on the test's display: "console" and "wall". False without xrandr.
bool plugScreens();
void unplugWall();
bool plugWall();

/// Children of a window that an audience must never see.
QStringList operatorThings(const QWidget &window);
/// Share of pixels of two pictures of one size that differ by more than `tolerance` in a channel.
double difference(const QImage &a, const QImage &b, int tolerance = 2);

} // namespace loci::test
