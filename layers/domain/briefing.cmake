# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_DOMAIN_BRIEFING_SOURCES
    briefing/briefing.cpp briefing/briefing.h briefing/briefingjson.cpp briefing/briefingjson.h briefing/figure.cpp
    briefing/figure.h briefing/wall.cpp briefing/wall.h)
