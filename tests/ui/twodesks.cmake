# SPDX-License-Identifier: GPL-3.0-or-later
# Two windows on two virtual displays at one workspace on a real server. The windows are a program of their own.
add_executable(loci_deskwindow deskwindow.cpp)
target_link_libraries(loci_deskwindow PRIVATE Loci::App Loci::Resources Loci::TestSupport QGIS::Core VTK::Qt6Widget Qt6::Test)
set_target_properties(loci_deskwindow PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
loci_vtk_autoinit(loci_deskwindow)
loci_test(NAME tst_twodesks SOURCES "${LOCI_CORE_MAIN}" twodesks_test.cpp "${CMAKE_SOURCE_DIR}/tests/storage/homes.cpp"
    "${CMAKE_SOURCE_DIR}/tests/storage/homes.h" "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.cpp"
    "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.h"
    LINKS Loci::Workspace Loci::Storage LABELS ui TIMEOUT 900)
add_dependencies(tst_twodesks loci_deskwindow loci)
target_compile_definitions(tst_twodesks PRIVATE LOCI_PROGRAM="$<TARGET_FILE:loci>" LOCI_DESK_WINDOW="$<TARGET_FILE:loci_deskwindow>")
