// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/planning/rule.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace loci::planning {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::planning::Rule)
};

constexpr std::array kKinds{std::pair{RuleKind::Height, "height"},
                            std::pair{RuleKind::NeighbourHeight, "neighbour_height"},
                            std::pair{RuleKind::Protection, "protection"},
                            std::pair{RuleKind::HillView, "hill_view"},
                            std::pair{RuleKind::ViewCeiling, "view_ceiling"},
                            std::pair{RuleKind::Setback, "setback"},
                            std::pair{RuleKind::StreetProportion, "street_proportion"},
                            std::pair{RuleKind::FloorAreaRatio, "floor_area_ratio"},
                            std::pair{RuleKind::Coverage, "coverage"},
                            std::pair{RuleKind::GreenRatio, "green_ratio"},
                            std::pair{RuleKind::RoofForm, "roof_form"},
                            std::pair{RuleKind::Use, "use"},
                            std::pair{RuleKind::Colour, "colour"},
                            std::pair{RuleKind::Sunlight, "sunlight"}};

constexpr std::array kReferences{std::pair{HeightReference::Ground, "ground"},
                                 std::pair{HeightReference::Eaves, "eaves"}, std::pair{HeightReference::Ridge, "ridge"},
                                 std::pair{HeightReference::Datum, "datum"},
                                 std::pair{HeightReference::EavesDatum, "eaves_datum"}};

/// Reads the members of one rule; remembers the first that is wrong.
class MemberReader
{
public:
    MemberReader(const QJsonObject &object, QString where) : m_object(object), m_where(std::move(where)) {}

    QString text(const char *name, bool needed)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isString() && (needed || !value.isUndefined())) {
            wrong(name);
        }
        return value.toString();
    }
    LocalText local(const char *name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        const QJsonObject texts = value.toObject();
        LocalText text{texts[QLatin1String("en")].toString(), texts[QLatin1String("zh")].toString()};
        if (text.en.isEmpty() || text.zh.isEmpty()) {
            wrong(name);
        }
        return text;
    }
    QDate date(const char *name)
    {
        const QString written = text(name, false);
        const QDate day = QDate::fromString(written, Qt::ISODate);
        if (!written.isEmpty() && !day.isValid()) {
            wrong(name);
        }
        return day;
    }
    QStringList list(const char *name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        QStringList items;
        if (!value.isArray() && !value.isUndefined()) {
            wrong(name);
        }
        const QJsonArray array = value.toArray();
        items.reserve(array.size());
        for (const QJsonValue &item : array) {
            items << item.toString();
        }
        return items;
    }
    bool flag(const char *name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isBool() && !value.isUndefined()) {
            wrong(name);
        }
        return value.toBool();
    }
    double number(const char *name, double otherwise)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isDouble() && !value.isUndefined()) {
            wrong(name);
        }
        return value.toDouble(otherwise);
    }
    QJsonValue value(const char *name) const { return m_object.value(QLatin1String(name)); }
    void wrong(const char *name)
    {
        if (m_wrong.isEmpty()) {
            m_wrong = QLatin1String(name);
        }
    }
    Result<> result() const
    {
        if (m_wrong.isEmpty()) {
            return {};
        }
        return fail(
            ErrorCode::Invalid,
            Texts::tr("The rule pack cannot be used: in %1 the member “%2” is missing or not what it should be.")
                .arg(m_where, m_wrong));
    }

private:
    QJsonObject m_object;
    QString m_where, m_wrong;
};

bool isListed(RuleKind kind)
{
    return kind == RuleKind::RoofForm || kind == RuleKind::Use || kind == RuleKind::Colour;
}

/// Kinds whose limit comes with the geometry or with their parameters.
bool needsLimit(RuleKind kind)
{
    return !isListed(kind) && kind != RuleKind::Protection && kind != RuleKind::ViewCeiling &&
           kind != RuleKind::NeighbourHeight && kind != RuleKind::Sunlight;
}

void readLimit(MemberReader &reader, Rule &rule)
{
    const QJsonValue value = reader.value("limit");
    if (value.isDouble()) {
        rule.limit.value = value.toDouble();
        if (!std::isfinite(*rule.limit.value)) {
            reader.wrong("limit");
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        rule.limit.property = object[QLatin1String("property")].toString();
        rule.limit.factor = object[QLatin1String("factor")].toDouble(1);
        if (rule.limit.property.isEmpty() || !std::isfinite(rule.limit.factor)) {
            reader.wrong("limit");
        }
    } else if (!value.isUndefined() || needsLimit(rule.kind)) {
        reader.wrong("limit");
    }
}

std::vector<RuleException> readExceptions(MemberReader &reader)
{
    std::vector<RuleException> found;
    const QJsonArray array = reader.value("exceptions").toArray();
    found.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue &item : array) {
        MemberReader one(item.toObject(), {});
        RuleException exception;
        exception.text = one.local("text");
        exception.ids = one.list("ids");
        exception.attribute = one.text("attribute", false);
        exception.values = one.list("values");
        if (!one.result()) {
            reader.wrong("exceptions");
        }
        found.push_back(std::move(exception));
    }
    return found;
}

void readReference(MemberReader &reader, Rule &rule)
{
    const QString key = reader.text("reference", false);
    if (key.isEmpty()) {
        return;
    }
    const auto *known = std::find_if(kReferences.begin(), kReferences.end(),
                                     [&key](const auto &entry) { return key == QLatin1String(entry.second); });
    if (known == kReferences.end()) {
        reader.wrong("reference");
        return;
    }
    rule.reference = known->first;
}

void readBound(MemberReader &reader, Rule &rule)
{
    const QString bound = reader.text("bound", false);
    if (bound == QLatin1String("at_least")) {
        rule.bound = Bound::AtLeast;
    } else if (!bound.isEmpty() && bound != QLatin1String("at_most")) {
        reader.wrong("bound");
    }
}

/// What a kind is measured in; nothing is taken for the first. A limit in feet is no limit in metres.
QStringList unitsOf(RuleKind kind)
{
    switch (kind) {
    case RuleKind::Protection:
        return {QStringLiteral("m2"), QStringLiteral("m²")};
    case RuleKind::Coverage:
    case RuleKind::GreenRatio:
        return {QStringLiteral("%")};
    case RuleKind::Sunlight:
        return {QStringLiteral("h")};
    case RuleKind::StreetProportion:
    case RuleKind::FloorAreaRatio:
    case RuleKind::RoofForm:
    case RuleKind::Use:
    case RuleKind::Colour:
        return {QStringLiteral("1")};
    default:
        return {QStringLiteral("m")};
    }
}

Result<Rule> readRule(const QJsonObject &object, int number, const RulePack &pack)
{
    Rule rule;
    rule.id = object[QLatin1String("id")].toString();
    MemberReader reader(object, rule.id.isEmpty() ? Texts::tr("rule %1").arg(number) : rule.id);
    if (rule.id.isEmpty()) {
        reader.wrong("id");
    }
    const auto kind = ruleKindFromKey(reader.text("kind", true));
    if (!kind) {
        reader.wrong("kind");
    }
    rule.kind = kind.value_or(RuleKind::Height);
    rule.jurisdiction = reader.text("jurisdiction", false);
    rule.jurisdiction = rule.jurisdiction.isEmpty() ? pack.jurisdiction : rule.jurisdiction;
    rule.standard = reader.text("standard", true);
    rule.clause = reader.text("clause", true);
    rule.title = reader.local("title");
    rule.text = reader.local("text");
    rule.from = reader.date("from");
    rule.to = reader.date("to");
    rule.areaKinds = reader.list("areas");
    rule.newOnly = reader.flag("newOnly");
    rule.unit = reader.text("unit", false);
    if (kind && !rule.unit.isEmpty() && !unitsOf(*kind).contains(rule.unit)) {
        reader.wrong("unit");
    }
    rule.accuracy = reader.number("accuracy", 0);
    rule.allowed = reader.list("allowed");
    rule.confirm = reader.flag("confirm");
    rule.source = reader.text("source", false);
    rule.parameters = reader.value("parameters").toObject();
    rule.exceptions = readExceptions(reader);
    readBound(reader, rule);
    readReference(reader, rule);
    readLimit(reader, rule);
    if (isListed(rule.kind) && rule.allowed.isEmpty()) {
        reader.wrong("allowed");
    }
    LOCI_CHECK(reader.result());
    return rule;
}

} // namespace

const QString &LocalText::in(const QString &language) const
{
    const bool chinese = language.startsWith(QLatin1String("zh"));
    const QString &wanted = chinese ? zh : en;
    return wanted.isEmpty() ? (chinese ? en : zh) : wanted;
}

QString ruleKindKey(RuleKind kind)
{
    const auto *known = std::find_if(kKinds.begin(), kKinds.end(), [kind](const auto &e) { return e.first == kind; });
    return QString::fromLatin1(known == kKinds.end() ? "" : known->second);
}

std::optional<RuleKind> ruleKindFromKey(const QString &key)
{
    for (const auto &[kind, name] : kKinds) {
        if (key == QLatin1String(name)) {
            return kind;
        }
    }
    return std::nullopt;
}

QString heightReferenceKey(HeightReference reference)
{
    const auto *known = std::find_if(kReferences.begin(), kReferences.end(),
                                     [reference](const auto &e) { return e.first == reference; });
    return QString::fromLatin1(known == kReferences.end() ? "" : known->second);
}

Result<RulePack> RulePack::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The rule pack is not JSON: at byte %1 it goes wrong.").arg(problem.offset),
                    problem.errorString());
    }
    MemberReader reader(object, Texts::tr("the pack itself"));
    RulePack pack;
    pack.id = reader.text("id", true);
    pack.version = reader.text("version", true);
    pack.jurisdiction = reader.text("jurisdiction", true);
    pack.title = reader.local("title");
    pack.note = reader.local("note");
    const QJsonArray rules = reader.value("rules").toArray();
    if (rules.isEmpty()) {
        reader.wrong("rules");
    }
    LOCI_CHECK(reader.result());
    pack.rules.reserve(static_cast<std::size_t>(rules.size()));
    for (const QJsonValue &item : rules) {
        LOCI_TRY(Rule rule, readRule(item.toObject(), static_cast<int>(pack.rules.size()) + 1, pack));
        if (pack.find(rule.id) != nullptr) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("The rule pack cannot be used: two rules are called “%1”.").arg(rule.id));
        }
        pack.rules.push_back(std::move(rule));
    }
    return pack;
}

const Rule *RulePack::find(const QString &ruleId) const
{
    const auto found = std::find_if(rules.begin(), rules.end(), [&ruleId](const Rule &r) { return r.id == ruleId; });
    return found == rules.end() ? nullptr : &*found;
}

} // namespace loci::planning
