list(APPEND LOCI_WIDGETS_SOURCES
    map/crschooser.cpp map/crschooser.h map/drawtool.cpp map/drawtool.h map/featurefinder.cpp map/featurefinder.h map/groundpainter.cpp map/groundpainter.h
    map/legendcard.cpp map/legendcard.h map/mapcanvas.cpp map/mapcanvas.h map/mapcanvasinput.cpp map/mappainter.cpp
    map/mappainter.h map/mapsession.cpp map/mapguest.h map/mapsession.h map/maptool.h map/markeroverlay.cpp map/markeroverlay.h map/mapview.cpp map/mapview.h map/mapview_p.h
    map/mapviewactions.cpp map/mapviewport.h map/measuretool.cpp map/measuretool.h map/scalecard.cpp map/scalecard.h
    map/selectionoverlay.cpp map/selectionoverlay.h map/selecttool.cpp map/selecttool.h
    map/sheetmaps.cpp map/sheetmaps.h map/viewpainter.cpp map/viewpainter.h)
