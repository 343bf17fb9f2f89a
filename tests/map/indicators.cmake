# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_indicators
    SOURCES ${LOCI_GUI_MAIN} testindicators.cpp "${CMAKE_SOURCE_DIR}/app/cli/indicatorverb.cpp"
        "${CMAKE_SOURCE_DIR}/app/cli/indicatorjson.cpp" "${CMAKE_SOURCE_DIR}/app/indicators/indicatorrun.cpp"
        "${CMAKE_SOURCE_DIR}/app/indicators/feedstreams.cpp"
        "${CMAKE_SOURCE_DIR}/app/indicators/sampleindicators.cpp" "${CMAKE_SOURCE_DIR}/app/indicators/workspaceinputs.cpp"
        "${CMAKE_SOURCE_DIR}/app/indicators/reachedrows.cpp" "${CMAKE_SOURCE_DIR}/app/cli/indicatorcomposite.cpp"
        "${CMAKE_SOURCE_DIR}/app/cli/indicatorbacktest.cpp"
    LINKS Loci::MapLayers Loci::Formats Loci::Domain Loci::Workspace Loci::Resources
    LABELS map TIMEOUT 180)
