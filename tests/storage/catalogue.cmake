# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_STORAGE_TEST_SOURCES catalogue_workspacetest.cpp)
