# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_APP_FEED_SOURCES samplefeeds.cpp samplefeeds.h mainwindow/feedroom.cpp mainwindow/feedroom.h)
