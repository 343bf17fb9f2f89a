# SPDX-License-Identifier: GPL-3.0-or-later
# The heritage catalogue in and out.
list(APPEND LOCI_UNIT_SOURCES heritageio_bagtest.cpp heritageio_importrealtest.cpp heritageio_mappingtest.cpp
    heritageio_rowstest.cpp heritageio_thesaurustest.cpp)
list(APPEND LOCI_UNIT_LINKS PkgConfig::GDAL)
