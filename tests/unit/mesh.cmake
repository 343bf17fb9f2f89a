# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES meshbadinputtest.cpp meshfixtures.h meshformatstest.cpp meshgltftest.cpp
    meshrealtest.cpp meshtilestest.cpp)
