# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_APP_PLAN_SOURCES
    cli/plan/plancheck.cpp cli/plan/planinput.cpp cli/plan/planinput.h cli/plan/planopener.cpp cli/plan/planopener.h
    cli/plan/planverb.cpp cli/plan/planverb.h)
