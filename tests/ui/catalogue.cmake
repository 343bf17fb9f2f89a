# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_catalogue SOURCES "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp" catalogue_window.cpp catalogue_endpoint.cpp
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS "ui" XVFB TIMEOUT 300)
loci_vtk_autoinit(tst_catalogue)
