# SPDX-License-Identifier: GPL-3.0-or-later
# Department packs as values: manifest, resolution, what they put into a workspace.
set(LOCI_DOMAIN_PACKS_SOURCES
    packs/manifest.cpp packs/manifest.h packs/packdocuments.cpp packs/packdocuments.h packs/resolution.cpp
    packs/resolution.h)
