# SPDX-License-Identifier: GPL-3.0-or-later
# The catalogue in and out of a workspace.
list(APPEND LOCI_STORAGE_TEST_SOURCES heritageio_workspacetest.cpp)
