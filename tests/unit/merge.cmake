# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES merge_threewaytest.cpp)
