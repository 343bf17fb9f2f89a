# SPDX-License-Identifier: GPL-3.0-or-later
# The data catalogue: its verb, its workplace, its export.
set(LOCI_APP_CATALOGUE_SOURCES endpoint/httpmessage.cpp endpoint/httpmessage.h
    endpoint/shareserver.cpp endpoint/shareserver.h endpoint/shareservice.cpp endpoint/shareservice.h
    catalogue/catalogueexport.cpp catalogue/catalogueexport.h cli/catalogueverb.cpp
    cli/catalogueverb.h cli/contractverb.cpp cli/contractverb.h contracts/deliveryload.cpp contracts/deliveryload.h mainwindow/catalogueroom.cpp mainwindow/catalogueroom.h
    mainwindow/deliveryroom.cpp mainwindow/deliveryroom.h
    cli/analyseverb.cpp cli/analyseverb.h cli/shareverb.cpp cli/shareverb.h location/locationlayer.cpp location/locationrun.cpp location/locationrun.h
    mainwindow/locationroom.cpp mainwindow/locationroom.h)
