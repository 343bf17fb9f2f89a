# SPDX-License-Identifier: GPL-3.0-or-later
# The same stores in a file and on a real PostgreSQL server with PostGIS, that the tests start.
loci_test(NAME tst_homes
    SOURCES "${LOCI_CORE_MAIN}" homes.cpp homes.h homes_basictest.cpp homes_deskstest.cpp homes_copytest.cpp homes_feedstest.cpp homes_heritagetest.cpp homes_monthstest.cpp homes_replicatest.cpp
        homes_servertest.cpp homes_workspacetest.cpp "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.cpp"
        "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.h" "${CMAKE_SOURCE_DIR}/app/cli/workspacemodels.cpp" "${CMAKE_SOURCE_DIR}/app/cli/workspaceroles.cpp" "${CMAKE_SOURCE_DIR}/app/cli/workspaceverb.cpp"
    LINKS Loci::Workspace Loci::Storage
    LABELS storage
    TIMEOUT 600)
