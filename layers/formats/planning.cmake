# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_FORMATS_SOURCES pointtransform.cpp pointtransform.h planplacing.cpp planplacing.h planreport.cpp planreport.h)
