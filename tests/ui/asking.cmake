# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_askingui
    SOURCES ${LOCI_GUI_MAIN} layers_fixture.cpp layers_fixture.h asking_compare.cpp asking_fixture.h asking_table.cpp
    LINKS Loci::Widgets Loci::Resources LABELS ui TIMEOUT 300 XVFB)
loci_vtk_autoinit(tst_askingui)
