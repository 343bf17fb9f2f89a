# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_heritagewindow SOURCES ${LOCI_GL_MAIN} heritage_window.cpp heritage_form.cpp heritage_office.cpp heritage_sample.cpp heritage_terms.cpp heritage_work.cpp LINKS Loci::App Loci::Resources QGIS::Core
    VTK::Qt6Widget LABELS ui XVFB TIMEOUT 600)
target_sources(tst_heritagewindow PRIVATE heritage_conflicts.cpp)
loci_vtk_autoinit(tst_heritagewindow)
target_compile_definitions(tst_heritagewindow PRIVATE LOCI_ONE_CLASS_A_PROCESS)
