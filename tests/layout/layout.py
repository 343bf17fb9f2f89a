# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the layout checks share: the files of the tree, includes, and how a check reports.

A check is a function `check(root) -> list[Problem]`. layout_selftest.py plants a violation of every rule in a
temporary tree and sees that it is found, so no rule can rot silently.
"""
import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOMS = ("app", "layers", "plugins", "tests", "widgets")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


class Problem(NamedTuple):
    rule: str
    path: str
    line: int
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.text}"


def skipped(relative):
    return any(part.startswith(("build", ".git", "__pycache__")) for part in relative.parts[:-1]) or relative.name == ".git"


def files(root, suffixes, tops=None):
    """Files with one of the suffixes, below the given top folders (everywhere when none), in a fixed order."""
    root = Path(root)
    starts = [root / top for top in tops] if tops else [root]
    found = []
    for start in starts:
        for path in start.rglob("*"):
            if path.suffix in suffixes and not skipped(path.relative_to(root)) and path.is_file():
                found.append(path)
    return sorted(found)


def sources(root, tops=ROOMS):
    return files(root, {".h", ".cpp"}, tops)


def relative(root, path):
    return path.relative_to(root).as_posix()


def read(path):
    return path.read_text(encoding="utf-8", errors="replace")


def includes(text):
    """(line, kind, name) of every include; kind is '"' or '<'."""
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match[1], match[2]


_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^()\\ ]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)


def without_comments(text, strings=True):
    """The text with comments (and strings, if so wished) blanked; line numbers stay."""
    def blank(match):
        token = match[0]
        if token.startswith("/") or not strings:
            return re.sub(r"[^\n]", " ", token)
        return token
    return _TOKEN.sub(blank, text)


def main(check):
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[2])
    problems = check(root)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems" if problems else "nothing found: good")
    sys.exit(1 if problems else 0)
