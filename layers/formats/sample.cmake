# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_FORMATS_SOURCES
    sampleparts.h samplecityjson.cpp samplelayers.cpp samplewriter.cpp samplewriter.h textfile.cpp textfile.h)
