# SPDX-License-Identifier: GPL-3.0-or-later
# The catalogue in and out of a workspace; paths from layers/workspace.
set(LOCI_WORKSPACE_EXCHANGE_SOURCES
    heritage/bundling.cpp heritage/capture.h heritage/conflicts.cpp heritage/mergememory.cpp heritage/mergememory.h
    heritage/merging.cpp heritage/preservation.cpp heritage/preservation.h heritage/rebinding.cpp heritage/rebinding.h
    heritage/undorights.cpp heritage/undorights.h
    heritage/exporting.cpp heritage/exporting.h heritage/importing.cpp heritage/importing.h heritage/columnmatch.cpp
    heritage/columnmatch.h heritage/concepts.cpp heritage/concepts.h heritage/thesauri.cpp
    heritage/thesauri.h)
