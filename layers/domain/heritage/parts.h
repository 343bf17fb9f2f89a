// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <optional>

namespace loci::heritage {

// The repeated parts of a record that the program itself reasons about. Each keeps what it does not know in `rest`,
// so that reading and writing loses nothing. Parts that are only shown and edited (components, actors, risks,
// management, consultations, sources, events, significance) are plain JSON, described by the profile.

struct Name
{
    static constexpr char kMember[] = "names";
    QString text, language; ///< language: BCP 47, "zh", "en"
    QString use;            ///< "primary", "former", "other"
    QJsonObject rest = {};
    static Name fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

struct ReferenceNumber
{
    static constexpr char kMember[] = "references";
    QString scheme, number; ///< scheme: "national", "survey4", "local", "unesco", "legacy", ...
    QJsonObject rest = {};
    static ReferenceNumber fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

struct Designation
{
    static constexpr char kMember[] = "designations";
    QString type, grade, authority, document, batch;
    QString from, to; ///< EDTF; an empty `to` is "in force"
    QJsonObject rest = {};
    static Designation fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

/// A time of building, change or use.
struct Phase
{
    static constexpr char kMember[] = "phases";
    QString id, kind, period; ///< kind: "construction", "alteration", "use", "loss"
    QString date;             ///< EDTF
    QString dateText;         ///< as written by a person: 清乾隆三十年
    QString certainty, evidence;
    QJsonObject rest = {};
    static Phase fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

/// One condition survey; codes by the scales of scales.h.
struct Survey
{
    static constexpr char kMember[] = "surveys";
    QString id, date;        ///< date: EDTF
    QString surveyor, scale; ///< scale: "cn5", "har-building", "har-archaeology", "arches"
    QString condition, trend, occupancy, risk, priority, text;
    QJsonObject rest = {};
    static Survey fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

/// A shape on the map: WKT in the axis order easting/longitude, northing/latitude of `crs`.
struct Geometry
{
    static constexpr char kMember[] = "geometries";
    QString wkt;
    int crs = 4326;                  ///< EPSG
    QString role;                    ///< "body", "point", "extent", "entrance"
    std::optional<double> precision; ///< metres; absent: unknown
    QString certainty, method;
    QString original; ///< WKT before a conversion, with its system in originalCrs ("GCJ-02")
    QString originalCrs;
    QJsonObject rest = {};
    static Geometry fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

/// A city object (or one of its surfaces) that stands for the record in 3D.
struct Binding
{
    static constexpr char kMember[] = "bindings";
    QString model, object, surface; ///< id of city/model/<id>, object id in it, surface id or empty
    QString state;     ///< "bound", "rebound" (by overlap, to be looked at), "lost" (flagged, never dropped)
    QString footprint; ///< WKT of the object when it was bound, for a re-binding by overlap
    int crs = 0;       ///< EPSG of the footprint
    QJsonObject rest = {};
    static Binding fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

/// A photograph or document of the record; the file is known by its hash.
struct MediaUse
{
    static constexpr char kMember[] = "media";
    QString sha256,
        role; ///< role: "photograph", "drawing", "document", "scan", "audio", "video", "model", "pointcloud"
    QString caption, rights, taken, author;
    QJsonObject rest = {};
    static MediaUse fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

struct RelatedAsset
{
    static constexpr char kMember[] = "related";
    QString id, relation; ///< "part-of", "has-part", "near", "same-maker", "practised-at", ...
    QJsonObject rest = {};
    static RelatedAsset fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

} // namespace loci::heritage
