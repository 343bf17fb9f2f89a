list(APPEND LOCI_WIDGETS_SOURCES map/mapsession.cpp map/mapsession.h)
