# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_DOMAIN_SAMPLE_SOURCES
    sample/heritage.cpp sample/houses.cpp sample/landmarks.cpp sample/landmarks.h sample/landscape.cpp
    sample/modern.cpp sample/names.cpp sample/oldtown.cpp sample/plane.cpp sample/plane.h sample/quarters.cpp
    sample/random.h sample/roofs.cpp sample/solid.cpp sample/solid.h sample/structures.cpp sample/terrain.cpp
    sample/terrain.h sample/town.cpp sample/town.h sample/townbuilder.cpp sample/townbuilder.h)
# The same bytes on every computer: no fused multiply-add where the processor has it.
set_source_files_properties(${LOCI_DOMAIN_SAMPLE_SOURCES} PROPERTIES COMPILE_OPTIONS "-ffp-contract=off")
