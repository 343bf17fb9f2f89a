# SPDX-License-Identifier: GPL-3.0-or-later
# Roles: who may read and write which part, area and sensitivity of a shared workspace.
set(LOCI_DOMAIN_ROLES_SOURCES
    roles/rolematrix.cpp roles/rolematrix.h roles/rolematrixjson.cpp roles/rolerights.cpp)
