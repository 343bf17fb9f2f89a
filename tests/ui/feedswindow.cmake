# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_feedswindow SOURCES "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp" feeds_window.cpp
    feeds_gaugeboard.cpp feeds_gaugeboard.h feeds_windowtown.cpp feeds_windowtown.h "${CMAKE_SOURCE_DIR}/tests/feeds/feedservers.cpp"
    "${CMAKE_SOURCE_DIR}/tests/feeds/feedservers.h"
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui XVFB TIMEOUT 600)
loci_vtk_autoinit(tst_feedswindow)
