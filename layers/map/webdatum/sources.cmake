# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_MAP_SOURCES webdatum/webdatum.cpp webdatum/webdatum.h webdatum/webdatumprovider.cpp
    webdatum/webdatumprovider.h webdatum/webdatumrasters.cpp webdatum/webdatumrasters.h webdatum/webdatumsource.cpp webdatum/webdatumsource.h webdatum/webdatumuri.cpp
    webdatum/webdatumuri.h)
