list(APPEND LOCI_WIDGETS_SOURCES city/citylibrary.cpp city/citylibrary.h city/detailscard.cpp city/detailscard.h
    city/exportsheet.cpp city/exportsheet.h city/modelcheck.cpp city/modelcheck.h)
