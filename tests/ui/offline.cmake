# SPDX-License-Identifier: GPL-3.0-or-later
# The window over a workspace on a real PostgreSQL server that is stopped under it.
loci_test(NAME tst_offlinewindow SOURCES "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp" offline_window.cpp
    feeds_windowtown.cpp feeds_windowtown.h "${CMAKE_SOURCE_DIR}/tests/storage/homes.cpp"
    "${CMAKE_SOURCE_DIR}/tests/storage/homes.h" "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.cpp"
    "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.h"
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui XVFB TIMEOUT 600)
loci_vtk_autoinit(tst_offlinewindow)
