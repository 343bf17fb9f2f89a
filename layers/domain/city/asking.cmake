# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_DOMAIN_ASKING_SOURCES
    city/columnstatistics.cpp city/columnstatistics.h city/objecttable.cpp city/objecttable.h
    city/compare.cpp city/compare.h city/comparegeometry.cpp city/comparegeometry.h)
