# SPDX-License-Identifier: GPL-3.0-or-later
# The data catalogue of a workspace as values: entries, who may see them, requests, how late they are, search.
set(LOCI_DOMAIN_CATALOGUE_SOURCES
    catalogue/access.cpp catalogue/access.h catalogue/cadence.cpp catalogue/cadence.h catalogue/entry.cpp
    catalogue/entry.h catalogue/request.cpp catalogue/request.h catalogue/search.cpp catalogue/search.h)
