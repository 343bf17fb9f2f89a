list(APPEND LOCI_WIDGETS_SOURCES models/filewatch.cpp models/filewatch.h models/recents.cpp models/recents.h models/selection.cpp models/selection.h)
