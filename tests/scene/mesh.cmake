# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_SCENE_TEST_SOURCES tst_colourview.cpp tst_meshscene.cpp tst_recorder.cpp)
