# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_APP_PLAN_SOURCES
    cli/plan/planceiling.cpp cli/plan/plancharacter.cpp cli/plan/plancheck.cpp cli/plan/planinput.cpp cli/plan/planinput.h cli/plan/planmetrics.cpp cli/plan/planopener.cpp cli/plan/planopener.h
    cli/plan/planscenario.cpp cli/plan/planskyline.cpp cli/plan/plansunlight.cpp cli/plan/planverb.cpp cli/plan/planverb.h cli/plan/planview.cpp)
list(APPEND LOCI_APP_PLAN_SOURCES cli/plan/plandossier.cpp cli/plan/plandossier.h)
