list(APPEND LOCI_WIDGETS_SOURCES models/recents.cpp models/recents.h models/selection.cpp models/selection.h)
