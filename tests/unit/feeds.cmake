# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES feeds_domaintest.cpp feeds_formatstest.cpp feeds_realtest.cpp)
list(APPEND LOCI_UNIT_LINKS protobuf::libprotobuf)
set_source_files_properties(feeds_realtest.cpp PROPERTIES INCLUDE_DIRECTORIES "${CMAKE_BINARY_DIR}/layers/formats")
