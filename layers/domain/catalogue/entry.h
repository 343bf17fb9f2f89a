// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/indicators/definition.h"

#include <QDateTime>
#include <map>
#include <optional>
#include <vector>

/// The data catalogue: what a workspace holds, whose it is, how fresh, and who may have it (domain.md 6.4).
namespace loci::catalogue {

using indicators::Words;

enum class Kind { Layer, Table, Stream, Indicator, Model };
QString toText(Kind kind); ///< "layer", "table" ...: stable
QString word(Kind kind);   ///< translated

/// The sharing classes. Undecided counts like NotShared until the owner says otherwise.
enum class Sharing { Undecided, Unconditional, Conditional, NotShared };
QString toText(Sharing sharing); ///< "undecided", "unconditional", "conditional", "none"
std::optional<Sharing> sharingFrom(const QString &text);
QString word(Sharing sharing); ///< translated

/// Degrees of longitude and latitude.
struct GeographicBox
{
    double west = 0, south = 0, east = 0, north = 0;
    bool operator==(const GeographicBox &) const = default;
};

/// What the owner of an entry says about it: the part that is edited. JSON in the workspace.
struct Description
{
    Words title, text, department, quality, lineage;
    Words condition; ///< of conditional sharing
    QString basis;   ///< in law, for what is not shared
    QString licence, contact;
    QString cadence; ///< promised distance of updates, ISO 8601 ("P1M"); empty: nothing promised
    Sharing sharing = Sharing::Undecided;

    QJsonObject toJson() const;
    /// One sentence when it cannot be kept: a class that nobody knows, a cadence that is none, nothing to rest on for
    /// what is not shared.
    static Result<Description> fromJson(const QJsonObject &json);
};

/// One layer, table, stream, indicator or model.
struct Entry
{
    QString id; ///< key of its document ("feed/air"), or "table/" and the stored path
    Kind kind = Kind::Layer;
    Description said;
    QString source;    ///< stored path or address of the data
    QString table;     ///< in a file that holds several; empty: the first
    QString format;    ///< "geojson", "mqtt", ...; of an indicator its unit
    QString crs;       ///< "EPSG:4548"; empty: not known
    QStringList items; ///< names of fields
    std::optional<GeographicBox> extent;
    QDateTime updated;      ///< UTC; invalid: not known
    QStringList madeFrom;   ///< ids of entries
    bool withheld = false;  ///< source, fields, lineage and origin were taken out for this viewer
    bool described = false; ///< somebody said something about it
};

/// What has to be read from the data themselves; by the id of the entry.
struct SourceFacts
{
    QString crs;
    std::optional<GeographicBox> extent;
    QStringList items;
};
using FactsById = std::map<QString, SourceFacts>;

/// As the verb prints it and the window exports it.
QJsonObject toJson(const Entry &entry, const QDateTime &now);

} // namespace loci::catalogue
