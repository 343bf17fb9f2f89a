# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES export_roundtriptest.cpp export_compare.cpp export_compare.h)
