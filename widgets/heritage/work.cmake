# SPDX-License-Identifier: GPL-3.0-or-later
# Work with files and many records: the import assistant, approvals and edits of many, doubles.
list(APPEND LOCI_WIDGETS_SOURCES
    heritage/importpanel.cpp heritage/importpanel.h heritage/linesmodel.cpp heritage/linesmodel.h heritage/planmodel.cpp
    heritage/planmodel.h heritage/workpanel.cpp heritage/workpanel.h heritage/yearbar.cpp
    heritage/yearbar.h)
