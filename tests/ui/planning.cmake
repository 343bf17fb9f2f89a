# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_planningwindow SOURCES "${CMAKE_SOURCE_DIR}/tests/support/glmain.cpp" planning_bodies.cpp planning_compare.cpp
    planning_photo.cpp planning_town.cpp
    planning_town.h planning_verdicts.cpp planning_window.cpp
    LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui XVFB TIMEOUT 900)
loci_vtk_autoinit(tst_planningwindow)
# The map library starts once in a process: each class has one of its own.
target_compile_definitions(tst_planningwindow PRIVATE LOCI_ONE_CLASS_A_PROCESS)
