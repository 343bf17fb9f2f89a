# SPDX-License-Identifier: GPL-3.0-or-later
# The catalogue as people are served, and its media wherever the workspace goes.
set(LOCI_WORKSPACE_HERITAGE_SOURCES
    heritage/catalogue.cpp heritage/catalogue.h heritage/cataloguereview.cpp heritage/mediacarrier.cpp
    heritage/mediacarrier.h)
