# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES export_compare.cpp export_compare.h export_meshfile.cpp export_meshfile.h
    export_meshtest.cpp export_roundtriptest.cpp export_subsettest.cpp export_upgradetest.cpp
    export_verbtest.cpp
    "${CMAKE_SOURCE_DIR}/app/cli/convertverb.cpp")
