# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_MAP_SOURCES indicators/ogrtable.cpp indicators/ogrtable.h indicators/tablereader.cpp indicators/tablereader.h)
list(APPEND LOCI_MAP_SOURCES indicators/arealayer.cpp indicators/arealayer.h indicators/areastyle.cpp indicators/areastyle.h
    indicators/problemlayer.cpp indicators/problemlayer.h
    indicators/rowfeatures.cpp indicators/rowfeatures.h)
