# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_STORAGE_TEST_SOURCES heritage_cataloguetest.cpp heritage_fixture.h heritage_killtest.cpp
    heritage_mediatest.cpp heritage_searchtest.cpp heritage_verifytest.cpp)
