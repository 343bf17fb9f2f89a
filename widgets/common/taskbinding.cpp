// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/taskbutton.h"

namespace loci::widgets {

void bindTasks(TaskButton &button, workspace::TaskRunner &runner)
{
    QObject::connect(&runner, &workspace::TaskRunner::tasksChanged, &button,
                     [&button, &runner] { button.setTasks(runner.tasks()); });
    QObject::connect(&button, &TaskButton::cancelRequested, &runner, [&runner](quint64 id) { runner.cancel(id); });
    button.setTasks(runner.tasks());
}

} // namespace loci::widgets
