# SPDX-License-Identifier: GPL-3.0-or-later
set(LOCI_STORAGE_FEEDS_TESTS feeds_storetest.cpp)
