# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_DOMAIN_SAMPLE_SOURCES city/compacttext.h city/objectindex.cpp city/objectindex.h city/textindex.h)
