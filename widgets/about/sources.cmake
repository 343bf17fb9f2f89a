# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_WIDGETS_SOURCES about/aboutsheet.cpp about/aboutsheet.h about/diagnosticsheet.cpp about/diagnosticsheet.h)
