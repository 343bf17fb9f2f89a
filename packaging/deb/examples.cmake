# SPDX-License-Identifier: GPL-3.0-or-later
# Two packs that ship with Loci, as they are in its sources: `cmake -S . -B WHERE && cmake --build WHERE` puts them into
# WHERE/lib/loci/packs, and `loci pack check` looks at one there.
cmake_minimum_required(VERSION 3.25)
project(LociPackExamples LANGUAGES CXX)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
find_package(LociPack 1 REQUIRED)
include_directories("${CMAKE_CURRENT_SOURCE_DIR}")
add_subdirectory(plugins/health)
add_subdirectory(plugins/preservation)
