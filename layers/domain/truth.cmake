# SPDX-License-Identifier: GPL-3.0-or-later
# Truth about a file: validation, heights, Chinese web-map coordinates.
set(LOCI_DOMAIN_TRUTH_SOURCES
    geodesy/gcj02.cpp geodesy/gcj02.h city/bodyrelations.cpp city/bodyrelations.h city/delaunayflips.cpp city/delaunayflips.h city/modelfindings.cpp city/modelfindings.h city/ringrelations.cpp
    city/ringrelations.h city/schemacheck.cpp city/schemacheck.h city/shellcheck.cpp city/shellcheck.h
    city/snappedvertices.cpp city/snappedvertices.h city/heightfix.cpp city/heightreport.cpp city/heightrules.cpp city/heightrules.h
    city/heights.cpp city/heights.h city/modelshift.cpp city/modelshift.h city/terrainsurface.cpp city/terrainsurface.h)
