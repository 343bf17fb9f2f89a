# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of the table that compare whole processes: what they take in time and at their peak in memory."""
import json
import os
import shutil
import subprocess
import time
from pathlib import Path

# A row: `ours` and `peer` are commands; {read} is bench_read, {loci} the program, {model} and the like are files.
# `what` of a process counts: "seconds" of its life or "MB" at its peak; a peer may be a number instead of a command.
ROWS = {
    "A3": dict(what="Peak memory of reading CityJSON, 100k buildings, against the size of the file", counts="MB",
               ours=["{read}", "{city100k}"], peer="size of the file", limit=2.0, goal="at most 2.0 x the file"),
    "A3s": dict(what="Peak memory of reading CityJSONSeq, 100k buildings", counts="MB", ours=["{read}", "{seq100k}"],
                peer="150 MB + 6 kB a building", limit=1.0, goal="at most 150 MB + 6 kB a building"),
    "A3m": dict(what="Memory of a building after reading, LoD 1 and 2 with semantics, 100k buildings", counts="model kB",
                ours=["{read}", "{city100k}"], peer="6 kB", limit=1.0, goal="at most 6 kB"),
    "A6": dict(what="Read CityGML to the model, against citygmltest", counts="seconds", ours=["{read}", "{gml}"],
               peer=["citygmltest", "{gml}"], limit=1 / 5, goal="at most 1/5 of its time"),
    "A6m": dict(what="The same, peak memory", counts="MB", ours=["{read}", "{gml}"], peer=["citygmltest", "{gml}"],
                limit=0.25, goal="at most 0.25 x its memory"),
    "A6x": dict(what="Read CityGML to the model, against xmllint's stream, which keeps nothing", counts="seconds",
                ours=["{read}", "{gml}"], peer=["xmllint", "--stream", "--noout", "{gml}"], limit=2.0,
                goal="at least half the bytes a second"),
    "B7": dict(what="Load and draw 10k buildings from CityJSON, against f3d from OBJ", counts="seconds", display=True,
               ours=["{loci}", "render-scene", "{city10k}", "{out}"],
               peer=["f3d", "{obj10k}", "--output={out}", "--resolution=1600,1000"], limit=0.5,
               goal="at most half of f3d's time"),
}


def run_once(command, env):
    """Seconds, peak megabytes and what it said; None when it failed."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stdout.close()
    if child.returncode:
        return None
    return dict(seconds=time.monotonic() - start, MB=usage.ru_maxrss / 1024, said=said)


def figure(row, done, buildings):
    if row["counts"] == "model kB":
        return json.loads(done["said"])["modelBytes"] / 1000 / buildings
    return done[row["counts"]]


def fixed_peer(row, files, buildings):
    if row["peer"] == "size of the file":
        return files["city100k"].stat().st_size / 2**20
    return {"6 kB": 6.0, "150 MB + 6 kB a building": 150 + 6 * buildings / 1000}[row["peer"]]


def rows_of(row, files, env, with_display, least, say):
    """One line of figures a repetition, ours and the peer in turn."""
    def command(parts):
        return with_display([part.format(**files) for part in parts], row.get("display"))

    unit = {"model kB": "kB"}.get(row["counts"], row["counts"]).replace("seconds", "s")
    fixed = isinstance(row["peer"], str)
    peer_name = row["peer"] if fixed else row["peer"][0]
    if not fixed and not shutil.which(row["peer"][0]):
        peer_name += " is not installed"
    rows = []
    for repetition in range(least + 1):  # the first one warms the page cache
        done = run_once(command(row["ours"]), env)
        if done is None:
            return []
        line = dict(ours=figure(row, done, 100000), unit=unit, peerName=peer_name)
        if fixed:
            line["peer"] = fixed_peer(row, files, 100000)
        elif shutil.which(row["peer"][0]):
            other = run_once(command(row["peer"]), env)
            if other is None:
                line["peerName"] += " fails on this file"
            else:
                line["peer"] = figure(row, other, 100000)
        if repetition > 0:
            rows.append(line)
            say(f"{row['what'][:40]}: {len(rows)} measurements")
    return rows


def wants(row):
    """Names of the files that a row's commands name."""
    parts = row["ours"] + (row["peer"] if isinstance(row["peer"], list) else [])
    return {name for name in ("city100k", "city10k", "seq100k", "gml", "obj10k") if any("{%s}" % name in p for p in parts)}


def shared_file(binary_dir, name):
    """A file of the shared data that the build was configured with, or None."""
    cache = (binary_dir / "CMakeCache.txt").read_text(encoding="utf-8")
    shared = next((line.split("=", 1)[1] for line in cache.splitlines() if line.startswith("LOCI_SHARED_DATA:")), "")
    path = Path(shared, name)
    return path if shared and path.exists() else None
