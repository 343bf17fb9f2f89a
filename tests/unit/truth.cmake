# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES truth_crstest.cpp truth_gcj02test.cpp truth_modeldatumtest.cpp truth_heightstest.cpp truth_invalidtest.cpp truth_mutationtest.cpp
    truth_validationtest.cpp)
