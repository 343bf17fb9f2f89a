# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_MAP_SOURCES indicators/ogrtable.cpp indicators/ogrtable.h indicators/tablereader.cpp indicators/tablereader.h)
