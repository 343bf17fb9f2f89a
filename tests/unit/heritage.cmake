# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES heritage_edtftest.cpp heritage_profiletest.cpp heritage_recordtest.cpp
    heritage_reignstest.cpp heritage_reviewtest.cpp heritage_standingtest.cpp)
