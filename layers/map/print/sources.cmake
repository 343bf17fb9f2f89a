# Files of the print room, paths from layers/map.
list(APPEND LOCI_MAP_SOURCES
    print/mapexporter.cpp print/mapexporter.h print/maplayoutbuilder.cpp print/maplayoutbuilder.h
    print/prerendereditem.cpp print/prerendereditem.h print/printrequest.cpp print/printrequest.h)
include("${CMAKE_CURRENT_LIST_DIR}/../services/sources.cmake")
