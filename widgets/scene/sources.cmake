list(APPEND LOCI_WIDGETS_SOURCES
    scene/scenelegend.cpp scene/scenelegend.h scene/markerlayer.cpp scene/markerlayer.h scene/scenecanvas.cpp
    scene/scenecanvas.h scene/scenecontrols.cpp scene/scenecontrols.h scene/sceneloader.cpp scene/sceneloader.h
    scene/sceneview.cpp scene/sceneview.h scene/sceneviewactions.cpp scene/sceneviewglass.cpp scene/sceneviewprivate.h scene/sunpopover.cpp
    scene/sunpopover.h scene/surfaceformat.cpp scene/surfaceformat.h
    scene/classhistogram.cpp scene/classhistogram.h scene/colourpopover.cpp scene/colourpopover.h
    scene/framequeue.cpp scene/framequeue.h scene/scenerecorder.cpp scene/scenerecorder.h
    scene/columnview.cpp scene/columnview.h
    scene/cutpopover.cpp scene/cutpopover.h scene/rangeslider.cpp scene/rangeslider.h scene/shadowlayer.cpp
    scene/shadowlayer.h scene/vtkimage.cpp scene/vtkimage.h scene/scenestage.cpp scene/scenestage.h
    scene/proposaltiles.cpp scene/proposaltiles.h)
