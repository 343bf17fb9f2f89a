// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/zone.h"

#include "layers/domain/heritage/partreader.h"

#include <QJsonArray>

namespace loci::heritage {

ZoneVersion ZoneVersion::fromJson(const QJsonObject &json)
{
    PartReader reader(json);
    ZoneVersion version;
    version.id = reader.text("id");
    version.wkt = reader.text("wkt");
    version.crs = reader.integer("crs", version.crs);
    version.from = reader.text("from");
    version.to = reader.text("to");
    version.decree = reader.text("decree");
    version.authority = reader.text("authority");
    version.conditions = reader.text("conditions");
    version.zoneClass = reader.text("class");
    version.maxHeight = reader.number("maxHeight");
    version.heightReference = reader.text("heightReference");
    version.decreeScan = reader.text("decreeScan");
    version.isSketch = reader.flag("sketch");
    version.rest = reader.rest();
    return version;
}

QJsonObject ZoneVersion::toJson() const
{
    return PartWriter(rest)
        .text("id", id)
        .text("wkt", wkt)
        .integer("crs", crs)
        .text("from", from)
        .text("to", to)
        .text("decree", decree)
        .text("authority", authority)
        .text("conditions", conditions)
        .text("class", zoneClass)
        .number("maxHeight", maxHeight)
        .text("heightReference", heightReference)
        .text("decreeScan", decreeScan)
        .flag("sketch", isSketch)
        .json();
}

bool ZoneVersion::isInForce(QDate day) const
{
    const QDate first = QDate::fromString(from, Qt::ISODate);
    const QDate last = QDate::fromString(to, Qt::ISODate);
    return (from.isEmpty() || (first.isValid() && first <= day)) && (to.isEmpty() || (last.isValid() && day <= last));
}

Zone Zone::make(const QString &kind)
{
    return Zone(QJsonObject{{QStringLiteral("id"), newId()}, {QStringLiteral("kind"), kind}});
}

Result<Zone> Zone::parse(const QByteArray &json)
{
    LOCI_TRY(QJsonObject object, parseObject(json));
    return Zone(std::move(object));
}

QStringList Zone::assets() const
{
    QStringList ids;
    const QJsonArray array = m_json.value(QLatin1String("assets")).toArray();
    for (const auto &id : array) {
        ids << id.toString();
    }
    return ids;
}

std::optional<ZoneVersion> Zone::on(QDate day) const
{
    std::optional<ZoneVersion> found;
    for (const ZoneVersion &version : parts<ZoneVersion>()) {
        if (version.isInForce(day) && (!found || found->from <= version.from)) {
            found = version;
        }
    }
    return found;
}

} // namespace loci::heritage
