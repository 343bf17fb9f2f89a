# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_ANALYSIS_SOURCES
    planar/boxtree.cpp planar/boxtree.h planar/shape.cpp planar/shape.h
    planning/areachecks.cpp planning/areaindex.cpp planning/areaindex.h planning/bodyfaces.cpp planning/bodyfaces.h
    planning/buildingset.cpp planning/buildingset.h planning/densitychecks.cpp planning/excess.cpp planning/excess.h
    planning/groundcut.cpp planning/groundcut.h planning/heightchecks.cpp
    planning/listedchecks.cpp planning/parcelmetrics.cpp planning/parcelmetrics.h planning/rulechecks.cpp
    planning/rulechecks.h planning/ruleengine.cpp planning/ruleengine.h planning/streetcheck.cpp
    planning/streetproportion.cpp planning/streetproportion.h planning/townmetrics.cpp planning/townmetrics.h
    planning/planeffects.cpp planning/planeffects.h planning/planstudy.cpp planning/planstudy.h planning/townverdicts.cpp planning/townverdicts.h
    planning/viewchecks.cpp rays/modelfaces.cpp rays/modelfaces.h
    rays/rayscene.cpp rays/rayscene.h
    character/buildingtraits.cpp character/buildingtraits.h character/characterjson.cpp character/characterprofile.cpp character/characterprofile.h
    sun/sunlight.cpp sun/sunlight.h
    view/directcamera.cpp view/directcamera.h view/photocamera.cpp view/photocamera.h view/photolayer.cpp view/photolayer.h
    view/sight.cpp view/sight.h view/skyline.cpp view/skyline.h
    view/viewceiling.cpp view/viewceiling.h)
find_package(embree 3 REQUIRED)
pkg_check_modules(GSL REQUIRED IMPORTED_TARGET gsl)
list(APPEND LOCI_ANALYSIS_LIBRARIES PkgConfig::GEOS PkgConfig::GSL embree Qt6::Concurrent)
