# SPDX-License-Identifier: GPL-3.0-or-later
# The scene without a window: links no widget, so that it is quick to build.
loci_test(NAME tst_seeing
    SOURCES ${LOCI_GUI_MAIN} syntheticcity.cpp syntheticcity.h scene_colourscale.cpp scene_cut.cpp scene_cutfaces.cpp scene_edges.cpp scene_home.cpp
        scene_loose.cpp scene_path.cpp scene_picture.cpp
        scene_shadow.cpp scene_speed.cpp
    LINKS Loci::Scene Loci::Formats LABELS scene TIMEOUT 300 XVFB)
loci_vtk_autoinit(tst_seeing)
