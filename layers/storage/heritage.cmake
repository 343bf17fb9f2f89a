# SPDX-License-Identifier: GPL-3.0-or-later
# The heritage catalogue: tables, search, audit, media, and the data that comes with it.
qt_add_resources(loci_heritage_data heritage/heritage.qrc)
set(LOCI_STORAGE_HERITAGE_SOURCES
    documenthandler.h heritage/assetquery.cpp heritage/assetquery.h heritage/assetrow.cpp heritage/assetrow.h
    heritage/audit.cpp heritage/audit.h heritage/auditjson.cpp heritage/auditjson.h heritage/duplicates.cpp
    heritage/exif.cpp heritage/exif.h heritage/facetindex.cpp heritage/facetindex.h heritage/heritagedata.cpp
    heritage/heritagedata.h heritage/heritageschema.h heritage/heritagestore.cpp heritage/heritagestore.h
    heritage/heritagestore_p.h heritage/indexer.cpp heritage/indexer.h heritage/mediafolder.cpp heritage/mediafolder.h
    heritage/searchtext.cpp heritage/searchtext.h heritage/storehistory.cpp heritage/storesearch.cpp
    heritage/storezones.cpp heritage/verifier.cpp heritage/verifier.h heritage/verifierindex.cpp ${loci_heritage_data})
