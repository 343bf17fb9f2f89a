# SPDX-License-Identifier: GPL-3.0-or-later
# Delivery contracts: what a table that a department hands over has to be.
set(LOCI_DOMAIN_CONTRACT_SOURCES
    contracts/contract.cpp contracts/contract.h contracts/contractcheck.cpp contracts/contractcheck.h
    contracts/fieldvalue.cpp contracts/fieldvalue.h contracts/wkbfacts.cpp contracts/wkbfacts.h)
