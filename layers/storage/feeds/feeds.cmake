# SPDX-License-Identifier: GPL-3.0-or-later
# Observations of live feeds, in a SQLite file beside the workspace.
set(LOCI_STORAGE_FEEDS_SOURCES
    feeds/alertstore.cpp feeds/alertstore.h feeds/feedobservations.cpp feeds/feedobservations.h feeds/observationqueries.cpp feeds/observationqueries.h feeds/observationschema.cpp feeds/observationschema.h
    feeds/observationstore.cpp feeds/observationstore.h feeds/rollups.cpp feeds/rollups.h)
