# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_guidewindow SOURCES ${LOCI_GL_MAIN} guide_window.cpp LINKS Loci::App Loci::Resources QGIS::Core
    VTK::Qt6Widget LABELS ui XVFB TIMEOUT 300)
loci_vtk_autoinit(tst_guidewindow)
loci_test(NAME tst_guidehours SOURCES ${LOCI_GL_MAIN} guide_hand.cpp guide_hand.h guide_hours.cpp
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui XVFB TIMEOUT 900)
loci_vtk_autoinit(tst_guidehours)
