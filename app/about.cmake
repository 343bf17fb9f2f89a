# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_APP_ABOUT_SOURCES about/diagnostics.cpp about/diagnostics.h about/helpdesk.cpp about/helpdesk.h
    about/personalwords.cpp about/personalwords.h)
