# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_APP_INDICATOR_SOURCES cli/indicatorbacktest.cpp cli/indicatorbacktest.h cli/indicatorcomposite.cpp cli/indicatorcomposite.h
    cli/indicatorjson.cpp cli/indicatorjson.h cli/indicatorverb.cpp cli/indicatorverb.h
    indicators/feedstreams.cpp indicators/feedstreams.h
    indicators/reachedrows.cpp indicators/reachedrows.h indicators/indicatorrun.cpp indicators/indicatorrun.h indicators/sampleindicators.cpp
    indicators/sampleindicators.h mainwindow/boardroom.cpp mainwindow/boardroom.h mainwindow/boardroommap.cpp mainwindow/boardstreams.cpp mainwindow/boardstreams.h mainwindow/ledgerroom.cpp
    mainwindow/ledgerroom.h indicators/workspaceinputs.cpp indicators/workspaceinputs.h)
