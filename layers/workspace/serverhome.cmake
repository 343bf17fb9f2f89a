# SPDX-License-Identifier: GPL-3.0-or-later
# Workspaces on a server, and the way from one home to the other.
set(LOCI_WORKSPACE_SERVER_SOURCES
    deskline.cpp deskline.h movedigest.cpp movedigest.h modelfetch.cpp modelfetch.h moving.cpp moving.h presence.cpp presence.h mergeoffer.cpp mergeoffer.h ownsteps.cpp ownsteps.h serverhome.cpp serverhome.h servermedia.cpp servermedia.h
    servermodels.cpp servermodels.h
    rolegate.cpp rolegate.h
    tablecopy.cpp tablecopy.h)
