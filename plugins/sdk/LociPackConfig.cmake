# SPDX-License-Identifier: GPL-3.0-or-later
# What a pack is built against: Loci::PluginApi (headers) and loci_pack().
include(CMakeFindDependencyMacro)
find_dependency(Qt6 6.4 COMPONENTS Core Widgets)
if(NOT TARGET Loci::PluginApi)
    add_library(Loci::PluginApi INTERFACE IMPORTED)
    get_filename_component(_loci_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
    set_target_properties(Loci::PluginApi PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${_loci_prefix}/include/loci"
        INTERFACE_LINK_LIBRARIES "Qt6::Core;Qt6::Widgets")
endif()
include("${CMAKE_CURRENT_LIST_DIR}/LociPackFunctions.cmake")
