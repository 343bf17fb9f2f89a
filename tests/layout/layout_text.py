# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are read when the program runs are well-formed now: JSON, XML, SVG, Qt resources, translations, desktop."""
import configparser
import json
import re
import xml.etree.ElementTree as ElementTree

from layout import Problem, files, main, read, relative

TOPS = ("app", "layers", "packaging", "plugins", "resources", "widgets")


def check(root):
    problems = []
    tops = [top for top in TOPS if (root / top).is_dir()]
    for path in files(root, {".json", ".geojson", ".xml", ".svg", ".ts", ".qrc", ".ui", ".qml", ".desktop"}, tops) + \
            sorted(root.glob("*.json")):
        name = relative(root, path)
        try:
            if path.suffix in (".json", ".geojson"):
                json.loads(path.read_text(encoding="utf-8"))
            elif path.suffix == ".desktop":
                problems += _desktop(path, name)
            else:
                problems += _xml(ElementTree.fromstring(path.read_bytes()), path, name)
        except (ValueError, ElementTree.ParseError, configparser.Error) as error:
            problems.append(Problem("not-well-formed", name, getattr(error, "position", (1,))[0], str(error)))
    return problems


def _xml(tree, path, name):
    if path.suffix == ".ts":
        return _translations(tree, name)
    if path.suffix == ".qrc":
        return [Problem("missing-resource", name, 1, f"{entry.text} is not there") for entry in tree.iter("file")
                if not (path.parent / (entry.text or "")).exists()]
    if path.suffix == ".svg" and "/icons/" in name:
        return _icon(tree, path, name)
    return []


def _translations(tree, name):
    problems = []
    for message in tree.iter("message"):
        translation = message.find("translation")
        source = message.findtext("source") or ""
        kind = translation.get("type", "") if translation is not None else "missing"
        text = "".join(translation.itertext()).strip() if translation is not None else ""
        if kind in ("unfinished", "missing") or (not text and kind not in ("vanished", "obsolete")):
            problems.append(Problem("untranslated", name, 1, f'"{source[:60]}" has no finished translation'))
        elif kind not in ("vanished", "obsolete"):
            wanted, given = (set(re.findall(r"%(?:L?\d+|n)", s)) for s in (source, text))
            if wanted - {"%n"} != given - {"%n"}:
                problems.append(Problem("lost-placeholder", name, 1,
                                        f'"{source[:60]}": {sorted(wanted)} became {sorted(given)}'))
    return problems


def _icon(tree, path, name):
    text = read(path)
    problems = []
    if tree.get("viewBox") == "0 0 24 24" and "currentColor" not in text:
        problems.append(Problem("icon-colour", name, 1, "an icon of the family is drawn in currentColor"))
    if "<script" in text or re.search(r'href="(?!#|data:)', text):
        problems.append(Problem("icon-foreign", name, 1, "an icon holds no script and fetches nothing"))
    return problems


def _desktop(path, name):
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read_string(read(path))
    entry = parser["Desktop Entry"] if parser.has_section("Desktop Entry") else {}
    return [Problem("desktop-file", name, 1, f"the key {key} is missing")
            for key in ("Type", "Name", "Exec", "Icon", "Categories") if key not in entry]


if __name__ == "__main__":
    main(check)
