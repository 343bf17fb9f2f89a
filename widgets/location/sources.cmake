list(APPEND LOCI_WIDGETS_SOURCES location/locationpage.cpp location/locationpage.h)
