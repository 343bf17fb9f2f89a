# SPDX-License-Identifier: GPL-3.0-or-later
# Two programs: the map library starts once in a process.
foreach(name IN ITEMS tst_briefing tst_briefingexport)
    set(sources briefing_show.cpp briefing_window.cpp)
    if(name STREQUAL "tst_briefingexport")
        set(sources briefing_export.cpp film_reader.cpp film_reader.h)
    endif()
    loci_test(NAME ${name} SOURCES ${LOCI_GL_MAIN} briefing_fixture.cpp briefing_fixture.h ${sources}
        LINKS Loci::App Loci::Resources QGIS::Core VTK::Qt6Widget PkgConfig::FFMPEG LABELS ui TIMEOUT 900 XVFB)
    loci_vtk_autoinit(${name})
    add_dependencies(${name} loci)
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "LOCI_SCREEN=1984x768x24")
endforeach()
