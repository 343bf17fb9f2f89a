# SPDX-License-Identifier: GPL-3.0-or-later
# The data catalogue: its verb, its workplace, its export.
set(LOCI_APP_CATALOGUE_SOURCES catalogue/catalogueexport.cpp catalogue/catalogueexport.h cli/catalogueverb.cpp
    cli/catalogueverb.h cli/contractverb.cpp cli/contractverb.h contracts/deliveryload.cpp contracts/deliveryload.h mainwindow/catalogueroom.cpp mainwindow/catalogueroom.h
    mainwindow/deliveryroom.cpp mainwindow/deliveryroom.h
    cli/analyseverb.cpp cli/analyseverb.h location/locationlayer.cpp location/locationrun.cpp location/locationrun.h
    mainwindow/locationroom.cpp mainwindow/locationroom.h)
