# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_APP_HERITAGE_SOURCES
    cli/heritagecapture.cpp cli/heritagecapture.h cli/heritagepreservation.cpp cli/heritagerebind.cpp cli/heritageexport.cpp cli/heritageimport.cpp cli/heritageio.h cli/heritagereport.cpp
    cli/heritagecommands.cpp cli/heritageread.cpp cli/heritageread.h cli/heritageverb.cpp cli/heritageverb.h)
