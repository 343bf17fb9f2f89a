list(APPEND LOCI_WIDGETS_SOURCES views/viewarea.cpp views/viewarea.h views/viewlinker.cpp views/viewlinker.h)
