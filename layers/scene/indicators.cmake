# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_SCENE_SOURCES columns.cpp columns.h)
