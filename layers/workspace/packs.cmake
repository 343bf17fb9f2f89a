# SPDX-License-Identifier: GPL-3.0-or-later
# Department packs in a workspace.
set(LOCI_WORKSPACE_PACKS_SOURCES packs/packshelf.cpp packs/packshelf.h)
