# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES sample_towntest.cpp)
if(TARGET Loci::Formats)
    list(APPEND LOCI_UNIT_SOURCES sample_writertest.cpp)
endif()
