# SPDX-License-Identifier: GPL-3.0-or-later
# The user guide as ":/guide/<en|zh>/<page>.md" and ":/guide/pictures/<en|zh>/<name>.png": a source of its own, so that a
# change of a page does not embed everything else anew.
file(GLOB_RECURSE pages CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}"
    "${CMAKE_CURRENT_SOURCE_DIR}/guide/*.md" "${CMAKE_CURRENT_SOURCE_DIR}/guide/*.png")
set(entries)
set(dependencies)
foreach(page IN LISTS pages)
    string(APPEND entries "<file alias=\"${page}\">${CMAKE_CURRENT_SOURCE_DIR}/${page}</file>\n")
    list(APPEND dependencies "${CMAKE_CURRENT_SOURCE_DIR}/${page}")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/guide.qrc" CONTENT "<RCC><qresource prefix=\"/\">
${entries}</qresource></RCC>
")
add_custom_command(OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/qrc_guide.cpp"
    COMMAND Qt6::rcc --name guide --no-compress --output "${CMAKE_CURRENT_BINARY_DIR}/qrc_guide.cpp"
        "${CMAKE_CURRENT_BINARY_DIR}/guide.qrc"
    DEPENDS "${CMAKE_CURRENT_BINARY_DIR}/guide.qrc" ${dependencies} COMMENT "Embedding the user guide" VERBATIM)
