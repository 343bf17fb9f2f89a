# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_APP_PLAN_SOURCES mainwindow/characterroom.cpp mainwindow/characterroom.h)
