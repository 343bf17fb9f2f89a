# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_DOMAIN_LEVELS_SOURCES levels/levelpackage.cpp levels/levelpackage.h)
