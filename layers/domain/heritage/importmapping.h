// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>
#include <utility>
#include <vector>

namespace loci::heritage {

/// How a value is made from the cells of a row. The steps go in the order of the members.
struct ValueRule
{
    enum class Kind { Text, Number, Integer, Boolean, Date, ChineseDate };
    enum class Otherwise { Reject, Skip, Keep, Constant };

    std::optional<QString> constant; ///< instead of columns
    QStringList columns;             ///< empty cells are left out
    QString join = QStringLiteral(" ");
    QString pattern;     ///< regular expression; its first group (or the whole match) is the value
    bool plain = false;  ///< HTML tags and entities become plain text
    QString split;       ///< cut into several values here; blanks around them go
    QStringList missing; ///< texts that mean "nothing there"
    QHash<QString, QString> lookup;
    Otherwise otherwise = Otherwise::Reject; ///< for what the lookup or the kind does not understand
    QString otherwiseValue;
    Kind kind = Kind::Text;
    QStringList dateForms; ///< of a Date: "d.M.yyyy" of QDate, or "edtf" (the only one when there is none)
    double factor = 1;     ///< of a Number, from `unit` to `toUnit`
    QString unit, toUnit;
    QString prefix, suffix; ///< around the text
};

/// A field of the record with its rule. The target is a JSON pointer into the record. A number in it is an entry of a
/// repeated section ("/names/0/text"); a star makes an entry of each value ("/risks/*/type"), and targets with the same
/// star belong to the same entries in order. Constants fill only entries that hold something from the row.
struct FieldRule
{
    QString target;
    ValueRule value;
    bool isRequired = false; ///< a row without it is rejected
    QJsonObject json = {};   ///< as written, so that saving changes nothing
};

/// Where the shape of a row comes from.
struct PlaceRule
{
    enum class Source { None, Columns, Wkt, Shape };
    Source source = Source::None;
    QString longitude, latitude; ///< columns; easting and northing in a projected system
    QString wkt;                 ///< column
    QString crs;                 ///< "EPSG:2154", "GCJ-02", "BD-09"; empty: as the file states
    QString target = QStringLiteral("/geometries");
    QString role;            ///< of the geometry; empty: "point" for points, "body" for everything else
    bool isRequired = false; ///< a row without a place is rejected
};

/// What a mapping document says (resources/heritage/mappings, or one that a person saved). Format:
/// {"format": "loci-heritage-mapping", "version": 1, "id", "name" {"en", "zh"}, "note", "source" {"layer", "encoding",
/// "delimiter"}, "key" {"scheme", "columns", "join", "prefix"}, "sameKey": "reject"|"gather", "place" {...},
/// "fields": [{"to", "column"|"columns"|"value", ...}]}.
class ImportMapping
{
public:
    /// One sentence that names the entry that is wrong.
    static Result<ImportMapping> parse(const QByteArray &json);
    QByteArray bytes() const; ///< the document again

    QString id;
    QString name(const QString &language) const;
    QString layer, encoding, delimiter; ///< of the source; empty: whatever is there
    QString keyScheme;                  ///< of the reference number that tells records apart
    ValueRule key;
    bool gathersSameKey = false; ///< rows with the same key make one record, else the later ones are rejected
    PlaceRule place;
    std::vector<FieldRule> fields;
    QStringList missing; ///< texts that mean "nothing there" in every column

    /// Columns that the mapping asks for.
    QStringList columns() const;

private:
    QJsonObject m_json;
};

} // namespace loci::heritage
