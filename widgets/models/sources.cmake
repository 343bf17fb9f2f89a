list(APPEND LOCI_WIDGETS_SOURCES models/selection.cpp models/selection.h)
