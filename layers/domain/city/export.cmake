# SPDX-License-Identifier: GPL-3.0-or-later
# Parts of a model and what writers need to know of it; paths from layers/domain.
set(LOCI_DOMAIN_EXPORT_SOURCES
    city/geometrycopy.cpp city/geometrycopy.h city/jsonmembers.cpp city/jsonmembers.h city/objectextra.cpp
    city/objectextra.h city/objectmeasures.cpp city/objectmeasures.h city/semanticowners.cpp city/semanticowners.h city/subset.cpp city/subset.h city/subsetchoice.cpp
    city/subsetchoice.h)
