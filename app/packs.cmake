# SPDX-License-Identifier: GPL-3.0-or-later
qt_add_resources(loci_packtemplate packs/packtemplate.qrc)
set(LOCI_APP_PACK_SOURCES
    cli/levelverb.cpp cli/levelverb.h cli/packverb.cpp cli/packverb.h
    mainwindow/levelroom.cpp mainwindow/levelroom.h mainwindow/packroom.cpp mainwindow/packroom.h
    mainwindow/deskroom.cpp mainwindow/deskroom.h mainwindow/recordwords.cpp mainwindow/recordwords.h
    mainwindow/roleroom.cpp mainwindow/roleroom.h mainwindow/saveas.cpp mainwindow/saveas.h
    mainwindow/offlineroom.cpp mainwindow/offlineroom.h mainwindow/serverroom.cpp mainwindow/serverroom.h
    packs/packfiles.cpp packs/packfiles.h packs/packplaces.cpp packs/packplaces.h packs/packtemplate.cpp packs/packtemplate.h
    ${loci_packtemplate})
