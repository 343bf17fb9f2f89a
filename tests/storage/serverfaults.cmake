# SPDX-License-Identifier: GPL-3.0-or-later
# Faults of a server and of the way to it. LOCI_LONG_TESTS=1 takes the figures of the goals instead of short ones.
loci_test(NAME tst_serverfaults
    SOURCES "${LOCI_CORE_MAIN}" homes.cpp homes.h serverfaults.cpp serverfaults.h serverfaults_networktest.cpp
        serverfaults_desktest.cpp serverfaults_crashtest.cpp serverfaults_disktest.cpp serverfaults_edittest.cpp
        serverfaults_injectiontest.cpp injectionstrings.cpp injectionstrings.h
        "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.cpp" "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.h"
    LINKS Loci::Workspace Loci::Storage
    LABELS server
    TIMEOUT 600)
