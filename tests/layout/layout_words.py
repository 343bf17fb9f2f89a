# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that the house does without: a named table, each with its reason. A line may be excused by a comment on it:
`// layout: <rule> <why>`."""
import re
from typing import NamedTuple

from layout import Problem, files, main, read, relative, sources, without_comments

OURS = ("app/", "layers/", "plugins/", "widgets/")
ALL = OURS + ("tests/",)
SQL = r"(SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|DROP|ALTER|CREATE|ATTACH|PRAGMA|WHERE|VALUES)"


class Word(NamedTuple):
    rule: str
    pattern: str           # searched in code without comments
    reason: str
    where: tuple = ALL     # folders it is forbidden in
    homes: tuple = ()      # folders or files where it is at home
    comments: bool = False  # searched in comments too


WORDS = (
    Word("own-singleton", r"\bstatic\s+[\w:<>]+\s*[&*]\s*(instance|self|getInstance)\s*\(",
         "objects are made in app/ and handed on; nothing of ours is global"),
    Word("qgis-instance", r"\bQgs\w+::instance\s*\(",
         "QGIS's own singletons stay in the rooms that stand on QGIS",
         where=ALL, homes=("layers/map/", "widgets/map/", "app/bootstrap/")),
    Word("qgsproject-instance", r"\bQgsProject::instance\s*\(", "the project is an object owned by layers/map"),
    Word("message-box", r"\bQ(MessageBox|FileDialog|InputDialog|ColorDialog|FontDialog|ErrorMessage)\b",
         "questions go through the prompts of widgets/common, so that tests can answer them",
         homes=("widgets/common/", "tests/")),
    Word("process-events", r"\bprocessEvents\s*\(", "a nested event loop re-enters code that is not ready for it",
         where=OURS),
    Word("event-loop", r"\bQEventLoop\b", "no nested event loops: continue in a handler", where=OURS),
    Word("nested-exec", r"\b\w*([Dd]ialog|[Mm]enu|[Bb]ox|[Dd]lg)\w*\s*(\.|->)\s*exec\s*\(",
         "a modal loop blocks feeds and tests: use open() or popup()", where=OURS, homes=("widgets/common/",)),
    Word("terminate", r"(->|\.)terminate\s*\(\s*\)|\bstd::(terminate|abort)\s*\(",
         "threads are asked to stop by a cancel token", where=OURS),
    Word("old-connect", r"\b(SIGNAL|SLOT)\s*\(", "connect by function pointer: the compiler checks it"),
    Word("connect-without-context",
         r"\bconnect\s*\(\s*[\w.>()-]+\s*,\s*&\w[\w:]*\s*,\s*\[", "a lambda needs a context object"),
    Word("q-wait", r"\bqWait\s*\(", "a fixed wait is slow or flaky: QTRY_* or QSignalSpy"),
    # Up to 3 ms stands for the work of a task in a test; longer is waiting for something.
    Word("sleep-in-test", r"\b(sleep_for|sleep_until|qSleep|QThread::sleep)\s*\(|\bmsleep\s*\((?!\s*[0-3]\s*\))"
         r"|\busleep\s*\((?!\s*\d{1,3}\s*\))", "a fixed wait is slow or flaky: QTRY_* or QSignalSpy", where=("tests/",)),
    Word("to-do", r"\b(TODO|FIXME|XXX|HACK)\b", "open work is an issue, not a comment", comments=True),
    Word("built-sql", r'"[^"\n]*\b' + SQL + r'\b[^"\n]*"(_s|_ba|_L1)?\s*\)?\s*(\+|\.arg\s*\()',
         "values are bound, never pasted into SQL"),
    Word("pasted-sql", r'\+\s*(QStringLiteral|QLatin1String|u)?\(?"[^"\n]*\b(SELECT|INSERT INTO|WHERE|VALUES)\b[^"\n]*"',
         "values are bound, never pasted into SQL"),
    Word("shared-pointer", r"\bQ(SharedPointer|ScopedPointer)\b", "std::unique_ptr, or shared_ptr<const T> for snapshots"),
    Word("relative-clock", r"\bQ(DateTime::current|Date::current|Time::current)\w*\s*\(",
         "time comes from the clock that is handed in (layers/base/clock.h)",
         where=("layers/domain/", "layers/formats/", "layers/analysis/")),
    Word("catch-and-forget", r"catch\s*\(\s*\.\.\.\s*\)\s*\{\s*\}", "an error is handled or returned"),
)
# In every text file, not only in sources. Written so that this table does not find itself.
TEXT_SUFFIXES = {".h", ".cpp", ".cmake", ".txt", ".md", ".py", ".sh", ".json", ".xml", ".ts", ".svg", ".qss", ".sql", "",
                 ".yml", ".yaml", ".in", ".desktop", ".patch", ".csv", ".html", ".geojson", ".qml", ".qgs"}
TEXT_WORDS = (
    Word("computer-path", r"(?<![\w.}/$])/(home|Users|root|work|mnt|media)/[A-Za-z0-9_.-]+",
         "a path of one computer means nothing on another",
         homes=("tests/bench/", "tests/cli/", "tests/map/", "tests/scene/", "tests/storage/", "tests/ui/", "tests/unit/")),
    Word("mirror-host", r"(deb|ftp|security|snapshot|archive|httpredir|cdn)[\w.-]*\.(debian|ubuntu)\.(org|com|net)"
         r"|\bpypi\.(org|python)|files\.pythonhosted\b|registry\.npmjs|proxy\.golang|index\.crates",
         "hosts of package mirrors come from the computer's own configuration"),
)
EXCUSE = re.compile(r"layout:\s*([\w-]+)\s+\S")


def check(root):
    problems = []
    compiled = [(word, re.compile(word.pattern)) for word in WORDS]
    for path in sources(root):
        name = relative(root, path)
        text = read(path)
        code = without_comments(text)
        original = text.splitlines()
        for word, pattern in compiled:
            if not name.startswith(word.where) or (word.homes and name.startswith(word.homes)):
                continue
            _search(word, pattern, text if word.comments else code, name, original, problems)
    for path in files(root, TEXT_SUFFIXES):
        if path.stat().st_size > 4_000_000 or b"\0" in path.read_bytes()[:2000]:
            continue
        name = relative(root, path)
        text = read(path)
        for word in TEXT_WORDS:
            if word.homes and name.startswith(word.homes):  # invented paths are data of a test
                continue
            _search(word, re.compile(word.pattern), text, name, text.splitlines(), problems)
    return problems


def _search(word, pattern, text, name, original, problems):
    for match in pattern.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        excuse = EXCUSE.search(original[line - 1]) if line <= len(original) else None
        if not (excuse and excuse[1] == word.rule):
            problems.append(Problem(word.rule, name, line, f"{match[0].strip()[:60]}: {word.reason}"))


if __name__ == "__main__":
    main(check)
