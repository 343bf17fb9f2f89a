# SPDX-License-Identifier: GPL-3.0-or-later
# Observations of live feeds, in a SQLite file beside the workspace or in the schema of its server.
set(LOCI_STORAGE_FEEDS_SOURCES
    feeds/alertstore.cpp feeds/alertstore.h feeds/arraytext.cpp feeds/arraytext.h feeds/feedlease.cpp feeds/feedlease.h feeds/feedobservations.cpp feeds/feedobservations.h feeds/observationqueries.cpp feeds/observationqueries.h feeds/observationschema.cpp feeds/observationschema.h
    feeds/observationhome.cpp feeds/observationhome.h feeds/observationmonths.cpp feeds/observationmonths.h feeds/observationrows.cpp feeds/observationrows.h feeds/observationserver.h feeds/observationvalues.h
    feeds/observationstore.cpp feeds/observationstore.h feeds/rollups.cpp feeds/rollups.h)
