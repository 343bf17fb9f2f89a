# SPDX-License-Identifier: GPL-3.0-or-later
# Deliveries: read against their contract, written as a GeoPackage with typed fields.
list(APPEND LOCI_FORMATS_SOURCES contracts/deliveryreader.cpp contracts/deliveryreader.h contracts/deliverywriter.cpp
    contracts/deliverywriter.h)
