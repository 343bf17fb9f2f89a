# SPDX-License-Identifier: GPL-3.0-or-later
# Sealed folders: hashes of files and an Ed25519 signature over them.
list(APPEND LOCI_FORMATS_SOURCES seal.cpp seal.h)
list(APPEND LOCI_FORMATS_LIBRARIES OpenSSL::Crypto)
