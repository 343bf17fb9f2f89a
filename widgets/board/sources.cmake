list(APPEND LOCI_WIDGETS_SOURCES
    board/board.cpp board/board.h board/boardcanvas.cpp board/boardcanvas.h board/boardexport.cpp board/boardexport.h
    board/boardpanel.cpp board/boardpanel.h board/boardtile.cpp board/boardview.cpp board/boardview.h
    board/explaincard.cpp board/explaincard.h board/maptile.cpp board/rankingtile.cpp board/seriestile.cpp
    board/tilepaint.cpp board/tilepaint.h board/valuetile.cpp)
