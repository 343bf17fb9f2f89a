# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_MAP_SOURCES heritage/heritagelayers.cpp heritage/heritagelayers.h heritage/heritagelook.h
    heritage/heritagestyle.cpp heritage/heritagestyle.h)
