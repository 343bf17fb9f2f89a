# SPDX-License-Identifier: GPL-3.0-or-later
# A desk of a shared workspace that loses its server.
set(LOCI_WORKSPACE_OFFLINE_SOURCES
    offline/cachecopy.cpp offline/cachecopy.h offline/deskcache.cpp offline/deskcache.h offline/deskdatabase.cpp
    offline/deskdatabase.h offline/deskhome.cpp offline/deskhome.h offline/homecoming.cpp offline/keptconflicts.cpp
    offline/keptconflicts.h offline/offlinedesk.cpp offline/offlinedesk.h offline/offlinestate.h offline/replay.cpp
    offline/replay.h)
