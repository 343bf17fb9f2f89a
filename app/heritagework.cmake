# SPDX-License-Identifier: GPL-3.0-or-later
# The work of a heritage office: papers, thesauri, imports, many records at once.
list(APPEND LOCI_APP_HERITAGE_SOURCES heritagepapers.cpp heritagepapers.h
    drawnbuildings.cpp drawnbuildings.h drawnparts.cpp drawnparts.h drawnviews.cpp
    mainwindow/heritagejobs.cpp mainwindow/heritagejobs.h samplehistory.cpp samplehistory.h samplepictures.cpp samplepictures.h
    samplevocabularies.cpp samplevocabularies.h)
