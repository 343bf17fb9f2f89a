# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_APP_PLAN_SOURCES
    mainwindow/belowpane.cpp mainwindow/belowpane.h mainwindow/compareroom.cpp mainwindow/compareroom.h
    mainwindow/photoroom.cpp mainwindow/photoroom.h mainwindow/planningroom.cpp mainwindow/planningroom.h mainwindow/planningimport.cpp mainwindow/planningstudies.cpp mainwindow/planningverdicts.cpp planning/dossier.cpp
    planning/dossier.h planning/dossiertables.cpp planning/dossiertables.h sampleplanning.cpp sampleplanning.h)
