list(APPEND LOCI_WIDGETS_SOURCES city/citylibrary.cpp city/citylibrary.h city/detailscard.cpp city/detailscard.h
    city/exportsheet.cpp city/exportsheet.h city/modelcheck.cpp city/modelcheck.h)
list(APPEND LOCI_WIDGETS_SOURCES
    city/columncard.cpp city/columncard.h city/comparemodel.cpp city/comparemodel.h city/comparepanel.cpp
    city/comparepanel.h city/scenemodels.h city/objecttablemodel.cpp city/objecttablemodel.h city/objecttablepanel.cpp
    city/objecttablepanel.h)
