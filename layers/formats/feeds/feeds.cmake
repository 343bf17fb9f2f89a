# SPDX-License-Identifier: GPL-3.0-or-later
# Payloads of live feeds. GTFS-Realtime is protobuf; its code is generated from our own description of the fields.
protobuf_generate_cpp(loci_transit_sources loci_transit_headers "${CMAKE_CURRENT_SOURCE_DIR}/feeds/gtfsrealtime.proto")
set_source_files_properties(${loci_transit_sources} PROPERTIES COMPILE_OPTIONS -w SKIP_AUTOMOC ON)
set_source_files_properties(${loci_transit_headers} PROPERTIES SKIP_AUTOMOC ON)
list(APPEND LOCI_FORMATS_SOURCES
    feeds/cap.cpp feeds/capscanner.cpp feeds/capscanner.h feeds/csvrows.cpp feeds/csvrows.h feeds/feedalert.h
    feeds/feedparts.h feeds/feedpayload.cpp feeds/feedpayload.h feeds/gbfs.cpp feeds/gtfsrealtime.cpp feeds/mappedfeed.cpp
    feeds/ngsi.cpp feeds/sensorthings.cpp feeds/ssescanner.cpp feeds/ssescanner.h feeds/transitreference.h feeds/transitrules.cpp feeds/transitrules.h
    ${loci_transit_sources} ${loci_transit_headers})
list(APPEND LOCI_FORMATS_LIBRARIES protobuf::libprotobuf PkgConfig::EXPAT)
