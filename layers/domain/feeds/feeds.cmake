# SPDX-License-Identifier: GPL-3.0-or-later
# Live feeds as values: observations, streams, descriptions, states, rules, units.
set(LOCI_DOMAIN_FEEDS_SOURCES
    feeds/alert.cpp feeds/alert.h feeds/backoff.cpp feeds/backoff.h feeds/feeddescription.cpp feeds/feeddescription.h feeds/jsonpointer.cpp
    feeds/jsonpointer.h feeds/observation.h feeds/observationgate.cpp feeds/observationgate.h feeds/streamstate.cpp
    feeds/streamstate.h feeds/units.cpp feeds/units.h)
