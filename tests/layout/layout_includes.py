# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of every source and how it includes."""
import re

from layout import Problem, includes, main, read, relative, sources

HEAD = ("// SPDX-FileCopyrightText: ", "// SPDX-License-Identifier: GPL-3.0-or-later")
MODULE = re.compile(r"^Qt[A-Z0-9]\w*(/|$)")
# Headers of Qt that have no class of their own and start with Qt.
NOT_MODULES = {"QtConcurrent/QtConcurrentRun", "QtConcurrent/QtConcurrentMap", "QtConcurrentRun", "QtGlobal", "QtMath", "QtEndian", "QtPlugin",
               "QtAlgorithms", "QtLogging", "QtDebug", "QtNumeric"}


def check(root):
    problems = []
    for path in sources(root):
        name = relative(root, path)
        text = read(path)
        lines = text.splitlines()

        def report(rule, line, message):
            problems.append(Problem(rule, name, line, message))

        if len(lines) < 2 or not lines[0].startswith(HEAD[0]) or lines[1] != HEAD[1]:
            report("spdx-head", 1, "the first two lines must be the SPDX head (see any other source)")
        if path.suffix == ".h":
            if not re.search(r"^#pragma once$", text, re.M):
                report("pragma-once", 1, "a header starts with #pragma once after the SPDX head")
            if re.search(r"^\s*#\s*ifndef\s+\w+_H_*\s*$", text, re.M):
                report("pragma-once", 1, "#pragma once instead of an include guard")
        listed = list(includes(text))
        if path.suffix == ".cpp" and path.with_suffix(".h").exists():
            own = name[: -len(".cpp")] + ".h"
            if not listed or listed[0][2] not in (own, own[: -len(".h")] + "_p.h"):
                report("own-header-first", listed[0][0] if listed else 1, f'the first include must be "{own}"')
        for line, kind, include in listed:
            if kind == "<" and include not in NOT_MODULES and MODULE.match(include):
                report("module-include", line, f"<{include}>: include the class, as <QString>")
            if kind == '"' and not include.endswith(".moc") and not include.startswith("ui_"):
                if "/" not in include:
                    report("repo-path", line, f'"{include}": includes of ours are paths from the root')
                elif not (root / include).exists():
                    report("repo-path", line, f'"{include}" is not a file of the repository')
            if kind == "<" and (root / include).exists() and "/" in include:
                report("repo-path", line, f"<{include}>: includes of ours stand in quotes")
    return problems


if __name__ == "__main__":
    main(check)
