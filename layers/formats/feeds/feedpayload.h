// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/feeds/feeddescription.h"
#include "layers/formats/feeds/feedalert.h"

#include <QByteArray>
#include <QDateTime>
#include <memory>

namespace loci::formats {

/// What one payload holds.
struct FeedPayload
{
    feeds::Observations observations;
    feeds::StreamDescriptions streams; ///< described by the payload itself
    std::vector<FeedAlert> alerts;
    QStringList links;                ///< of an index: where its alerts are
    QString next;                     ///< address of the following page, as the server wrote it
    qint64 items = 0;                 ///< stations, entities, observations, rows: what the format counts
    qint64 total = -1;                ///< what the server says there is; -1: it does not say
    std::optional<qint64> sent;       ///< when the source made it
    std::optional<qint64> lifetimeMs; ///< how long the source says it holds
};

/// Where a payload came from.
struct PayloadContext
{
    QString topic;      ///< of MQTT, or the path of the address
    qint64 arrival = 0; ///< ms since 1970 UTC
};

struct MappingPointers;

/// Reads the payloads of one feed in the form that it says. Anything that cannot be used becomes a finding; an error
/// means that nothing could be read. Any thread; bytes only.
class PayloadReader
{
public:
    explicit PayloadReader(feeds::FeedDescription feed);
    ~PayloadReader();
    Q_DISABLE_COPY_MOVE(PayloadReader)
    const feeds::FeedDescription &feed() const { return m_feed; }
    Result<Loaded<FeedPayload>> read(const QByteArray &bytes, const PayloadContext &context) const;

private:
    feeds::FeedDescription m_feed;
    std::unique_ptr<const MappingPointers> m_pointers;
};

/// One payload of a feed that is read once.
Result<Loaded<FeedPayload>> readFeedPayload(const feeds::FeedDescription &feed, const QByteArray &bytes,
                                            const PayloadContext &context);

} // namespace loci::formats
