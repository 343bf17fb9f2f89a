# SPDX-License-Identifier: GPL-3.0-or-later
# Signing in to a real PostgreSQL server over TLS, with certificates that the test makes, and to servers that want too much.
loci_test(NAME tst_signin
    SOURCES "${LOCI_CORE_MAIN}" signin_authority.cpp signin_authority.h signin_refusedtest.cpp signin_secrettest.cpp
        signin_waystest.cpp signin_fixture.h "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.cpp"
        "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.h"
    LINKS Loci::Storage Qt6::Network
    LABELS storage
    TIMEOUT 300)
