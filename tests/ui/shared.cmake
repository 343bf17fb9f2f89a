# SPDX-License-Identifier: GPL-3.0-or-later
# The window over a workspace on a real PostgreSQL server with PostGIS, that the test starts.
loci_test(NAME tst_sharedwindow SOURCES "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp" shared_models.cpp shared_window.cpp signin_window.cpp roles_window.cpp
    "${CMAKE_SOURCE_DIR}/tests/storage/roles_town.cpp" "${CMAKE_SOURCE_DIR}/tests/storage/roles_town.h"
    "${CMAKE_SOURCE_DIR}/tests/storage/signin_authority.cpp" "${CMAKE_SOURCE_DIR}/tests/storage/signin_authority.h"
    "${CMAKE_SOURCE_DIR}/tests/storage/signin_fixture.h"
    feeds_windowtown.cpp feeds_windowtown.h "${CMAKE_SOURCE_DIR}/tests/storage/homes.cpp"
    "${CMAKE_SOURCE_DIR}/tests/storage/homes.h" "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.cpp"
    "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.h"
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui XVFB TIMEOUT 900)
target_compile_definitions(tst_sharedwindow PRIVATE LOCI_ONE_CLASS_A_PROCESS) # the map library starts once in a process
loci_vtk_autoinit(tst_sharedwindow)
