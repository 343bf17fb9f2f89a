# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_WIDGETS_SOURCES
    shared/mergepanel.cpp shared/mergepanel.h shared/mergequestion.cpp shared/mergequestion.h shared/mergewords.cpp shared/mergewords.h
    shared/peoplebar.cpp shared/peoplebar.h)
