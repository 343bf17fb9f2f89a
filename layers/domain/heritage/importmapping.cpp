// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/importmapping.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace loci::heritage {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::ImportMapping)
};

/// Metres or square metres in one of these.
const QHash<QString, double> &unitFactors()
{
    static const QHash<QString, double> factors{{QStringLiteral("m"), 1},
                                                {QStringLiteral("km"), 1000},
                                                {QStringLiteral("ft"), 0.3048},
                                                {QStringLiteral("us-ft"), 1200.0 / 3937.0},
                                                {QStringLiteral("m2"), 1},
                                                {QStringLiteral("ha"), 10000},
                                                {QStringLiteral("km2"), 1e6},
                                                {QStringLiteral("ft2"), 0.09290304},
                                                {QStringLiteral("acre"), 4046.8564224},
                                                {QStringLiteral("mu"), 10000.0 / 15.0}};
    return factors;
}

bool isArea(const QString &unit)
{
    static const QSet<QString> areas{QStringLiteral("m2"),  QStringLiteral("ha"),   QStringLiteral("km2"),
                                     QStringLiteral("ft2"), QStringLiteral("acre"), QStringLiteral("mu")};
    return areas.contains(unit);
}

const QHash<QString, ValueRule::Kind> &kindNames()
{
    static const QHash<QString, ValueRule::Kind> kinds{{QStringLiteral("text"), ValueRule::Kind::Text},
                                                       {QStringLiteral("number"), ValueRule::Kind::Number},
                                                       {QStringLiteral("integer"), ValueRule::Kind::Integer},
                                                       {QStringLiteral("boolean"), ValueRule::Kind::Boolean},
                                                       {QStringLiteral("date"), ValueRule::Kind::Date},
                                                       {QStringLiteral("chinese-date"), ValueRule::Kind::ChineseDate}};
    return kinds;
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    if (value.isString()) {
        return {value.toString()};
    }
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array) {
        list << entry.toString();
    }
    return list;
}

class Parser
{
public:
    explicit Parser(QJsonObject json) : m_json(std::move(json)) {}

    /// False with the reason in problem().
    bool rule(const QJsonObject &json, ValueRule &rule)
    {
        static const QSet<QString> known{
            QStringLiteral("to"),        QStringLiteral("column"),    QStringLiteral("columns"),
            QStringLiteral("value"),     QStringLiteral("join"),      QStringLiteral("pattern"),
            QStringLiteral("plain"),     QStringLiteral("split"),     QStringLiteral("missing"),
            QStringLiteral("lookup"),    QStringLiteral("otherwise"), QStringLiteral("as"),
            QStringLiteral("dateForms"), QStringLiteral("unit"),      QStringLiteral("toUnit"),
            QStringLiteral("prefix"),    QStringLiteral("suffix"),    QStringLiteral("language"),
            QStringLiteral("required"),  QStringLiteral("scheme"),    QStringLiteral("note")};
        const QStringList keys = json.keys();
        for (const QString &key : keys) {
            if (!known.contains(key)) {
                return wrong(Texts::tr("“%1” is no part of a rule").arg(key));
            }
        }
        if (json.contains(QLatin1String("value"))) {
            rule.constant = json.value(QLatin1String("value")).toVariant().toString();
        }
        rule.columns =
            strings(json.value(QLatin1String(json.contains(QLatin1String("columns")) ? "columns" : "column")));
        if (rule.columns.isEmpty() == !rule.constant) {
            return wrong(Texts::tr("it needs either columns or a value"));
        }
        rule.join = json.value(QLatin1String("join")).toString(QStringLiteral(" "));
        rule.plain = json.value(QLatin1String("plain")).toBool();
        rule.split = json.value(QLatin1String("split")).toString();
        rule.missing = strings(json.value(QLatin1String("missing")));
        rule.dateForms = strings(json.value(QLatin1String("dateForms")));
        rule.prefix = json.value(QLatin1String("prefix")).toString();
        rule.suffix = json.value(QLatin1String("suffix")).toString();
        return lookup(json, rule) && pattern(json, rule) && kind(json, rule);
    }
    bool place(const QJsonObject &json, PlaceRule &rule)
    {
        static const QHash<QString, PlaceRule::Source> sources{{QString(), PlaceRule::Source::None},
                                                               {QStringLiteral("columns"), PlaceRule::Source::Columns},
                                                               {QStringLiteral("wkt"), PlaceRule::Source::Wkt},
                                                               {QStringLiteral("shape"), PlaceRule::Source::Shape}};
        const QString from = json.value(QLatin1String("from")).toString();
        if (!sources.contains(from)) {
            return wrong(Texts::tr("a place comes from “columns”, “wkt” or “shape”, not from “%1”").arg(from));
        }
        rule.source = sources.value(from);
        rule.longitude = json.value(QLatin1String("longitude")).toString();
        rule.latitude = json.value(QLatin1String("latitude")).toString();
        rule.wkt = json.value(QLatin1String("column")).toString();
        rule.crs = json.value(QLatin1String("crs")).toString();
        rule.role = json.value(QLatin1String("role")).toString();
        rule.isRequired = json.value(QLatin1String("required")).toBool();
        if (rule.source == PlaceRule::Source::Columns && (rule.longitude.isEmpty() || rule.latitude.isEmpty())) {
            return wrong(Texts::tr("a place from columns needs “longitude” and “latitude”"));
        }
        return rule.source != PlaceRule::Source::Wkt || !rule.wkt.isEmpty() ||
               wrong(Texts::tr("a place from WKT needs “column”"));
    }
    bool field(const QJsonObject &json, std::vector<FieldRule> &fields)
    {
        FieldRule rule;
        rule.target = json.value(QLatin1String("to")).toString();
        rule.json = json;
        rule.isRequired = json.value(QLatin1String("required")).toBool();
        if (!rule.target.startsWith(QLatin1Char('/')) || rule.target.size() < 2) {
            return wrong(Texts::tr("its target “%1” is no pointer like /names/0/text").arg(rule.target));
        }
        if (rule.target == QLatin1String("/id") || rule.target.startsWith(QLatin1String("/review"))) {
            return wrong(Texts::tr("the target “%1” cannot be imported").arg(rule.target));
        }
        if (!this->rule(json, rule.value)) {
            return false;
        }
        const QString language = json.value(QLatin1String("language")).toString();
        if (language.isEmpty()) {
            fields.push_back(std::move(rule));
            return true;
        }
        if (rule.target.endsWith(QLatin1String("/text"))) {
            FieldRule companion;
            companion.target = rule.target.chopped(4) + QLatin1String("lang");
            companion.value.constant = language;
            fields.push_back(std::move(companion));
        } else {
            rule.target += QLatin1Char('/') + language;
        }
        fields.push_back(std::move(rule));
        return true;
    }
    bool wrong(const QString &why)
    {
        m_problem = why;
        return false;
    }
    QString problem() const { return m_problem; }

private:
    bool lookup(const QJsonObject &json, ValueRule &rule)
    {
        const QJsonObject table = json.value(QLatin1String("lookup")).toObject();
        for (auto entry = table.begin(); entry != table.end(); ++entry) {
            rule.lookup.insert(entry.key(), entry.value().toVariant().toString());
        }
        const QJsonValue otherwise = json.value(QLatin1String("otherwise"));
        if (otherwise.isObject()) {
            rule.otherwise = ValueRule::Otherwise::Constant;
            rule.otherwiseValue = otherwise.toObject().value(QLatin1String("value")).toVariant().toString();
            return true;
        }
        const QString name = otherwise.toString(QStringLiteral("reject"));
        if (name == QLatin1String("skip")) {
            rule.otherwise = ValueRule::Otherwise::Skip;
        } else if (name == QLatin1String("keep")) {
            rule.otherwise = ValueRule::Otherwise::Keep;
        } else if (name != QLatin1String("reject")) {
            return wrong(Texts::tr("“otherwise” is reject, skip, keep or a value, not “%1”").arg(name));
        }
        return true;
    }
    bool pattern(const QJsonObject &json, ValueRule &rule)
    {
        rule.pattern = json.value(QLatin1String("pattern")).toString();
        return QRegularExpression(rule.pattern).isValid() ||
               wrong(Texts::tr("“%1” is no regular expression").arg(rule.pattern));
    }
    bool kind(const QJsonObject &json, ValueRule &rule)
    {
        const QString name = json.value(QLatin1String("as")).toString(QStringLiteral("text"));
        if (!kindNames().contains(name)) {
            return wrong(Texts::tr("there is no kind of value “%1”").arg(name));
        }
        rule.kind = kindNames().value(name);
        rule.unit = json.value(QLatin1String("unit")).toString();
        rule.toUnit = json.value(QLatin1String("toUnit")).toString(rule.unit);
        if (rule.unit.isEmpty()) {
            return true;
        }
        if (!unitFactors().contains(rule.unit) || !unitFactors().contains(rule.toUnit) ||
            isArea(rule.unit) != isArea(rule.toUnit)) {
            return wrong(Texts::tr("“%1” cannot become “%2”").arg(rule.unit, rule.toUnit));
        }
        rule.factor = unitFactors().value(rule.unit) / unitFactors().value(rule.toUnit);
        return true;
    }

    QJsonObject m_json;
    QString m_problem;
};

tl::unexpected<Error> wrongEntry(const QString &entry, const QString &why)
{
    return fail(ErrorCode::Invalid, Texts::tr("The mapping cannot be used: in %1 %2.").arg(entry, why));
}

} // namespace

Result<ImportMapping> ImportMapping::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject document = QJsonDocument::fromJson(json, &error).object();
    if (document.value(QLatin1String("format")).toString() != QLatin1String("loci-heritage-mapping")) {
        return fail(ErrorCode::Invalid, Texts::tr("This is no mapping of columns to a heritage record."),
                    error.errorString());
    }
    if (document.value(QLatin1String("version")).toInt() != 1) {
        return fail(ErrorCode::Unsupported, Texts::tr("The mapping was made by a newer version of Loci."));
    }
    ImportMapping mapping;
    mapping.m_json = document;
    mapping.id = document.value(QLatin1String("id")).toString();
    if (mapping.id.isEmpty()) {
        return wrongEntry(QStringLiteral("id"), Texts::tr("there is nothing"));
    }
    const QJsonObject source = document.value(QLatin1String("source")).toObject();
    mapping.layer = source.value(QLatin1String("layer")).toString();
    mapping.encoding = source.value(QLatin1String("encoding")).toString();
    mapping.delimiter = source.value(QLatin1String("delimiter")).toString();
    mapping.missing = strings(document.value(QLatin1String("missing")));
    mapping.gathersSameKey = document.value(QLatin1String("sameKey")).toString() == QLatin1String("gather");
    Parser parser(document);
    const QJsonObject key = document.value(QLatin1String("key")).toObject();
    mapping.keyScheme = key.value(QLatin1String("scheme")).toString();
    if (mapping.keyScheme.isEmpty()) {
        return wrongEntry(QStringLiteral("key"), Texts::tr("there is no “scheme”"));
    }
    if (!parser.rule(key, mapping.key)) {
        return wrongEntry(QStringLiteral("key"), parser.problem());
    }
    if (!parser.place(document.value(QLatin1String("place")).toObject(), mapping.place)) {
        return wrongEntry(QStringLiteral("place"), parser.problem());
    }
    const QJsonArray fields = document.value(QLatin1String("fields")).toArray();
    mapping.fields.reserve(static_cast<std::size_t>(fields.size()) * 2);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (!parser.field(fields[i].toObject(), mapping.fields)) {
            return wrongEntry(QStringLiteral("fields[%1]").arg(i), parser.problem());
        }
    }
    return mapping;
}

QByteArray ImportMapping::bytes() const
{
    return QJsonDocument(m_json).toJson(QJsonDocument::Indented);
}

QString ImportMapping::name(const QString &language) const
{
    const QJsonObject names = m_json.value(QLatin1String("name")).toObject();
    const QString base = language.left(2);
    return names.value(base).toString(names.value(QLatin1String("en")).toString(id));
}

QStringList ImportMapping::columns() const
{
    QStringList names = key.columns;
    for (const QString &name : {place.longitude, place.latitude, place.wkt}) {
        if (!name.isEmpty()) {
            names << name;
        }
    }
    for (const FieldRule &field : fields) {
        names << field.value.columns;
    }
    names.removeDuplicates();
    return names;
}

} // namespace loci::heritage
