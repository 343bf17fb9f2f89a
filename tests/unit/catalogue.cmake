# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES catalogue_domaintest.cpp catalogue_exporttest.cpp contracts_checktest.cpp location_test.cpp)
list(APPEND LOCI_UNIT_LINKS Qt6::Xml)
