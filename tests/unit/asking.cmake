# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES comparetest.cpp objecttabletest.cpp)
