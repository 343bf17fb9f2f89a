# SPDX-License-Identifier: GPL-3.0-or-later
# What a workspace holds, told to others.
set(LOCI_WORKSPACE_CATALOGUE_SOURCES catalogue/datacatalogue.cpp catalogue/datacatalogue.h catalogue/inventory.cpp
    catalogue/inventory.h catalogue/layerfacts.cpp catalogue/layerfacts.h)
list(APPEND LOCI_WORKSPACE_CATALOGUE_SOURCES contracts/deliverystore.cpp contracts/deliverystore.h)
