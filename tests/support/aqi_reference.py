#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Air-quality indices by HJ 633, written independently of the program, in whole numbers without any rounding error: a
test compares row by row.

aqi_reference.py FILE.csv[.gz] OUT2012 OUT2026   writes "h,<hour>,<aqi>,<primary>" for each hour and "d,..." for each day,
with "-" for no index. Columns as in the Beijing multi-site data, all in micrograms.
"""
import csv
import gzip
import sys

UNIT = 10 ** 6  # a concentration is a whole number of millionths of a microgram
LEVELS = [0, 50, 100, 150, 200, 300, 400, 500]
GASES = {
    "SO2-d": [50, 150, 475, 800, 1600, 2100, 2620], "SO2-h": [150, 500, 650, 800],
    "NO2-d": [40, 80, 180, 280, 565, 750, 940], "NO2-h": [100, 200, 700, 1200, 2340, 3090, 3840],
    "CO-d": [2, 4, 14, 24, 36, 48, 60], "CO-h": [5, 10, 35, 60, 90, 120, 150],
    "O3-8": [100, 160, 215, 265, 800], "O3-h": [160, 200, 300, 400, 800, 1000, 1200],
}
PARTICLES = {"2012": (150, 75), "2026": (120, 60)}
NAMES = ("SO2", "NO2", "CO", "O3", "PM10", "PM2.5")


def limits(name, rule):
    if name == "PM10":
        return [50, PARTICLES[rule][0], 250, 350, 420, 500, 600]
    if name == "PM2.5":
        return [35, PARTICLES[rule][1], 115, 150, 250, 350, 500]
    return GASES[name]


def steps_of(total, count, step):
    """total / count in steps, halves to the even neighbour."""
    low, rest = divmod(total, count * step)
    twice = 2 * rest - count * step
    return low + (1 if twice > 0 or (twice == 0 and low % 2) else 0)


def single(name, rule, value):
    """Index of one mean (sum, count), or None."""
    row = limits(name, rule)
    tenths = name.startswith("CO")
    # CO stands in tenths of a milligram, everything else in micrograms
    c = steps_of(value[0], value[1], 100 * UNIT if tenths else UNIT)
    low_c, low_i = 0, 0
    for high_c, high_i in zip(row, LEVELS[1:]):
        high_c *= 10 if tenths else 1
        if c <= high_c:
            return low_i - ((high_i - low_i) * (low_c - c)) // (high_c - low_c)
        low_c, low_i = high_c, high_i
    if name in ("SO2-h", "O3-8"):
        return None if rule == "2012" else LEVELS[len(row)]
    return 500


def overall(parts, rule):
    """parts: (pollutant, table, value or None)."""
    known = {name for name, _, value in parts if value}
    found = [(name, single(table, rule, value)) for name, table, value in parts if value]
    found = [(name, index) for name, index in found if index is not None]
    top = max((index for _, index in found), default=None)
    if top is None or (rule == "2026" and len(known) < len(NAMES) and top <= 100):
        return "-", ""
    leaders = dict.fromkeys(name for name, index in found if index == top and top > 50)
    return str(top), "+".join(leaders)


def whole(text):
    if text in ("NA", ""):
        return None
    before, _, after = text.partition(".")
    assert len(after) <= 6 and "e" not in text.lower(), text
    return int(before) * UNIT + int((after + "000000")[:6])


def run(path, out):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    data = {name: [whole(row[name]) for row in rows] for name in NAMES}
    sums = {}
    for name, values in data.items():
        total, count, line = 0, 0, [(0, 0)]
        for value in values:
            if value is not None:
                total, count = total + value, count + 1
            line.append((total, count))
        sums[name] = line

    def hour(name, at):
        return None if data[name][at] is None else (data[name][at], 1)

    def mean(name, begin, end, least):
        begin = max(0, begin)
        count = sums[name][end][1] - sums[name][begin][1]
        return (sums[name][end][0] - sums[name][begin][0], count) if count >= least else None

    for rule, target in out.items():
        lines = []
        for h in range(len(rows)):
            parts = [(g, g + "-h", hour(g, h)) for g in NAMES[:4]]
            parts += [(p, p, hour(p, h) if rule == "2026" else mean(p, h - 23, h + 1, 20)) for p in NAMES[4:]]
            lines.append("h,%d,%s,%s\n" % ((h,) + overall(parts, rule)))
        for day in range(len(rows) // 24):
            a, b = day * 24, day * 24 + 24
            parts = [(g, g + "-d", mean(g, a, b, 20)) for g in NAMES[:3]]
            if rule == "2012":
                hours = [v for v in data["O3"][a:b] if v is not None]
                parts.append(("O3", "O3-h", (max(hours), 1) if len(hours) >= 20 else None))
            eights = [mean("O3", end - 7, end + 1, 6) for end in range(a + 7, b)]
            eights = [v for v in eights if v]
            # the largest of fractions with counts from 6 to 8: on the common denominator 168
            parts.append(("O3", "O3-8", max(eights, key=lambda v: v[0] * (168 // v[1])) if eights else None))
            parts += [(p, p, mean(p, a, b, 20)) for p in NAMES[4:]]
            lines.append("d,%d,%s,%s\n" % ((day,) + overall(parts, rule)))
        with open(target, "w", encoding="ascii") as file:
            file.writelines(lines)


if __name__ == "__main__":
    run(sys.argv[1], {"2012": sys.argv[2], "2026": sys.argv[3]})
