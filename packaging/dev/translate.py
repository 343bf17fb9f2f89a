#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills unfinished entries of a .ts file from a tab-separated list: source<TAB>translation (\\n for a line break).

translate.py FILE.ts LIST.tsv   prints the sources that are still without a translation.
"""
import html
import re
import sys


def main(ts_path, list_path):
    words = {}
    for line in open(list_path, encoding="utf-8"):
        if "\t" in line:
            source, translation = line.rstrip("\n").split("\t", 1)
            words[source.replace("\\n", "\n")] = translation.replace("\\n", "\n")
    text = open(ts_path, encoding="utf-8").read()
    missing = []

    def fill(match):
        source = html.unescape(match.group(2))
        if 'type="unfinished"' not in match.group(4):
            return match.group(0)
        if source not in words:
            missing.append(source)
            return match.group(0)
        escaped = html.escape(words[source], quote=True)
        body = "<numerusform>%s</numerusform>" % escaped if "<numerusform" in match.group(4) else escaped
        return match.group(1) + match.group(2) + match.group(3) + "<translation>" + body + "</translation>"

    text = re.sub(r"(<source>)(.*?)(</source>\s*(?:<comment>.*?</comment>\s*)?)(<translation.*?(?:</translation>|/>))",
                  fill, text, flags=re.S)
    open(ts_path, "w", encoding="utf-8").write(text)
    for source in missing:
        print(source.replace("\n", "\\n"))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
