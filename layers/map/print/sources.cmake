# Files of the print room, paths from layers/map.
list(APPEND LOCI_MAP_SOURCES
    print/mapexporter.cpp print/mapexporter.h print/maplayoutbuilder.cpp print/maplayoutbuilder.h
    print/prerendereditem.cpp print/prerendereditem.h print/printrequest.cpp print/printrequest.h
    services/capabilities.cpp services/capabilities.h services/databaselayers.cpp services/databaselayers.h)
