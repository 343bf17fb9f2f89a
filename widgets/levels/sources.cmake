list(APPEND LOCI_WIDGETS_SOURCES levels/levelpanel.cpp levels/levelpanel.h)
