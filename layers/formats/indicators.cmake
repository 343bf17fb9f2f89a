# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_FORMATS_SOURCES sampleindicators.cpp observations/csvobservations.cpp observations/csvobservations.h)
