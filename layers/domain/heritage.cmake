# SPDX-License-Identifier: GPL-3.0-or-later
# Records of the heritage catalogue: values and rules.
set(LOCI_DOMAIN_HERITAGE_SOURCES
    heritage/asset.cpp heritage/asset.h heritage/assetfacts.cpp heritage/canonicaljson.cpp heritage/canonicaljson.h
    heritage/chinesenumber.cpp heritage/edtf.cpp heritage/edtf.h heritage/edtfphrase.cpp heritage/partreader.h
    merge/mergelist.cpp merge/mergelist.h merge/threeway.cpp merge/threeway.h heritage/parts.cpp heritage/parts.h heritage/profile.cpp heritage/profile.h heritage/record.cpp heritage/record.h heritage/recordmerge.cpp heritage/recordmerge.h
    heritage/reignreader.cpp heritage/reignreader.h heritage/reigns.cpp heritage/reigns.h heritage/review.cpp
    heritage/review.h heritage/scales.cpp heritage/scales.h heritage/validation.cpp heritage/wkt.cpp heritage/wkt.h
    heritage/zone.cpp heritage/zone.h)
