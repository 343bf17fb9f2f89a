# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_MAP_EXPORT_TESTS testfootprintpackage.cpp)
