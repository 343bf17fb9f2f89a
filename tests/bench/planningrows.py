# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of the table about planning: ceilings of views, sun, rays, viewsheds."""

ROWS = {
    "P1": dict(what="Ceiling, headroom and overshoots of 50 views over 50,000 buildings in 10 km by 10 km",
               program="bench_planning", limit=1.0, goal="at most 60 s"),
    "P1c": dict(what="The same, from cancelling to its end", program="bench_planning", limit=1.0, goal="at most 100 ms"),
    "P2": dict(what="Rules and ceiling of a dragged building, 95th percentile of 60 looks", program="bench_planning",
               limit=1.0, goal="at most 100 ms"),
    "E3": dict(what="A ray among 50,000 buildings, blocked or not, against Embree's own call", program="bench_sight",
               limit=1 / 0.8, goal="at least 0.8 x its rays a second"),
    "E3b": dict(what="Making the scene ready, against rtcCommitScene alone", program="bench_sight", limit=1.5,
                goal="at most 1.5 x"),
    "E3v": dict(what="A ray, against vtkOBBTree", program="bench_sight", limit=1 / 20, goal="at most 1/20"),
    "E4": dict(what="Sunlight, 100k buildings, 12 positions: a tenth of a million samples' work against 100k samples'",
               program="bench_planning", limit=10 ** 0.05, goal="exponent in samples at most 1.05"),
    "E4s": dict(what="The same on two cores, against one", program="bench_planning", limit=1 / 1.8,
                goal="at least 1.8 x as fast"),
    "E4c": dict(what="The same, from cancelling to its end", program="bench_planning", limit=1.0, goal="at most 100 ms"),
    "E5": dict(what="Viewshed of terrain, 1000 x 1000 cells, against GDALViewshedGenerate", program="bench_sight",
               limit=1.5, goal="at most 1.5 x"),
}
