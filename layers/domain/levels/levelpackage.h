// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/heritage/rowtable.h"
#include "layers/domain/indicators/definition.h"

#include <QDateTime>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

/// What one level of government hands to the next: agreed indicators, records and their definitions.
namespace loci::levels {

/// One value of an indicator as the sender calculated it.
struct SentValue
{
    std::optional<double> value; ///< empty: unknown, which stays unknown
    QString unit, quality, calculation;
    bool operator==(const SentValue &) const = default;
};

/// "LV-01 | 9900101001 | 2026"
struct ValueKey
{
    QString code, area, period;
    bool operator<(const ValueKey &other) const
    {
        return std::tie(code, area, period) < std::tie(other.code, other.area, other.period);
    }
    bool operator==(const ValueKey &) const = default;
    QString text() const;
};

struct LevelPackage
{
    QString sender; ///< code of the sender's area: "9900101"
    indicators::Words senderName;
    QString level;    ///< of the sender: "district", "city"
    int version = 1;  ///< counts what was sent, from 1
    QString previous; ///< content hash of the version before; empty: the first
    QDateTime made;   ///< UTC
    std::map<ValueKey, SentValue> values;
    std::map<QString, QByteArray> documents; ///< definitions and records: key -> canonical JSON

    /// SHA-256 over sender, values and documents in canonical JSON (RFC 8785): equal when nothing changed, whoever
    /// packed it and when.
    QString contentHash() const;
    /// The package as rows, for a GeoPackage that any GIS opens, and back. fromRows() fills values and documents only.
    heritage::RowTable toRows() const;
    static Result<LevelPackage> fromRows(const heritage::RowTable &rows);
    QJsonObject manifest() const; ///< everything but values and documents, and the content hash
    Result<> readManifest(const QJsonObject &json);
};

/// What differs between two versions of a package.
struct Difference
{
    enum class Kind { Added, Changed, Removed };
    Kind kind = Kind::Changed;
    QString what;          ///< a value's key as text, or a document's key
    QString before, after; ///< for people; empty when there is none
};
QString toText(Difference::Kind kind); ///< "added", "changed", "removed"
std::vector<Difference> compare(const LevelPackage &before, const LevelPackage &after);

/// A correction that the receiver sends back.
struct Remark
{
    QString what; ///< a value's key as text, or a document's key
    QString text, proposed, author;
    QDateTime time;
    QString contentHash; ///< of the package that it speaks about
    QString id() const;  ///< of its content: the same remark twice is one
    QJsonObject toJson() const;
    static Result<Remark> fromJson(const QJsonObject &json);
};

} // namespace loci::levels
