# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_APP_INDICATOR_SOURCES cli/indicatorjson.cpp cli/indicatorjson.h cli/indicatorverb.cpp cli/indicatorverb.h
    indicators/feedstreams.cpp indicators/feedstreams.h indicators/indicatorrun.cpp indicators/indicatorrun.h indicators/sampleindicators.cpp
    indicators/sampleindicators.h mainwindow/boardroom.cpp mainwindow/boardroom.h indicators/workspaceinputs.cpp indicators/workspaceinputs.h)
