# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing lies around: every source is compiled, every test is registered and asserts something."""
import re

from layout import Problem, files, main, read, relative, sources, without_comments

ASSERTS = re.compile(r"\bQ(VERIFY|COMPARE|TRY_|FAIL|VERIFY2|EXPECT_FAIL|TEST_FAIL_ON|BENCHMARK)\w*|\bLOCI_(VERIFY|COMPARE)\w*"
                     r"|\bcompareImages|\bcompareFolders")
TEST_CLASS = re.compile(r"^class\s+(\w+)[^;{]*\bQObject\b[^;{]*\{", re.M)


def check(root):
    return _unlisted_sources(root) + _tests(root) + _rooms(root) + _scripts(root)


def _unlisted_sources(root):
    """Every .cpp is named in the CMakeLists.txt or a .cmake file of its folder or one above."""
    problems = []
    listings = {}
    for path in files(root, {".txt", ".cmake"}, [top for top in ("app", "layers", "plugins", "tests", "widgets")
                                                 if (root / top).is_dir()]):
        if path.name == "CMakeLists.txt" or path.suffix == ".cmake":
            listings.setdefault(path.parent, "")
            listings[path.parent] += "\n" + re.sub(r"#.*", "", read(path))
    for path in sources(root):
        if path.suffix != ".cpp":
            continue
        folder, found = path.parent, False
        while folder != root.parent and not found:
            text = listings.get(folder, "")
            short = path.relative_to(folder).as_posix()
            found = bool(re.search(r"(?<![\w./-])" + re.escape(short) + r"(?![\w.])", text)) or \
                _test_by_name(path, folder, text) or _globbed(path, folder, text)
            folder = folder.parent
        # support/ of a room is named with the folder that holds the variable: the file's name after a slash counts.
        if not found:
            found = any(re.search(r"/" + re.escape(path.name) + r"(?![\w.])", text) for where, text in listings.items()
                        if where in path.parents)
        if not found:
            problems.append(Problem("not-compiled", relative(root, path), 1,
                                    "no CMakeLists.txt or .cmake file above it names this file"))
    return problems


def _test_by_name(path, folder, text):
    named = r"(?:NAME\s+|\bloci_bench\(\s*)" + re.escape(path.stem) + r"\b(?![^)]*SOURCES)"
    return path.parent == folder and bool(re.search(named, text))


def _globbed(path, folder, text):
    return any(path.match(pattern.split("/")[-1]) for pattern in re.findall(r"file\(GLOB[^)]*?([\w*./-]*\*\.cpp)", text)
               if path.parent == folder or "/" in pattern)


def _tests(root):
    problems = []
    for path in sources(root, ("tests",)):
        name = relative(root, path)
        if path.suffix != ".cpp" or name.startswith("tests/support/"):
            continue
        code = without_comments(read(path), strings=False)
        classes = [m for m in TEST_CLASS.finditer(code) if "slots:" in code[m.end(): m.end() + 4000]]
        registered = set(re.findall(r"\bLOCI_TEST_CLASS\s*\(\s*(?:\w+::)*(\w+)\s*\)", code)) | \
            set(re.findall(r"\bQTEST_\w*MAIN\s*\(\s*(\w+)", code))
        for match in classes:
            line = code.count("\n", 0, match.start()) + 1
            is_test = re.search(r"private\s+(slots|Q_SLOTS)\s*:", code[match.end(): match.end() + 4000])
            if is_test and match[1].startswith("Test") and match[1] not in registered:
                problems.append(Problem("not-registered", name, line, f"{match[1]} is not registered (LOCI_TEST_CLASS)"))
        for test in registered:
            body = _bodies(code, test)
            if not ASSERTS.search(body) and not ASSERTS.search(code):
                problems.append(Problem("no-assertion", name, 1, f"{test} asserts nothing, so it cannot fail"))
            for slot in _empty_slots(code, test):
                problems.append(Problem("empty-test", name, 1, f"{test}::{slot} has an empty body"))
    return problems


def _bodies(code, test):
    return "".join(re.findall(r"\b" + test + r"::\w+\([^)]*\)[^{;]*\{.*?^\}", code, re.S | re.M))


def _empty_slots(code, test):
    return re.findall(r"void\s+" + test + r"::((?!init|cleanup)\w+)\(\)\s*\{\s*\}", code)


def _rooms(root):
    """Folders of tests with a CMakeLists.txt are in the list of tests/CMakeLists.txt."""
    listing = root / "tests/CMakeLists.txt"
    text = read(listing) if listing.exists() else ""
    return [Problem("room-not-listed", relative(root, room), 1, "tests/CMakeLists.txt does not add this folder")
            for room in sorted(root.glob("tests/*/CMakeLists.txt"))
            if not re.search(r"\b" + re.escape(room.parent.name) + r"\b", text)]


def _scripts(root):
    """Scripts of tests/layout and tests/cli are registered with ctest."""
    problems = []
    for path in sorted(root.glob("tests/*/*.py")) + sorted(root.glob("tests/*/*.sh")):
        listing = path.parent / "CMakeLists.txt"
        text = read(listing) if listing.exists() else ""
        is_test = path.stem.startswith(("layout_", "cli_", "test_"))
        short = path.stem.split("_", 1)[-1]  # a loop adds the first part of the name
        if is_test and not re.search(r"\b(" + re.escape(path.stem) + "|" + re.escape(short) + r")\b", text):
            problems.append(Problem("not-registered", relative(root, path), 1, "no test in CMakeLists.txt runs this script"))
    return problems


if __name__ == "__main__":
    main(check)
