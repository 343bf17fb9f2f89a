# SPDX-License-Identifier: GPL-3.0-or-later
# Records for work away from the office, as a GeoPackage.
set(LOCI_BUNDLE_SOURCES
    heritage/areaoverlap.cpp heritage/areaoverlap.h
    heritage/bundledigest.h heritage/bundleforms.cpp heritage/bundleforms.h heritage/bundlereader.cpp
    heritage/bundlerows.cpp heritage/bundlerows.h heritage/bundlewriter.cpp heritage/capturebundle.h)
