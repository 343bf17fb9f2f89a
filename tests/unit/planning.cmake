# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES planning_charactertest.cpp planning_bodytest.cpp planning_checktest.cpp planning_enginetest.cpp planning_fixture.cpp planning_fixture.h planning_phototest.cpp
    planning_rulestest.cpp planning_studytest.cpp planning_suntest.cpp planning_verbstest.cpp planning_verdicttest.cpp
    planning_viewtest.cpp
    "${CMAKE_SOURCE_DIR}/app/cli/plan/plancharacter.cpp" "${CMAKE_SOURCE_DIR}/app/cli/plan/plancheck.cpp" "${CMAKE_SOURCE_DIR}/app/cli/plan/planinput.cpp"
    "${CMAKE_SOURCE_DIR}/app/cli/plan/planverb.cpp" "${CMAKE_SOURCE_DIR}/app/cli/plan/planceiling.cpp"
    "${CMAKE_SOURCE_DIR}/app/cli/plan/planview.cpp" "${CMAKE_SOURCE_DIR}/app/cli/plan/planscenario.cpp" "${CMAKE_SOURCE_DIR}/app/cli/plan/plansunlight.cpp"
    "${CMAKE_SOURCE_DIR}/app/cli/plan/planskyline.cpp" "${CMAKE_SOURCE_DIR}/app/cli/plan/planmetrics.cpp")
list(APPEND LOCI_UNIT_LINKS Loci::Analysis)
