# SPDX-License-Identifier: GPL-3.0-or-later
# What one level of government hands to the next.
set(LOCI_WORKSPACE_LEVELS_SOURCES levels/levelexchange.cpp levels/levelexchange.h levels/levelfile.cpp levels/levelfile.h)
