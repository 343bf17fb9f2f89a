# SPDX-License-Identifier: GPL-3.0-or-later
# Thesauri, and tables that become records; paths from layers/domain.
set(LOCI_DOMAIN_IMPORT_SOURCES
    heritage/assettable.cpp heritage/assettable.h heritage/importmapping.cpp heritage/importmapping.h heritage/importplan.cpp heritage/importplan.h
    heritage/recordmaker.cpp heritage/recordmaker.h heritage/rowtable.h heritage/rulerunner.cpp heritage/rulerunner.h heritage/standing.cpp heritage/standing.h
    heritage/thesaurus.cpp heritage/thesaurus.h heritage/thesaurussearch.cpp heritage/thesaurussearch.h)
