# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES planning_curvaturetest.cpp planning_faultstest.cpp planning_lighttest.cpp
    planning_propertytest.cpp planning_viewshedtest.cpp)
