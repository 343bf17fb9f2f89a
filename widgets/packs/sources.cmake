list(APPEND LOCI_WIDGETS_SOURCES
    packs/packcard.cpp packs/packcard.h packs/packpanel.cpp packs/packpanel.h packs/packrow.h)
