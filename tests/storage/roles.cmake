# SPDX-License-Identifier: GPL-3.0-or-later
# Roles of a workspace on a real PostgreSQL server: every action of every role, by SQL and through the workspace.
loci_test(NAME tst_roles
    SOURCES "${LOCI_CORE_MAIN}" homes.cpp homes.h roles_audittest.cpp roles_matrixtest.cpp roles_plantest.cpp roles_rightstest.cpp
        roles_town.cpp roles_town.h roles_workspacetest.cpp "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.cpp"
        "${CMAKE_SOURCE_DIR}/tests/map/postgisserver.h" "${CMAKE_SOURCE_DIR}/app/cli/workspacemodels.cpp" "${CMAKE_SOURCE_DIR}/app/cli/workspaceroles.cpp" "${CMAKE_SOURCE_DIR}/app/cli/workspaceverb.cpp"
    LINKS Loci::Workspace Loci::Storage
    LABELS storage
    TIMEOUT 1800)
