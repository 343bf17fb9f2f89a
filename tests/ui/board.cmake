# SPDX-License-Identifier: GPL-3.0-or-later
# Two programs: the map library starts once in a process.
foreach(name IN ITEMS tst_boards tst_boardmap)
    set(sources board_columns.cpp board_test.cpp board_window.cpp)
    if(name STREQUAL "tst_boardmap")
        set(sources board_map.cpp)
    endif()
    loci_test(NAME ${name} SOURCES ${LOCI_GL_MAIN} board_fixture.h ${sources}
        LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget LABELS ui XVFB TIMEOUT 300)
    loci_vtk_autoinit(${name})
endforeach()
