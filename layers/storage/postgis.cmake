# SPDX-License-Identifier: GPL-3.0-or-later
# The other home of a workspace: a schema on a PostgreSQL server with PostGIS.
set(LOCI_STORAGE_POSTGIS_SOURCES
    deskchanges.cpp deskchanges.h deskpresence.cpp deskpresence.h dialect.h heritage/heritageserver.h kepttext.h modelschema.h
    postgisaddress.cpp postgisaddress.h postgisconnection.cpp postgisconnection.h postgisdatabase.cpp postgisdatabase.h
    postgiserror.cpp postgiserror.h postgislink.cpp postgislink.h postgislistener.cpp postgislistener.h
    postgisprobe.cpp postgisprobe.h postgisstatement.cpp postgisstatement.h presenceschema.h serversteps.cpp serversteps.h
    desksteps.cpp desksteps.h deskstepschema.h offlinestore.cpp offlinestore.h tlsprobe.cpp tlsprobe.h)
list(APPEND LOCI_STORAGE_POSTGIS_LIBRARIES OpenSSL::SSL)
