# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_STORAGE_INDICATOR_SOURCES indicatorschema.h indicatorstore.cpp indicatorstore.h)
