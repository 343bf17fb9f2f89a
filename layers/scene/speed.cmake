# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_SCENE_SOURCES coarsepass.cpp coarsepass.h drawcost.cpp drawcost.h fargroups.cpp fargroups.h framebudget.cpp framebudget.h)
