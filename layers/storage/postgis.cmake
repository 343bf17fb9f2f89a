# SPDX-License-Identifier: GPL-3.0-or-later
# The other home of a workspace: a schema on a PostgreSQL server with PostGIS.
set(LOCI_STORAGE_POSTGIS_SOURCES
    deskchanges.cpp deskchanges.h desksteps.cpp desksteps.h deskstepschema.h dialect.h heritage/heritageserver.h postgisaddress.cpp postgisaddress.h postgisdatabase.cpp postgisdatabase.h
    postgiserror.cpp postgiserror.h postgislistener.cpp postgislistener.h postgisstatement.cpp postgisstatement.h
    offlinestore.cpp offlinestore.h presenceschema.h serversteps.cpp serversteps.h)
