# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_catalogue SOURCES "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp" catalogue_window.cpp
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS "ui" XVFB TIMEOUT 300)
loci_vtk_autoinit(tst_catalogue)
# A program of its own: the map library takes GDAL's drivers along when it stops.
loci_test(NAME tst_endpoint SOURCES "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp" catalogue_endpoint.cpp
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS "ui" XVFB TIMEOUT 120)
loci_vtk_autoinit(tst_endpoint)
