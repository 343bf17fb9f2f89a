# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_mapservers
    SOURCES ${LOCI_GUI_MAIN} mapservers_test.cpp ${CMAKE_CURRENT_SOURCE_DIR}/../map/nginxserver.cpp
        ${CMAKE_CURRENT_SOURCE_DIR}/../map/nginxserver.h
    LINKS Loci::Widgets Loci::Resources LABELS map)
