# SPDX-License-Identifier: GPL-3.0-or-later
# loci_pack(NAME [SOURCES ...] [DATA files...] [FOLDER folder])
# Puts a department pack together in one folder: its data as they are and, with SOURCES, its library. Used by Loci's own
# packs and, through the installed SDK, by those of others.
function(loci_pack name)
    cmake_parse_arguments(ARG "" "FOLDER" "SOURCES;DATA" ${ARGN})
    if(NOT ARG_FOLDER)
        set(ARG_FOLDER "${CMAKE_CURRENT_BINARY_DIR}/${name}-pack")
    endif()
    set(copies)
    foreach(file IN LISTS ARG_DATA)
        add_custom_command(OUTPUT "${ARG_FOLDER}/${file}"
            COMMAND "${CMAKE_COMMAND}" -E copy "${CMAKE_CURRENT_SOURCE_DIR}/${file}" "${ARG_FOLDER}/${file}"
            DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${file}" VERBATIM)
        list(APPEND copies "${ARG_FOLDER}/${file}")
    endforeach()
    add_custom_target("${name}_pack" ALL DEPENDS ${copies})
    if(ARG_SOURCES)
        set(CMAKE_AUTOMOC ON)
        add_library("${name}" MODULE ${ARG_SOURCES})
        target_link_libraries("${name}" PRIVATE Loci::PluginApi)
        # A pack travels: it names no folder of the computer it was built on.
        target_compile_options("${name}" PRIVATE "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
        set_target_properties("${name}" PROPERTIES PREFIX lib CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
            LIBRARY_OUTPUT_DIRECTORY "${ARG_FOLDER}")
        add_dependencies("${name}_pack" "${name}")
    endif()
endfunction()
