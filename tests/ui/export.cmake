# SPDX-License-Identifier: GPL-3.0-or-later
loci_test(NAME tst_exportui
    SOURCES ${LOCI_GUI_MAIN} export_sheet.cpp
    LINKS Loci::Widgets Loci::Resources LABELS ui TIMEOUT 300 XVFB)
