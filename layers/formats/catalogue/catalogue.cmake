# SPDX-License-Identifier: GPL-3.0-or-later
# The data catalogue for others: DCAT and ISO 19115.
list(APPEND LOCI_FORMATS_SOURCES catalogue/dcat.cpp catalogue/dcat.h catalogue/featurepage.cpp catalogue/featurepage.h catalogue/iso19139.cpp catalogue/iso19139.h
    catalogue/metadata.cpp catalogue/metadata.h catalogue/sourcefacts.cpp catalogue/sourcefacts.h)
