// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace loci::planning {

/// A text of a rule in the languages that packs carry. Packs are data: their texts are not translated by the program.
struct LocalText
{
    QString en, zh;
    /// The text in a language ("zh_CN", "en"), else the other one.
    const QString &in(const QString &language) const;
};

/// What a rule measures. The keys of the file are those of ruleKindKey().
enum class RuleKind {
    Height,           ///< of a building in an area, by its reference
    NeighbourHeight,  ///< not higher than the protected buildings near it
    Protection,       ///< new work in an area where there may be none
    HillView,         ///< share of a hill that may be hidden, or its outline, from eye points
    ViewCeiling,      ///< protected views: the plane from the eye to the landmark
    Setback,          ///< distance to a line or the rim of an area
    StreetProportion, ///< D/H: width of the street by the mean height of its sides
    FloorAreaRatio,
    Coverage,
    GreenRatio,
    RoofForm, ///< one of `allowed`
    Use,
    Colour,
    Sunlight ///< hours of sun on the standard day
};
QString ruleKindKey(RuleKind kind);
std::optional<RuleKind> ruleKindFromKey(const QString &key);

/// What a height counts from and to.
enum class HeightReference {
    Ground,    ///< highest point above the foot of the building
    Eaves,     ///< eaves above the foot
    Ridge,     ///< ridge above the foot; the same point as Ground where the model has no roof structures of its own
    Datum,     ///< highest point, absolute, in the height system of the model
    EavesDatum ///< eaves, absolute
};
QString heightReferenceKey(HeightReference reference);

enum class Bound { AtMost, AtLeast };

/// A limit: a number, or a property of the area that the rule applies in, times a factor.
struct Limit
{
    std::optional<double> value;
    QString property;
    double factor = 1;
};

/// What a rule does not hold for: objects with one of the ids, or with this value of an attribute.
struct RuleException
{
    LocalText text;
    QStringList ids;
    QString attribute;
    QStringList values;
};

struct Rule
{
    QString id;
    RuleKind kind = RuleKind::Height;
    QString jurisdiction, standard, clause;
    LocalText title, text;
    QDate from, to;        ///< in force from, and up to and with; `to` invalid: until further notice
    QStringList areaKinds; ///< kinds of areas it applies in; empty: everywhere
    bool newOnly = false;  ///< concerns proposals, not what stands
    Bound bound = Bound::AtMost;
    Limit limit;
    QString unit;
    HeightReference reference = HeightReference::Ground;
    double accuracy = 0; ///< standard deviation of the value; |margin| up to it is marginal
    QStringList allowed; ///< for RoofForm, Use, Colour
    std::vector<RuleException> exceptions;
    bool confirm = false; ///< taken from a secondary source: to be confirmed before a decision stands on it
    QString source;
    QJsonObject parameters; ///< what only its kind knows

    bool hasDates() const { return from.isValid(); }
    bool isInForce(const QDate &day) const { return from.isValid() && from <= day && (!to.isValid() || day <= to); }
};

/// Rules that belong together, as resources/rules/planning/*.json have them.
struct RulePack
{
    QString id, version, jurisdiction;
    LocalText title, note;
    std::vector<Rule> rules;

    /// One sentence that names rule and member when something is missing, unknown or of the wrong kind.
    static Result<RulePack> fromJson(const QByteArray &json);
    const Rule *find(const QString &ruleId) const;
};

} // namespace loci::planning
