# What map services and databases offer, paths from layers/map.
list(APPEND LOCI_MAP_SOURCES
    services/capabilities.cpp services/capabilities.h services/databaselayers.cpp services/databaselayers.h
    services/sessionpasswords.cpp services/sessionpasswords.h)
