# SPDX-License-Identifier: GPL-3.0-or-later
# Feeds of a workspace that several desks share; feedchild is a desk of its own, to be killed.
add_executable(feedchild feedchild.cpp)
target_link_libraries(feedchild PRIVATE Loci::Feeds)
set_target_properties(feedchild PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
target_sources(tst_feeds PRIVATE feeds_sharedtest.cpp)
target_compile_definitions(tst_feeds PRIVATE LOCI_FEED_CHILD="$<TARGET_FILE:feedchild>")
add_dependencies(tst_feeds feedchild)
