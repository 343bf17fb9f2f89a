# SPDX-License-Identifier: GPL-3.0-or-later
# Sheets, lists, reports and letters of the heritage catalogue on paper, paths from layers/map.
qt_add_resources(loci_papers_data report/papers.qrc)
list(APPEND LOCI_MAP_SOURCES ${loci_papers_data}
    report/documentbuilder.cpp report/documentbuilder.h report/documentpages.cpp report/documentpages.h
    report/paper.cpp report/paper.h report/papertemplate.cpp report/papertemplate.h report/recordsheet.cpp
    report/recordsheet.h report/recordtext.cpp report/recordtext.h report/planreport.cpp
    report/planreport.h report/planpictures.cpp report/planpictures.h)
