# SPDX-License-Identifier: GPL-3.0-or-later
# CityGML: expat reads the XML, PROJ brings degrees to metres, zlib unpacks. None of them shows in a header.
list(APPEND LOCI_FORMATS_SOURCES
    citygml/citygmldocument.cpp citygml/citygmldocument.h citygml/citygmlreader.cpp citygml/citygmlreader.h
    citygml/gmlappearance.cpp citygml/gmlappearance.h citygml/gmlattributes.cpp citygml/gmlattributes.h
    citygml/gmlcodelists.cpp citygml/gmlcodelists.h citygml/gmlframes.cpp citygml/gmlframes.h
    citygml/gmlgeometrywriter.cpp citygml/gmlgeometrywriter.h citygml/gmlinstances.cpp citygml/gmlinstances.h
    citygml/gmllinks.cpp citygml/gmllinks.h citygml/gmlnames.cpp citygml/gmlnames.h citygml/gmlobjects.cpp citygml/gmlobjects.h
    citygml/gmlscanner.cpp citygml/gmlscanner.h citygml/gmlsemantics.cpp citygml/gmlsemantics.h citygml/gmlshape.cpp
    citygml/gmlshape.h citygml/gmltree.cpp citygml/gmltree.h citygml/gmlvertices.cpp citygml/gmlvertices.h)
set(LOCI_CITYGML_LINKS PkgConfig::EXPAT PkgConfig::PROJ ZLIB::ZLIB)
