# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES cache_compacttest.cpp cache_indextest.cpp cache_companiontest.cpp cache_opentest.cpp cache_damagetest.cpp cache_windowtest.cpp
    cache_fixture.h "${CMAKE_SOURCE_DIR}/tests/support/samemodel.h")
