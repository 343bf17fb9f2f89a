# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_FORMATS_SOURCES webdatumplace.cpp webdatumplace.h crsguess.cpp crsguess.h projplace.cpp projplace.h)
