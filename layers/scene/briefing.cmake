# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_SCENE_SOURCES calmflight.cpp calmflight.h)
