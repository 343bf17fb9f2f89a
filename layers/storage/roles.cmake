# SPDX-License-Identifier: GPL-3.0-or-later
# Roles of a workspace on a server: tables, functions and policies of the database, and their reader and writer.
qt_add_resources(loci_role_data roles/roles.qrc)
set(LOCI_STORAGE_ROLES_SOURCES
    roles/notallowed.h roles/roleaudit.h roles/rolemembers.h roles/rolepolicies.h roles/roleschema.h
    roles/rolescopes.h roles/roleswitch.h roles/roletriggers.h roles/rolestore.cpp roles/rolestore.h ${loci_role_data})
