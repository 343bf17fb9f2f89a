// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/record.h"

#include <QDate>
#include <optional>

namespace loci::heritage {

/// One state of a zone with the dates between which it is in force.
struct ZoneVersion
{
    static constexpr char kMember[] = "versions";
    QString id;
    QString wkt; ///< area, axis order as at Geometry
    int crs = 4326;
    QString from, to; ///< ISO days; `from` is the first day in force, `to` the last; empty: open
    QString decree, authority, conditions, zoneClass;
    std::optional<double> maxHeight; ///< metres; absent: no limit stated
    QString heightReference;
    QString decreeScan;    ///< SHA-256 of a medium
    bool isSketch = false; ///< a stand-in, not from a document ("示意")
    QJsonObject rest = {};
    static ZoneVersion fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
    bool isInForce(QDate day) const;
};

/// Protection zone, construction control, ... JSON: id, kind ("protection", "control", "buffer", "setting", "district",
/// "district-core", "purple-line", "underground"), name{zh,en}, assets [ids], versions [].
class Zone final : public Record
{
public:
    using Record::Record;
    static Zone make(const QString &kind);
    static Result<Zone> parse(const QByteArray &json);

    QString kind() const { return text(QStringLiteral("/kind")); }
    QStringList assets() const;
    /// The version in force on a day; the later one when two overlap.
    std::optional<ZoneVersion> on(QDate day) const;
};

} // namespace loci::heritage
