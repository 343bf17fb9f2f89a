# SPDX-License-Identifier: GPL-3.0-or-later
# Long runs with broken input, for ./test --fuzz; the ordinary run has short ones of the same.
if(LOCI_FUZZ)
    return() # with libFuzzer's instrumentation it would take hours
endif()
add_test(NAME fuzz_cityjson_mutations COMMAND tst_unit TruthMutationTest survivesStructuralMutations)
set_tests_properties(fuzz_cityjson_mutations PROPERTIES LABELS fuzz TIMEOUT 3600
    ENVIRONMENT "LOCI_FUZZ_ROUNDS=100000;QTEST_FUNCTION_TIMEOUT=3600000;QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
