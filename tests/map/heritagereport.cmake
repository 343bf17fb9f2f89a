# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_MAP_TEST_SOURCES testpapers.cpp testrecordsheet.cpp)
