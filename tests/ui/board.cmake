# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_boards SOURCES "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp" board_columns.cpp board_fixture.h board_map.cpp board_test.cpp board_window.cpp
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui XVFB TIMEOUT 300)
loci_vtk_autoinit(tst_boards)
