# SPDX-License-Identifier: GPL-3.0-or-later
# Where the next ones go: an integer program for CBC.
list(APPEND LOCI_ANALYSIS_SOURCES location/location.cpp location/location.h location/locationmodel.cpp
    location/locationmodel.h)
pkg_check_modules(CBC REQUIRED IMPORTED_TARGET cbc)
list(APPEND LOCI_ANALYSIS_LIBRARIES PkgConfig::CBC)
