# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_feedsui
    SOURCES ${LOCI_GUI_MAIN} feeds_panel.cpp
    LINKS Loci::Widgets Loci::Resources LABELS ui TIMEOUT 300 XVFB)
loci_vtk_autoinit(tst_feedsui)
