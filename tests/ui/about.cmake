# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_about SOURCES "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp" about_window.cpp
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui XVFB TIMEOUT 180)
loci_vtk_autoinit(tst_about)
