list(APPEND LOCI_WIDGETS_SOURCES
    character/charactercard.cpp character/charactercard.h character/characterfigure.cpp character/characterfigure.h)
