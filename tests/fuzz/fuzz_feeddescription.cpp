// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/feeds/feeddescription.h"

#include <QJsonDocument>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto feed = loci::feeds::FeedDescription::fromJson(QJsonDocument::fromJson(bytes).object());
    if (feed) {
        const auto again = loci::feeds::FeedDescription::fromJson(feed->toJson());
        if (!again || again->toJson() != feed->toJson()) {
            std::abort(); // what was read can be kept and read again
        }
    }
    return 0;
}
