list(APPEND LOCI_WIDGETS_SOURCES city/citylibrary.cpp city/citylibrary.h)
