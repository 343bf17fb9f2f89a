// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One payload parser of live feeds, the one that LOCI_FUZZ_FORMAT names.
#include "layers/formats/feeds/feedpayload.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

loci::feeds::FeedDescription describedFeed()
{
    using namespace loci::feeds;
    FeedDescription feed;
    feed.id = QStringLiteral("f");
    feed.format = Format::LOCI_FUZZ_FORMAT;
    const bool columns = feed.format == Format::Csv;
    const auto at = [columns](const char *name) {
        return (columns ? QString() : QStringLiteral("/")) + QLatin1String(name);
    };
    feed.mapping.stream = at("sensor");
    feed.mapping.time = at("t");
    feed.mapping.value = at("v");
    feed.mapping.id = at("id");
    feed.mapping.unit = at("unit");
    feed.mapping.longitude = at("x");
    feed.mapping.latitude = at("y");
    return feed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const loci::feeds::FeedDescription feed = describedFeed();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read =
        loci::formats::readFeedPayload(feed, bytes, {QStringLiteral("station_status"), 1'700'000'000'000});
    if (!read) {
        if (read.error().message.isEmpty()) {
            std::abort(); // an error says what is wrong
        }
        return 0;
    }
    for (const loci::feeds::Observation &observation : read->value.observations) {
        const double *number = std::get_if<double>(&observation.value);
        if (observation.stream.isEmpty() || (number != nullptr && !std::isfinite(*number))) {
            std::abort(); // nothing nameless, no poison
        }
    }
    return 0;
}
