# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_GL_MAIN "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp")
loci_test(NAME tst_window SOURCES ${LOCI_GL_MAIN} window_test.cpp LINKS Loci::App Loci::Resources QGIS::Core
    VTK::Qt6Widget LABELS ui XVFB TIMEOUT 300)
loci_vtk_autoinit(tst_window)
