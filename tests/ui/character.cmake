# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_characterwindow SOURCES "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp" character_window.cpp
    feeds_windowtown.cpp feeds_windowtown.h
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui XVFB TIMEOUT 300)
loci_vtk_autoinit(tst_characterwindow)
