# SPDX-License-Identifier: GPL-3.0-or-later
# Sheets and lists of the heritage catalogue on paper, paths from layers/map.
list(APPEND LOCI_MAP_SOURCES
    report/documentpages.cpp report/documentpages.h report/recordsheet.cpp report/recordsheet.h report/recordtext.cpp
    report/recordtext.h report/sheetbuilder.h report/planreport.cpp report/planreport.h report/planpictures.cpp
    report/planpictures.h)
