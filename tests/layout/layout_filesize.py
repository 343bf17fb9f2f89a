# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files stay readable: source 600 lines, header 250, test 500. Files that are longer stand in filesize.txt with their
length and a reason; the check fails when one grows or a new one comes, never because one became shorter."""
from layout import Problem, main, read, relative, sources

LIMITS = {"source": 600, "header": 250, "test": 500}
LIST = "tests/layout/filesize.txt"


def kind(name):
    if name.startswith("tests/") and name.endswith(".cpp"):
        return "test"
    return "header" if name.endswith(".h") else "source"


def known(root):
    entries = {}
    listing = root / LIST
    if listing.exists():
        for line in read(listing).splitlines():
            words = line.split(None, 2)
            if len(words) == 3 and not line.startswith("#"):
                entries[words[1]] = int(words[0])
    return entries


def check(root):
    problems = []
    allowed = known(root)
    for path in sources(root):
        name = relative(root, path)
        lines = read(path).count("\n")
        limit = LIMITS[kind(name)]
        if lines > max(limit, allowed.get(name, 0)):
            was = f" (was {allowed[name]})" if name in allowed else ""
            problems.append(Problem("file-size", name, lines,
                                    f"{lines} lines{was}; a {kind(name)} has at most {limit}: split it by purpose"))
        elif name in allowed and lines < allowed[name]:
            print(f"note: {name} has {lines} lines now; lower its line in {LIST}")
    return problems


if __name__ == "__main__":
    main(check)
