# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_briefing
    SOURCES ${LOCI_GL_MAIN} briefing_fixture.cpp briefing_fixture.h briefing_show.cpp briefing_export.cpp
        briefing_window.cpp
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui TIMEOUT 1500 XVFB)
loci_vtk_autoinit(tst_briefing)
add_dependencies(tst_briefing loci)
set_property(TEST tst_briefing APPEND PROPERTY ENVIRONMENT "LOCI_SCREEN=1984x768x24")
