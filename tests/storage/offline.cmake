# SPDX-License-Identifier: GPL-3.0-or-later
# Desks of a shared workspace that lose a real PostgreSQL server with PostGIS, that the tests start, and come back.
add_executable(offlinechild offlinechild.cpp)
target_link_libraries(offlinechild PRIVATE Loci::Workspace)
set_target_properties(offlinechild PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
loci_test(NAME tst_offline
    SOURCES "${LOCI_CORE_MAIN}" cutproxy.cpp cutproxy.h homes.cpp homes.h offline_cachetest.cpp offline_desks.cpp offline_desks.h
        offline_mergetest.cpp offline_queuetest.cpp "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.cpp"
        "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.h"
    LINKS Loci::Workspace Loci::Storage
    LABELS server
    TIMEOUT 600)
target_compile_definitions(tst_offline PRIVATE LOCI_OFFLINE_CHILD="$<TARGET_FILE:offlinechild>")
add_dependencies(tst_offline offlinechild)
