// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/heritage/asset.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

namespace loci::heritage {

/// A text of a profile in the languages it has.
struct LocalText
{
    QHash<QString, QString> byLanguage;        ///< "zh", "en"
    QString in(const QString &language) const; ///< falls back to English, then to any
};

struct Choice
{
    QString code;
    LocalText label;
    QString parent; ///< code of the broader one; empty at the top
    LocalText help = {};
    // Of a term of a thesaurus:
    QString scheme = {};       ///< URI of its concept scheme; empty in a closed list
    bool isDeprecated = false; ///< readable, offered last and marked
    bool isGroup = false;      ///< the scheme itself above its terms: leads to them, cannot be chosen
    QStringList otherNames = {};
};

/// A closed list of a profile; open thesauri are SKOS and known by their scheme only.
struct Vocabulary
{
    QString id;
    LocalText label;
    QString scheme; ///< SKOS concept scheme, for lists that are not in the profile
    QString source;
    bool isToConfirm = false;
    std::vector<Choice> choices;
    const Choice *find(const QString &code) const; ///< null when absent
};

struct Field
{
    enum class Type {
        Text,
        LongText,
        LocalText,
        Integer,
        Decimal,
        Boolean,
        Edtf,
        Date,
        Choice,
        Choices,
        Concept,
        Person,
        Media,
        Asset,
        Geometry,
        Link
    };
    enum class Need { Optional, Recommended, Required };
    QString path; ///< JSON pointer below the section's own: "/kind"
    Type type = Type::Text;
    Need need = Need::Optional;
    QString vocabulary; ///< id, for Choice, Choices and Concept
    LocalText label, help;
    QString unit;
    std::optional<double> minimum, maximum;
    QString pattern;       ///< regular expression that the whole text must match
    LocalText patternHelp; ///< what the pattern means, for the finding
    QString onlyWhen;      ///< "/level=1,2,3,4": asked only then (pointer from the record's top)
};

struct Section
{
    QString id;
    LocalText label, help;
    QString path; ///< "" (the record itself), "/ownership", or "/surveys" of a repeated section
    bool isRepeated = false;
    int minimum = 0; ///< least number of entries of a repeated section
    std::vector<Field> fields;
};

/// A record profile: how one practice sees the same record. Data in resources/heritage/profiles/<id>.json:
/// {"id", "label", "source", "conditionScale", "fourHaves", "sections": [{"id", "label", "help", "path", "repeated",
/// "minimum", "fields": [{"path", "type": "text|long-text|local-text|integer|decimal|boolean|edtf|date|choice|choices|
/// concept|person|media|asset|geometry|link", "need": "optional|recommended|required", "vocabulary", "label", "help",
/// "unit", "min", "max", "pattern", "patternHelp", "onlyWhen"}]}], "vocabularies": [{"id", "label", "scheme", "source",
/// "confirm", "choices": [{"code", "label", "parent", "help"}]}]}; a text is {"zh", "en"}.
class Profile
{
public:
    static Result<Profile> parse(const QByteArray &json);

    QString id;
    LocalText label;
    QString source;
    QString conditionScale; ///< which of scales.h new surveys use
    bool hasFourHaves = false;
    std::vector<Section> sections;
    std::vector<Vocabulary> vocabularies;

    const Vocabulary *vocabulary(const QString &id) const;
    const Field *field(const QString &recordPath) const; ///< by a path of a record, "/surveys/3/condition"
    /// "Condition surveys 4: condition" for a path of a record.
    QString labelOf(const QString &recordPath, const QString &language) const;
};

/// What is wrong with a record or missing in it, each with what to do. `where` is a JSON pointer into the record,
/// `object` its id. Codes: required_missing (error), recommended_missing (info), not_in_vocabulary, not_a_date,
/// not_a_number, not_a_geometry, out_of_range, pattern, unknown_type, date_order, duplicate_id, no_name (errors and
/// warnings).
Findings validate(const Asset &asset, const Profile &profile, const QString &language);

} // namespace loci::heritage
