# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_FORMATS_SOURCES
    modelcache/bytestream.h modelcache/cachefile.cpp modelcache/cachefile.h modelcache/cachefolder.cpp
    modelcache/cachefolder.h modelcache/cachehead.cpp modelcache/cachehead.h modelcache/cachelayout.h
    modelcache/cachewriter.cpp modelcache/cachewriter.h modelcache/companions.cpp modelcache/companions.h
    modelcache/keptfootprints.cpp modelcache/keptfootprints.h modelcache/geometrypicker.cpp modelcache/geometrypicker.h
    modelcache/indexcheck.h modelcache/modelload.cpp modelcache/modelstore.h modelcache/modelstorewrite.cpp
    modelcache/modelwindow.cpp modelcache/modelwindow.h modelcache/openmodel.cpp modelcache/openmodel.h
    modelcache/rowreader.cpp modelcache/rowreader.h modelcache/sourcestate.cpp modelcache/sourcestate.h
    modelcache/steps.cpp modelcache/steps.h)
