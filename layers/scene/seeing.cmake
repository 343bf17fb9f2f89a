# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_SCENE_SOURCES
    bodycutter.cpp bodycutter.h cutfacelayer.cpp cutfacelayer.h cutoutline.cpp cutoutline.h glasslayer.cpp glasslayer.h looseparts.cpp looseparts.h
    scenecopy.cpp shadepass.cpp shadepass.h studio.cpp studio.h camerapath.cpp camerapath.h colourscale.cpp colourscale.h crispedges.cpp crispedges.h picture.cpp picture.h scenecut.cpp scenecut.h sunshadow.cpp sunshadow.h)
