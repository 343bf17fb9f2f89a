# SPDX-License-Identifier: GPL-3.0-or-later
loci_fuzz(NAME fuzz_contract SOURCES fuzz_contract.cpp LINKS Loci::Domain SEEDS contract)
