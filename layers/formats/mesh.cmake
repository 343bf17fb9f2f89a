# SPDX-License-Identifier: GPL-3.0-or-later
# Readers of meshes, tiles and point clouds. Draco unpacks glTF meshes, assimp reads IFC (mesh/CMakeLists.txt).
find_package(assimp REQUIRED)
find_library(LOCI_DRACO draco REQUIRED)
list(APPEND LOCI_FORMATS_SOURCES
    mesh/affine.h mesh/batchtable.cpp mesh/batchtable.h mesh/bytes.h mesh/colourpalette.cpp mesh/colourpalette.h
    mesh/contentfolder.cpp mesh/contentfolder.h mesh/dracomesh.cpp mesh/dracomesh.h mesh/earthframe.cpp
    mesh/earthframe.h mesh/gltfaccessors.cpp mesh/gltfaccessors.h mesh/gltfdocument.cpp mesh/gltfdocument.h
    mesh/gltfmaterials.cpp mesh/gltfmaterials.h mesh/gltfprimitive.cpp mesh/gltfprimitive.h mesh/gltfscene.cpp
    mesh/gltfscene.h mesh/ifcreader.cpp mesh/implicittiling.cpp mesh/implicittiling.h mesh/lasreader.cpp
    mesh/meshassembler.cpp mesh/meshassembler.h mesh/meshcontext.cpp mesh/meshcontext.h mesh/meshgatherer.cpp
    mesh/meshgatherer.h mesh/meshlook.cpp mesh/meshlook.h mesh/meshpart.cpp mesh/meshpart.h mesh/meshreaders.cpp mesh/meshreaders.h mesh/meshwire.cpp mesh/meshwire.h
    mesh/modelappender.cpp mesh/modelappender.h mesh/mtllibrary.cpp mesh/mtllibrary.h mesh/objreader.cpp
    mesh/plyheader.cpp mesh/plyheader.h mesh/plyreader.cpp mesh/propertytable.cpp mesh/propertytable.h
    mesh/stlreader.cpp mesh/tilecontent.cpp mesh/tilecontent.h mesh/tilepoints.cpp mesh/tilesetwalker.cpp
    mesh/tilesetwalker.h mesh/tilesreader.cpp mesh/wordscanner.h)
list(APPEND LOCI_FORMATS_LIBRARIES PkgConfig::PROJ "${LOCI_DRACO}")
