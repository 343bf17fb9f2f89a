# SPDX-License-Identifier: GPL-3.0-or-later
# The heritage catalogue in and out: tables, thesauri, packages; paths from layers/formats. GDAL reads what others wrote,
# ICU knows the encodings; neither shows in a header that other rooms include.
include(heritage/bundle.cmake)
qt_add_resources(loci_heritageio_data heritage/heritageio.qrc)
list(APPEND LOCI_FORMATS_SOURCES ${loci_heritageio_data}
    heritage/archesgraph.cpp heritage/archesgraph.h heritage/archesrows.cpp heritage/archesrows.h heritage/bagit.h
    heritage/bagpaths.cpp heritage/bagpaths.h heritage/bagverifier.cpp heritage/bagwriter.cpp heritage/columnnames.cpp
    heritage/columnnames.h ${LOCI_BUNDLE_SOURCES} heritage/delimitedtext.cpp heritage/delimitedtext.h heritage/jsonld.cpp heritage/jsonld.h
    heritage/jsonlist.cpp heritage/jsonlist.h heritage/mappingfiles.cpp heritage/mappingfiles.h
    heritage/ogrrows.cpp heritage/ogrrows.h heritage/ogrsupport.cpp heritage/ogrsupport.h heritage/rowplaces.cpp
    heritage/rowplaces.h heritage/rowreader.cpp heritage/rowreader.h heritage/rowwriter.cpp heritage/rowwriter.h heritage/skosnames.h heritage/skosreader.cpp
    heritage/skosreader.h heritage/skoswriter.cpp heritage/skoswriter.h heritage/textencoding.cpp heritage/textencoding.h)
list(APPEND LOCI_FORMATS_LIBRARIES PkgConfig::GDAL PkgConfig::ICU)
