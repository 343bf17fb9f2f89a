// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/definition.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Definition)
};

const std::pair<const char *, RollUp> kRollUps[] = {{"recompute", RollUp::Recompute},
                                                    {"sum", RollUp::Sum},
                                                    {"weightedMean", RollUp::WeightedMean},
                                                    {"mean", RollUp::Mean},
                                                    {"max", RollUp::Max},
                                                    {"min", RollUp::Min},
                                                    {"none", RollUp::None}};
const std::pair<const char *, Direction> kDirections[] = {
    {"higher", Direction::HigherIsBetter}, {"lower", Direction::LowerIsBetter}, {"band", Direction::Band}};
const std::pair<const char *, Binding::Kind> kKinds[] = {{"table", Binding::Kind::Table},
                                                         {"city", Binding::Kind::CityModel},
                                                         {"stream", Binding::Kind::Stream},
                                                         {"indicator", Binding::Kind::Indicator}};
const std::pair<const char *, Decay> kDecays[] = {
    {"none", Decay::None}, {"stepwise", Decay::Stepwise}, {"gaussian", Decay::Gaussian}};
const std::pair<const char *, Binding::Measure> kMeasures[] = {
    {"count", Binding::Measure::Count},  {"sum", Binding::Measure::Sum}, {"mean", Binding::Measure::Mean},
    {"max", Binding::Measure::Max},      {"min", Binding::Measure::Min}, {"area", Binding::Measure::Area},
    {"length", Binding::Measure::Length}};

template <class T, std::size_t N>
std::optional<T> named(const std::pair<const char *, T> (&list)[N], const QString &name)
{
    for (const auto &[text, value] : list) {
        if (name == QLatin1String(text)) {
            return value;
        }
    }
    return std::nullopt;
}

QString member(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

Quantity number(const QJsonObject &json, const char *name)
{
    const QJsonValue value = json.value(QLatin1String(name));
    return value.isDouble() ? Quantity(value.toDouble()) : std::nullopt;
}

tl::unexpected<Error> unusable(const QString &code, const QString &why)
{
    return fail(ErrorCode::Invalid, Texts::tr("The indicator %1 cannot be used: %2").arg(code, why));
}

std::vector<Condition> conditionsFrom(const QJsonArray &json)
{
    std::vector<Condition> conditions;
    conditions.reserve(static_cast<std::size_t>(json.size()));
    for (const QJsonValue &value : json) {
        const QJsonObject item = value.toObject();
        Condition condition{member(item, "field"), {}, number(item, "atLeast"), number(item, "atMost")};
        const QJsonArray texts = item.value(QStringLiteral("in")).toArray();
        for (const QJsonValue &text : texts) {
            condition.in << text.toVariant().toString();
        }
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

Result<Binding> bindingFrom(const QJsonObject &json, const QString &code)
{
    Binding binding;
    if (json.isEmpty()) {
        return binding;
    }
    const auto kind = named(kKinds, member(json, "kind"));
    const auto measure = named(kMeasures, json.value(QStringLiteral("measure")).toString(QStringLiteral("count")));
    if (!kind || !measure) {
        return unusable(code, Texts::tr("an input has an unknown kind of source or measure."));
    }
    binding.kind = *kind;
    binding.measure = *measure;
    binding.source = member(json, "source");
    binding.layer = member(json, "layer");
    binding.field = member(json, "field");
    binding.where = conditionsFrom(json.value(QStringLiteral("where")).toArray());
    binding.areaField = member(json, "areaField");
    binding.periodField = member(json, "periodField");
    binding.rowsNeeded = number(json, "rowsNeeded").value_or(1);
    if (const QJsonValue zero = json.value(QStringLiteral("emptyIsZero")); zero.isBool()) {
        binding.emptyIsZero = zero.toBool();
    }
    const QJsonObject near = json.value(QStringLiteral("near")).toObject();
    binding.nearSource = member(near, "source");
    binding.nearMetres = number(near, "metres").value_or(0);
    binding.nearWhere = conditionsFrom(near.value(QStringLiteral("where")).toArray());
    const QJsonObject reach = json.value(QStringLiteral("reach")).toObject();
    if (!reach.isEmpty()) {
        const auto decay = named(kDecays, reach.value(QStringLiteral("decay")).toString(QStringLiteral("gaussian")));
        binding.reach = {
            member(reach, "source"),         number(reach, "metres").value_or(0),
            member(reach, "supply"),         member(reach, "demand"),
            decay.value_or(Decay::Gaussian), conditionsFrom(reach.value(QStringLiteral("where")).toArray())};
        if (!decay || binding.reach.source.isEmpty() || binding.reach.metres <= 0 ||
            binding.reach.demandField.isEmpty()) {
            return unusable(code, Texts::tr("an input with services in reach does not say where they are, how far they "
                                            "reach, or whom."));
        }
    }
    const bool needsField =
        binding.kind == Binding::Kind::Table && *measure >= Binding::Measure::Sum && *measure <= Binding::Measure::Min;
    if (binding.source.isEmpty() || (needsField && binding.field.isEmpty())) {
        return unusable(code, Texts::tr("an input does not say its source or its field."));
    }
    return binding;
}

Result<> readInputs(Definition &definition, const QJsonArray &json)
{
    QSet<QString> seen;
    for (const QJsonValue &value : json) {
        const QJsonObject item = value.toObject();
        LOCI_TRY(Binding from, bindingFrom(item.value(QStringLiteral("from")).toObject(), definition.code));
        Input input{member(item, "name"), wordsFrom(item.value(QStringLiteral("title"))), member(item, "unit"),
                    std::move(from)};
        if (input.name.isEmpty() || seen.contains(input.name)) {
            return unusable(definition.code, Texts::tr("an input has no name, or the name of another one."));
        }
        seen.insert(input.name);
        definition.inputs.push_back(std::move(input));
    }
    for (const QString &name : definition.formula.names()) {
        if (!seen.contains(name)) {
            return unusable(definition.code, Texts::tr("the formula uses “%1”, which is no input.").arg(name));
        }
    }
    return {};
}

Result<> checkUnits(const Definition &definition)
{
    LOCI_TRY(const Unit declared, Unit::parse(definition.unit));
    for (const Input &input : definition.inputs) {
        LOCI_CHECK(Unit::parse(input.unit));
    }
    const auto unit = definition.formula.unit([&definition](const QString &name) -> std::optional<Unit> {
        const Input *input = definition.input(name);
        const auto parsed =
            input != nullptr && !input->unit.isEmpty() ? Unit::parse(input->unit) : Result<Unit>(Unit());
        return input != nullptr && !input->unit.isEmpty() && parsed ? std::optional<Unit>(*parsed) : std::nullopt;
    });
    if (!unit) {
        return unusable(definition.code, unit.error().message);
    }
    if (*unit && !(*unit)->sameKind(declared)) {
        return unusable(definition.code,
                        Texts::tr("the formula gives %1, but the unit is “%2”.").arg((*unit)->text(), definition.unit));
    }
    if (definition.rollUp == RollUp::Sum && declared.isRate()) {
        return unusable(definition.code,
                        Texts::tr("a value in “%1” is a rate, and a rate is never summed.").arg(definition.unit));
    }
    return {};
}

Result<> checkRules(const Definition &definition)
{
    if (definition.rollUp == RollUp::WeightedMean && definition.input(definition.weight) == nullptr) {
        return unusable(definition.code, Texts::tr("a weighted mean needs an input as weight."));
    }
    if (definition.direction == Direction::Band && (!definition.bandLow || !definition.bandHigh)) {
        return unusable(definition.code, Texts::tr("a target band needs its two ends."));
    }
    return {};
}

} // namespace

QString Words::in(const QString &language) const
{
    const bool chinese = language.startsWith(QLatin1String("zh"));
    const QString &first = chinese ? zh : en;
    return first.isEmpty() ? (chinese ? en : zh) : first;
}

QJsonObject toJson(const Words &words)
{
    return {{QStringLiteral("zh"), words.zh}, {QStringLiteral("en"), words.en}};
}

Words wordsFrom(const QJsonValue &json)
{
    if (json.isString()) {
        return {json.toString(), json.toString()};
    }
    const QJsonObject object = json.toObject();
    return {member(object, "zh"), member(object, "en")};
}

QString toText(RollUp rule)
{
    for (const auto &[text, value] : kRollUps) {
        if (value == rule) {
            return QLatin1String(text);
        }
    }
    return {};
}

Result<Definition> Definition::fromJson(const QJsonObject &json)
{
    Definition d;
    d.json = json;
    d.code = member(json, "code");
    if (d.code.isEmpty() || d.code.size() > 60) {
        return unusable(QStringLiteral("?"), Texts::tr("it has no code."));
    }
    d.framework = member(json, "framework");
    d.version = json.value(QStringLiteral("version")).toString(QStringLiteral("1"));
    d.name = wordsFrom(json.value(QStringLiteral("name")));
    d.theme = wordsFrom(json.value(QStringLiteral("theme")));
    d.text = wordsFrom(json.value(QStringLiteral("definition")));
    d.department = wordsFrom(json.value(QStringLiteral("department")));
    if (d.name.en.isEmpty() && d.name.zh.isEmpty()) {
        return unusable(d.code, Texts::tr("it has no name."));
    }
    LOCI_TRY(d.formula, Expression::parse(member(json, "formula")).map_error([&d](const Error &error) {
        return error.with(Texts::tr("The indicator %1 cannot be used: %2").arg(d.code, error.message));
    }));
    d.unit = member(json, "unit");
    d.decimals = json.value(QStringLiteral("decimals")).toInt(1);
    const auto direction =
        named(kDirections, json.value(QStringLiteral("direction")).toString(QStringLiteral("higher")));
    const auto rollUp = named(kRollUps, json.value(QStringLiteral("rollUp")).toString(QStringLiteral("recompute")));
    if (!direction || !rollUp) {
        return unusable(d.code, Texts::tr("its direction or its rule for larger areas is unknown."));
    }
    d.direction = *direction;
    d.rollUp = *rollUp;
    d.bandLow = number(json, "bandLow");
    d.bandHigh = number(json, "bandHigh");
    d.validLow = number(json, "validLow");
    d.validHigh = number(json, "validHigh");
    d.level = json.value(QStringLiteral("level")).toString(QStringLiteral("city"));
    d.cadence = json.value(QStringLiteral("cadence")).toString(QStringLiteral("P1Y"));
    d.weight = member(json, "weight");
    d.coverageNeeded = number(json, "coverageNeeded").value_or(0);
    d.standard = member(json, "standard");
    d.clause = member(json, "clause");
    d.source = member(json, "source");
    d.confirm = member(json, "confirm");
    d.targets = TargetPlan::fromJson(json.value(QStringLiteral("targets")).toObject());
    LOCI_CHECK(readInputs(d, json.value(QStringLiteral("inputs")).toArray()));
    LOCI_CHECK(checkUnits(d));
    LOCI_CHECK(checkRules(d));
    return d;
}

const Input *Definition::input(const QString &wanted) const
{
    for (const Input &candidate : inputs) {
        if (candidate.name == wanted) {
            return &candidate;
        }
    }
    return nullptr;
}

QStringList Definition::indicatorInputs() const
{
    QStringList codes;
    for (const Input &candidate : inputs) {
        if (candidate.from.kind == Binding::Kind::Indicator) {
            codes << candidate.from.source;
        }
    }
    return codes;
}

bool Definition::isBound() const
{
    for (const Input &candidate : inputs) {
        if (candidate.from.kind == Binding::Kind::None) {
            return false;
        }
    }
    return !inputs.empty();
}

Loaded<std::vector<Definition>> readPack(const QByteArray &json, const QString &name)
{
    Loaded<std::vector<Definition>> loaded;
    QJsonParseError problem;
    const QJsonObject pack = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError || !pack.value(QStringLiteral("indicators")).isArray()) {
        loaded.findings.push_back({Severity::Error,
                                   QStringLiteral("bad_indicator_pack"),
                                   {},
                                   {},
                                   Texts::tr("%1 holds no indicators that can be read.").arg(name),
                                   name});
        return loaded;
    }
    const QJsonArray items = pack.value(QStringLiteral("indicators")).toArray();
    for (const QJsonValue &item : items) {
        QJsonObject object = item.toObject();
        for (const char *shared : {"framework", "source", "standard", "confirm", "version", "department", "level"}) {
            if (!object.contains(QLatin1String(shared)) && pack.contains(QLatin1String(shared))) {
                object.insert(QLatin1String(shared), pack.value(QLatin1String(shared)));
            }
        }
        auto definition = Definition::fromJson(object);
        if (definition) {
            loaded.value.push_back(std::move(*definition));
        } else {
            loaded.findings.push_back({Severity::Error,
                                       QStringLiteral("bad_indicator"),
                                       member(object, "code"),
                                       {},
                                       definition.error().message,
                                       name});
        }
    }
    return loaded;
}

} // namespace loci::indicators
