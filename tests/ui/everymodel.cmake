# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_everymodel SOURCES ${LOCI_GL_MAIN} everymodel_readme.cpp everymodel_readme.h everymodel_window.cpp
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui XVFB TIMEOUT 900)
loci_vtk_autoinit(tst_everymodel)
