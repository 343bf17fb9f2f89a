// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loci {
class Clock;
namespace workspace {
class TaskRunner;
}
namespace widgets {
class CityLibrary;
class FilePrompt;
class MapSession;
class MessagePrompt;
class Selection;
class Translator;
} // namespace widgets
} // namespace loci

namespace loci::app {

class WorkspaceHost;

/// What the application lends its windows; everything outlives them.
struct Services
{
    const Clock &clock;
    workspace::TaskRunner &tasks;
    widgets::MapSession &session;
    widgets::CityLibrary &cities;
    widgets::Selection &selection;
    widgets::Translator &translator;
    widgets::FilePrompt &files;
    widgets::MessagePrompt &messages;
    WorkspaceHost &host;
};

} // namespace loci::app
