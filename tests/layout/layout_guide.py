# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user guide of resources/guide is whole: the same pages and headings in both languages, every picture there and
used, every link to a page of the guide, and every name in **bold** one of the program's own texts: a source string in
English, a translation in Chinese."""
import re
import xml.etree.ElementTree as ElementTree

from layout import Problem, main, read, relative

LANGUAGES = ("en", "zh")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
LISTED = re.compile(r"^- \[[^\]]+\]\(([\w-]+\.md)\)", re.M)
MOST_BYTES = 6_000_000


def check(root):
    guide = root / "resources/guide"
    if not guide.is_dir():
        return []
    pages = {language: {path.name: path for path in sorted((guide / language).glob("*.md"))} for language in LANGUAGES}
    problems = _pages(root, guide, pages)
    names = _names(root)
    used = set()
    for language in LANGUAGES:
        for path in pages[language].values():
            problems += _links(root, guide, path, used) + _bold(root, path, names[language], language)
    for path in pages["zh"].values():
        problems += _broken_lines(root, path)
    for path in sorted((guide / "pictures").rglob("*")):
        if path.is_file() and path not in used:
            problems.append(Problem("guide-picture-unused", relative(root, path), 1, "no page shows it"))
    size = sum(path.stat().st_size for path in guide.rglob("*") if path.is_file())
    if size > MOST_BYTES:
        problems.append(Problem("guide-too-big", "resources/guide", 1, f"{size} bytes; {MOST_BYTES} are enough"))
    return problems


def _headings(path):
    return [len(match[1]) for match in re.finditer(r"^(#+) \S", _without_code(read(path)), re.M)]


def _without_code(text):
    return re.sub(r"^```.*?^```", lambda match: "\n" * match[0].count("\n"), text, flags=re.M | re.S)


def _pages(root, guide, pages):
    problems = []
    names = set(pages["en"]) | set(pages["zh"])
    for name in sorted(names):
        missing = [language for language in LANGUAGES if name not in pages[language]]
        if missing:
            problems.append(Problem("guide-page-missing", f"resources/guide/{missing[0]}/{name}", 1, "only in the other language"))
        elif _headings(pages["en"][name]) != _headings(pages["zh"][name]):
            problems.append(Problem("guide-headings", relative(root, pages["zh"][name]), 1,
                                    "its headings are not those of the English page, level by level"))
    for language in LANGUAGES:
        index = guide / language / "index.md"
        listed = LISTED.findall(read(index)) if index.is_file() else []
        for name in sorted(set(pages[language]) - set(listed) - {"index.md"}):
            problems.append(Problem("guide-not-listed", relative(root, pages[language][name]), 1, "index.md does not name it"))
    return problems


def _links(root, guide, path, used):
    problems = []
    for number, line in enumerate(_without_code(read(path)).splitlines(), 1):
        for picture, _, target in LINK.findall(line):
            there = (path.parent / target).resolve()
            wanted = guide / "pictures" / path.parent.name if picture else path.parent
            if ":" in target or not there.is_file() or there.parent != wanted.resolve():
                problems.append(Problem("guide-link", relative(root, path), number,
                                        f"{target} is no {'picture' if picture else 'page'} of the guide in its language"))
            used.add(there if not picture else wanted / there.name)
    return problems


def _broken_lines(root, path):
    """Markdown makes a blank of a line's end, which has no place within a Chinese sentence."""
    lines = _without_code(read(path)).splitlines()
    return [Problem("guide-broken-line", relative(root, path), number, "goes on with the line before: join them")
            for number, (before, line) in enumerate(zip(lines, lines[1:]), 2)
            if before.strip() and line.strip() and not re.match(r"\s*(#|\||!\[|- |\d+\. )", line)]


def _plain(text):
    """As a person reads it: no mnemonic, no place for a number, no dots of a dialog that follows."""
    return re.sub(r"&(?=\w)|…$|\.\.\.$", "", text).strip()


def _names(root):
    names = {"en": set(), "zh": set()}
    for path in sorted((root / "resources/i18n").glob("*.ts")):
        for message in ElementTree.fromstring(path.read_bytes()).iter("message"):
            translation = message.find("translation")
            names["en"].add(_plain(message.findtext("source") or ""))
            if translation is not None:
                names["zh"].update(_plain(text) for text in translation.itertext())
    return names


def _bold(root, path, names, language):
    kind = "text of the program" if language == "en" else "translation of the program"
    return [Problem("guide-name", relative(root, path), number, f'"{name}" is no {kind}')
            for number, line in enumerate(_without_code(read(path)).splitlines(), 1)
            for name in BOLD.findall(line) if _plain(name) not in names]


if __name__ == "__main__":
    main(check)
