# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_APP_BRIEFING_SOURCES
    briefing/briefingroom.cpp briefing/briefingroom.h briefing/briefingviews.cpp briefing/briefingviews.h
    briefing/samplebriefings.cpp briefing/samplebriefings.h briefing/showguard.cpp briefing/showguard.h
    cli/briefverb.cpp cli/briefverb.h)
