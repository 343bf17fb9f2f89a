# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_DOMAIN_PLANNING_SOURCES
    planning/planbody.cpp planning/planbody.h planning/plancase.cpp planning/plancase.h planning/scenario.cpp planning/scenario.h planning/munsell.cpp planning/munsell.h planning/planlayer.cpp planning/planlayer.h planning/proposal.cpp planning/proposal.h planning/protectedview.cpp planning/protectedview.h planning/rule.cpp planning/rule.h planning/sitephoto.cpp planning/sitephoto.h planning/verdict.cpp
    planning/verdict.h)
