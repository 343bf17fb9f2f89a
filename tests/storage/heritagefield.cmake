# SPDX-License-Identifier: GPL-3.0-or-later
# Bundles, merges, rights in every way out, and the proof that nothing is lost.
set(LOCI_STORAGE_FIELD_TESTS heritage_bundletest.cpp heritage_columntest.cpp heritage_rebindtest.cpp heritage_rightstest.cpp heritage_mergeprooftest.cpp heritage_peers.cpp heritage_peers.h
    "${CMAKE_SOURCE_DIR}/app/cli/heritagecapture.cpp" "${CMAKE_SOURCE_DIR}/app/cli/heritagepreservation.cpp"
    "${CMAKE_SOURCE_DIR}/app/cli/heritagerebind.cpp")
