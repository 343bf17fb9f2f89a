# SPDX-License-Identifier: GPL-3.0-or-later
# loci_build_number(TARGET): compiles the commit of the sources into a program (app/buildnumber.h). Only that one source
# is compiled again after a commit. Called as a script, it writes the source: SOURCES, OUTPUT.
if(CMAKE_SCRIPT_MODE_FILE)
    set(commit)
    find_program(git git)
    if(git)
        execute_process(COMMAND "${git}" -C "${SOURCES}" describe --always --exclude=* --abbrev=10 --dirty=+
            OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    endif()
    set(content "#include \"app/buildnumber.h\"\nconst char *const loci::app::kBuild = \"${commit}\";\n")
    set(before)
    if(EXISTS "${OUTPUT}")
        file(READ "${OUTPUT}" before)
    endif()
    if(NOT content STREQUAL before)
        file(WRITE "${OUTPUT}" "${content}")
    endif()
    return()
endif()

set(LOCI_BUILD_NUMBER_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")
function(loci_build_number target)
    set(source "${CMAKE_BINARY_DIR}/generated/buildnumber.cpp")
    add_custom_target(${target}_buildnumber BYPRODUCTS "${source}" COMMENT "Build number" VERBATIM
        COMMAND "${CMAKE_COMMAND}" "-DSOURCES=${CMAKE_SOURCE_DIR}" "-DOUTPUT=${source}" -P "${LOCI_BUILD_NUMBER_SCRIPT}")
    target_sources(${target} PRIVATE "${source}")
    set_source_files_properties("${source}" PROPERTIES GENERATED ON SKIP_AUTOMOC ON)
    add_dependencies(${target} ${target}_buildnumber)
endfunction()
