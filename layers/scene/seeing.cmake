# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_SCENE_SOURCES
    camerapath.cpp camerapath.h crispedges.cpp crispedges.h picture.cpp picture.h scenecut.cpp scenecut.h sunshadow.cpp sunshadow.h)
