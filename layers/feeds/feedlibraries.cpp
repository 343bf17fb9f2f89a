// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/feedlibraries.h"

#include <libpq-fe.h>
#include <mosquitto.h>

namespace loci::feeds {

namespace {
constexpr int kMajorStep = 10'000; // libpq: 150006 is 15.6
}

LibraryVersions libraries()
{
    int major = 0, minor = 0, revision = 0;
    mosquitto_lib_version(&major, &minor, &revision);
    const int libpq = PQlibVersion();
    return {{QStringLiteral("libmosquitto"), QStringLiteral("%1.%2.%3").arg(major).arg(minor).arg(revision)},
            {QStringLiteral("libpq"), QStringLiteral("%1.%2").arg(libpq / kMajorStep).arg(libpq % kMajorStep)}};
}

} // namespace loci::feeds
