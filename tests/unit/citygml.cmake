# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES citygmlbadinputtest.cpp citygmlfeaturestest.cpp citygmlrealtest.cpp gmltext.h)
list(APPEND LOCI_UNIT_LINKS Qt6::Network ZLIB::ZLIB)
