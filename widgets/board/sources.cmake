list(APPEND LOCI_WIDGETS_SOURCES
    board/board.cpp board/board.h board/boarddata.h board/compositecard.cpp board/compositecard.h board/distributiontile.cpp board/heattile.cpp board/indicatormap.cpp
    board/indicatormap.h board/ledgercard.cpp board/ledgercard.h board/listtile.cpp board/optionaldate.cpp board/optionaldate.h board/statusicon.cpp board/statusicon.h board/picturetile.cpp board/sensorfield.cpp board/sensorfield.h
    board/readings.cpp board/readings.h board/streamtile.cpp
    board/seriesline.cpp board/seriesline.h board/statestile.cpp board/boardcanvas.cpp board/boardcanvas.h board/boardexport.cpp board/boardexport.h
    board/boardpanel.cpp board/boardpanel.h board/boardtile.cpp board/boardview.cpp board/boardview.h
    board/explaincard.cpp board/explaincard.h board/maptile.cpp board/rankingtile.cpp board/seriestile.cpp
    board/tilepaint.cpp board/tilepaint.h board/valuetile.cpp)
