# SPDX-License-Identifier: GPL-3.0-or-later
# Writers of city models; paths from layers/formats.
list(APPEND LOCI_FORMATS_SOURCES
    export/cityjsontext.cpp export/cityjsontext.h export/cityjsontextgeometry.cpp export/cityjsonupgrade.cpp
    export/cityjsonupgrade.h export/cityjsonwriter.cpp export/cityjsonwriter.h export/exportformat.cpp
    export/exportformat.h export/exportmodel.cpp export/exportmodel.h export/geoplacer.cpp export/geoplacer.h
    export/gltfbuffer.cpp export/gltfbuffer.h export/gltfmesh.cpp export/gltfmesh.h export/gltfproperties.cpp
    export/gltfproperties.h export/gltfwriter.cpp export/gltfwriter.h export/imagecopies.cpp export/imagecopies.h
    export/looks.cpp export/looks.h export/meshframe.cpp export/meshframe.h export/nestedtext.h export/newfolder.cpp
    export/newfolder.h export/objwriter.cpp export/objwriter.h export/surfacewalk.cpp export/surfacewalk.h
    export/tilequadtree.cpp export/tilequadtree.h export/tileswriter.cpp export/tileswriter.h)
