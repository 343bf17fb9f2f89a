// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/contracts/contract.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace loci::contracts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::contracts::Contract)
};

constexpr qsizetype kMostFields = 1000;
constexpr qsizetype kMostKeys = 100;
constexpr double kMostRows = 1e12;

constexpr std::array kTypes{std::pair{FieldType::Text, "text"},     std::pair{FieldType::Integer, "integer"},
                            std::pair{FieldType::Number, "number"}, std::pair{FieldType::Date, "date"},
                            std::pair{FieldType::Time, "time"},     std::pair{FieldType::Boolean, "boolean"}};
constexpr std::array kShapes{std::pair{Shape::None, "none"}, std::pair{Shape::Point, "point"},
                             std::pair{Shape::Line, "line"}, std::pair{Shape::Polygon, "polygon"},
                             std::pair{Shape::Any, "any"}};

const QStringList kMembers{QStringLiteral("id"),         QStringLiteral("version"), QStringLiteral("title"),
                           QStringLiteral("department"), QStringLiteral("table"),   QStringLiteral("geometry"),
                           QStringLiteral("crs"),        QStringLiteral("bbox"),    QStringLiteral("place"),
                           QStringLiteral("fields"),     QStringLiteral("keys"),    QStringLiteral("rows"),
                           QStringLiteral("moreFields")};
const QStringList kFieldMembers{QStringLiteral("name"),   QStringLiteral("title"),    QStringLiteral("type"),
                                QStringLiteral("unit"),   QStringLiteral("required"), QStringLiteral("complete"),
                                QStringLiteral("min"),    QStringLiteral("max"),      QStringLiteral("values"),
                                QStringLiteral("pattern")};

template <class Table>
QString nameIn(const Table &table, decltype(table.front().first) value)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [value](const auto &entry) { return entry.first == value; });
    return found == table.end() ? QString() : QLatin1String(found->second);
}

template <class Table>
auto valueIn(const Table &table, const QString &name) -> std::optional<std::decay_t<decltype(table.front().first)>>
{
    for (const auto &[value, text] : table) {
        if (name == QLatin1String(text)) {
            return value;
        }
    }
    return std::nullopt;
}

tl::unexpected<Error> bad(const QString &sentence)
{
    return fail(ErrorCode::Invalid, sentence);
}

void noteUnknown(const QJsonObject &json, const QStringList &known, const QString &where, FindingList &findings)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!known.contains(it.key())) {
            findings.add({Severity::Warning,
                          QStringLiteral("unknown_member"),
                          {},
                          where,
                          Texts::tr("Nothing here knows “%1”.").arg(it.key())});
        }
    }
}

std::optional<double> number(const QJsonObject &json, const char *name)
{
    const QJsonValue value = json.value(QLatin1String(name));
    return value.isDouble() && std::isfinite(value.toDouble()) ? std::optional(value.toDouble()) : std::nullopt;
}

Result<Field> readField(const QJsonObject &json, FindingList &findings)
{
    Field field;
    field.name = json[QStringLiteral("name")].toString().trimmed();
    if (field.name.isEmpty()) {
        return bad(Texts::tr("A field of the contract has no name."));
    }
    const auto type = valueIn(kTypes, json[QStringLiteral("type")].toString(QStringLiteral("text")));
    if (!type) {
        return bad(Texts::tr("The field “%1” has a type that nobody knows: “%2”.")
                       .arg(field.name, json[QStringLiteral("type")].toString()));
    }
    field.type = *type;
    field.title = indicators::wordsFrom(json[QStringLiteral("title")]);
    field.unit = json[QStringLiteral("unit")].toString().trimmed();
    field.required = json[QStringLiteral("required")].toBool();
    field.complete = number(json, "complete").value_or(0);
    field.least = number(json, "min");
    field.most = number(json, "max");
    for (const QJsonValue &value : json[QStringLiteral("values")].toArray()) {
        field.values << value.toVariant().toString();
    }
    field.pattern = json[QStringLiteral("pattern")].toString();
    if (!QRegularExpression(QRegularExpression::anchoredPattern(field.pattern)).isValid()) {
        return bad(Texts::tr("The pattern of the field “%1” cannot be read.").arg(field.name));
    }
    if (field.complete < 0 || field.complete > 1 || (field.least && field.most && *field.least > *field.most)) {
        return bad(Texts::tr("The limits of the field “%1” contradict themselves.").arg(field.name));
    }
    noteUnknown(json, kFieldMembers, field.name, findings);
    return field;
}

Result<> readFields(const QJsonArray &list, Contract &contract, FindingList &findings)
{
    if (list.isEmpty() || list.size() > kMostFields) {
        return bad(Texts::tr("A contract names between one and %1 fields.").arg(kMostFields));
    }
    QSet<QString> names;
    contract.fields.reserve(static_cast<std::size_t>(list.size()));
    for (const QJsonValue &value : list) {
        LOCI_TRY(Field field, readField(value.toObject(), findings));
        if (names.contains(field.name)) {
            return bad(Texts::tr("The field “%1” is there twice.").arg(field.name));
        }
        names.insert(field.name);
        contract.fields.push_back(std::move(field));
    }
    return {};
}

Result<> readKeys(const QJsonArray &list, Contract &contract)
{
    if (list.size() > kMostKeys) {
        return bad(Texts::tr("A contract has at most %1 keys.").arg(kMostKeys));
    }
    for (const QJsonValue &value : list) {
        QStringList key;
        if (value.isString()) {
            key << value.toString();
        }
        for (const QJsonValue &name : value.toArray()) {
            key << name.toString();
        }
        const auto strange = std::find_if(key.begin(), key.end(),
                                          [&contract](const QString &name) { return contract.field(name) == nullptr; });
        if (key.isEmpty() || strange != key.end()) {
            return bad(Texts::tr("A key names the field “%1”, which the contract has not.")
                           .arg(key.isEmpty() ? QString() : *strange));
        }
        contract.keys.push_back(key);
    }
    return {};
}

Result<> readPlace(const QJsonObject &json, Contract &contract)
{
    const auto shape = valueIn(kShapes, json[QStringLiteral("geometry")].toString(QStringLiteral("none")));
    if (!shape) {
        return bad(Texts::tr("“%1” is no kind of shape.").arg(json[QStringLiteral("geometry")].toString()));
    }
    contract.shape = *shape;
    contract.crs = json[QStringLiteral("crs")].toString().trimmed();
    if (contract.shape != Shape::None && contract.crs.isEmpty()) {
        return bad(Texts::tr("Where there are shapes, the contract has to name their reference system."));
    }
    if (const QJsonArray box = json[QStringLiteral("bbox")].toArray(); !box.isEmpty()) {
        Box3 extent;
        extent.include(Vec3{box[0].toDouble(), box[1].toDouble(), 0});
        extent.include(Vec3{box[2].toDouble(), box[3].toDouble(), 0});
        const bool isBox =
            box.size() == 4 && box[0].toDouble() < box[2].toDouble() && box[1].toDouble() < box[3].toDouble();
        if (!isBox) {
            return bad(Texts::tr("The extent of the contract is no box of west, south, east and north."));
        }
        contract.extent = extent;
    }
    const QJsonObject place = json[QStringLiteral("place")].toObject();
    contract.xField = place[QStringLiteral("x")].toString();
    contract.yField = place[QStringLiteral("y")].toString();
    if (contract.xField.isEmpty() != contract.yField.isEmpty() ||
        (!contract.xField.isEmpty() && contract.shape != Shape::Point)) {
        return bad(Texts::tr("Two fields for a place need both names and points as shape."));
    }
    return {};
}

Result<> readRows(const QJsonObject &rows, Contract &contract)
{
    const double least = number(rows, "min").value_or(0);
    const auto most = number(rows, "max");
    if (least < 0 || least > kMostRows || (most && (*most < least || *most > kMostRows))) {
        return bad(Texts::tr("The number of rows contradicts itself."));
    }
    contract.rowsLeast = static_cast<qint64>(least);
    contract.rowsMost = most ? std::optional(static_cast<qint64>(*most)) : std::nullopt;
    return {};
}

QJsonObject toJson(const Field &field)
{
    QJsonObject json{{QStringLiteral("name"), field.name},
                     {QStringLiteral("title"), indicators::toJson(field.title)},
                     {QStringLiteral("type"), toText(field.type)},
                     {QStringLiteral("unit"), field.unit},
                     {QStringLiteral("required"), field.required},
                     {QStringLiteral("complete"), field.complete},
                     {QStringLiteral("pattern"), field.pattern},
                     {QStringLiteral("values"), QJsonArray::fromStringList(field.values)}};
    if (field.least) {
        json.insert(QStringLiteral("min"), *field.least);
    }
    if (field.most) {
        json.insert(QStringLiteral("max"), *field.most);
    }
    return json;
}

} // namespace

QString toText(FieldType type)
{
    return nameIn(kTypes, type);
}

QString toText(Shape shape)
{
    return nameIn(kShapes, shape);
}

const Field *Contract::field(const QString &name) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&name](const Field &one) { return one.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

Result<Loaded<Contract>> Contract::read(const QByteArray &text)
{
    QJsonParseError error{};
    const QJsonDocument json = QJsonDocument::fromJson(text, &error);
    if (!json.isObject()) {
        return fail(ErrorCode::Invalid, Texts::tr("This is no contract: it is no JSON object."), error.errorString());
    }
    return fromJson(json.object());
}

Result<Loaded<Contract>> Contract::fromJson(const QJsonObject &json)
{
    FindingList findings;
    Contract contract;
    contract.id = json[QStringLiteral("id")].toString();
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9_-]{0,99}\\z"));
    if (!form.match(contract.id).hasMatch()) {
        return bad(Texts::tr("“%1” is no id of a contract: letters, digits, - and _ only.").arg(contract.id));
    }
    contract.version = json[QStringLiteral("version")].toString();
    contract.title = indicators::wordsFrom(json[QStringLiteral("title")]);
    contract.department = indicators::wordsFrom(json[QStringLiteral("department")]);
    contract.table = json[QStringLiteral("table")].toString();
    contract.moreFields = json[QStringLiteral("moreFields")].toBool(true);
    LOCI_CHECK(readPlace(json, contract));
    LOCI_CHECK(readFields(json[QStringLiteral("fields")].toArray(), contract, findings));
    LOCI_CHECK(readKeys(json[QStringLiteral("keys")].toArray(), contract));
    LOCI_CHECK(readRows(json[QStringLiteral("rows")].toObject(), contract));
    noteUnknown(json, kMembers, {}, findings);
    return Loaded<Contract>{std::move(contract), findings.take()};
}

QJsonObject Contract::toJson() const
{
    QJsonArray list, keyList;
    for (const Field &field : fields) {
        list.append(contracts::toJson(field));
    }
    for (const QStringList &key : keys) {
        keyList.append(QJsonArray::fromStringList(key));
    }
    QJsonObject rows{{QStringLiteral("min"), rowsLeast}};
    if (rowsMost) {
        rows.insert(QStringLiteral("max"), *rowsMost);
    }
    QJsonObject json{{QStringLiteral("id"), id},
                     {QStringLiteral("version"), version},
                     {QStringLiteral("title"), indicators::toJson(title)},
                     {QStringLiteral("department"), indicators::toJson(department)},
                     {QStringLiteral("table"), table},
                     {QStringLiteral("geometry"), contracts::toText(shape)},
                     {QStringLiteral("crs"), crs},
                     {QStringLiteral("fields"), list},
                     {QStringLiteral("keys"), keyList},
                     {QStringLiteral("rows"), rows},
                     {QStringLiteral("moreFields"), moreFields}};
    if (extent) {
        json.insert(QStringLiteral("bbox"), QJsonArray{extent->min.x, extent->min.y, extent->max.x, extent->max.y});
    }
    if (!xField.isEmpty()) {
        json.insert(QStringLiteral("place"), QJsonObject{{QStringLiteral("x"), xField}, {QStringLiteral("y"), yField}});
    }
    return json;
}

} // namespace loci::contracts
