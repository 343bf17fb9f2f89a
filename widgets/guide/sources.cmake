list(APPEND LOCI_WIDGETS_SOURCES
    guide/guidebook.cpp guide/guidebook.h guide/guidereader.cpp guide/guidereader.h guide/guidewindow.cpp
    guide/guidewindow.h)
