// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/levels/levelpackage.h"

#include "layers/domain/heritage/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <array>

namespace loci::levels {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::levels::LevelPackage)
};

const QStringList kColumns = {QStringLiteral("kind"),    QStringLiteral("key"),         QStringLiteral("area"),
                              QStringLiteral("period"),  QStringLiteral("value"),       QStringLiteral("unit"),
                              QStringLiteral("quality"), QStringLiteral("calculation"), QStringLiteral("content"),
                              QStringLiteral("shape")};
const QString kValue = QStringLiteral("value");
const QString kDocument = QStringLiteral("document");
constexpr int kFormat = 1;

QJsonValue number(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QString shown(const SentValue &value)
{
    return value.value ? QStringLiteral("%1 %2").arg(*value.value, 0, 'g', 12).arg(value.unit) : value.quality;
}

/// The first shape of a record, for people who open the package in a GIS.
QString shapeOf(const QByteArray &document)
{
    const QJsonArray shapes = QJsonDocument::fromJson(document).object().value(QStringLiteral("geometries")).toArray();
    return shapes.isEmpty() ? QString() : shapes.first()[QStringLiteral("wkt")].toString();
}

template <class Map, class Show>
void compareMaps(const Map &before, const Map &after, const Show &show, std::vector<Difference> &differences)
{
    for (const auto &[key, value] : after) {
        const auto old = before.find(key);
        if (old == before.end()) {
            differences.push_back(show(Difference::Kind::Added, key, nullptr, &value));
        } else if (!(old->second == value)) {
            differences.push_back(show(Difference::Kind::Changed, key, &old->second, &value));
        }
    }
    for (const auto &[key, value] : before) {
        if (!after.contains(key)) {
            differences.push_back(show(Difference::Kind::Removed, key, &value, nullptr));
        }
    }
}

} // namespace

QString ValueKey::text() const
{
    return QStringLiteral("%1 | %2 | %3").arg(code, area, period);
}

QString LevelPackage::contentHash() const
{
    QJsonArray sent;
    for (const auto &[key, value] : values) {
        sent.append(QJsonArray{key.code, key.area, key.period, number(value.value), value.unit, value.quality,
                               value.calculation});
    }
    QJsonObject kept;
    for (const auto &[key, bytes] : documents) {
        kept.insert(key, heritage::sha256(bytes));
    }
    return heritage::sha256(heritage::canonicalJson(QJsonObject{
        {QStringLiteral("sender"), sender}, {QStringLiteral("values"), sent}, {QStringLiteral("documents"), kept}}));
}

heritage::RowTable LevelPackage::toRows() const
{
    heritage::RowTable table;
    table.columns = kColumns;
    table.rows.reserve(values.size() + documents.size());
    for (const auto &[key, value] : values) {
        const QString written = value.value ? QString::number(*value.value, 'g', 17) : QString();
        table.rows.push_back(
            {static_cast<qint64>(table.rows.size()) + 1,
             {kValue, key.code, key.area, key.period, written, value.unit, value.quality, value.calculation, {}, {}},
             {}});
    }
    for (const auto &[key, bytes] : documents) {
        table.rows.push_back({static_cast<qint64>(table.rows.size()) + 1,
                              {kDocument, key, {}, {}, {}, {}, {}, {}, QString::fromUtf8(bytes), shapeOf(bytes)},
                              {}});
    }
    return table;
}

Result<LevelPackage> LevelPackage::fromRows(const heritage::RowTable &rows)
{
    LevelPackage package;
    std::array<int, 9> columns{};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns.at(i) = rows.column(kColumns[static_cast<qsizetype>(i)]);
        if (columns.at(i) < 0) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("The package has no column “%1”.").arg(kColumns[static_cast<qsizetype>(i)]));
        }
    }
    for (const auto &row : rows.rows) {
        const auto text = [&](std::size_t column) { return rows.value(row, columns.at(column)); };
        if (text(0) == kDocument) {
            package.documents[text(1)] = text(8).toUtf8();
            continue;
        }
        bool good = text(4).isEmpty();
        const double value = good ? 0 : text(4).toDouble(&good);
        if (text(0) != kValue || text(1).isEmpty() || !good) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("Row %1 of the package is no value and no document.").arg(row.number));
        }
        package.values[{text(1), text(2), text(3)}] = {text(4).isEmpty() ? std::nullopt : std::optional(value), text(5),
                                                       text(6), text(7)};
    }
    return package;
}

QJsonObject LevelPackage::manifest() const
{
    return {{QStringLiteral("format"), kFormat},
            {QStringLiteral("sender"), sender},
            {QStringLiteral("senderName"), toJson(senderName)},
            {QStringLiteral("level"), level},
            {QStringLiteral("version"), version},
            {QStringLiteral("previous"), previous},
            {QStringLiteral("made"), made.toString(Qt::ISODate)},
            {QStringLiteral("values"), static_cast<qint64>(values.size())},
            {QStringLiteral("documents"), static_cast<qint64>(documents.size())},
            {QStringLiteral("contentHash"), contentHash()}};
}

Result<> LevelPackage::readManifest(const QJsonObject &json)
{
    if (json.value(QStringLiteral("format")).toInt() != kFormat ||
        json.value(QStringLiteral("sender")).toString().isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("This is no level package that this version of Loci reads."));
    }
    sender = json.value(QStringLiteral("sender")).toString();
    senderName = indicators::wordsFrom(json.value(QStringLiteral("senderName")));
    level = json.value(QStringLiteral("level")).toString();
    version = json.value(QStringLiteral("version")).toInt();
    previous = json.value(QStringLiteral("previous")).toString();
    made = QDateTime::fromString(json.value(QStringLiteral("made")).toString(), Qt::ISODate);
    if (json.value(QStringLiteral("contentHash")).toString() != contentHash()) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The package of %1 does not hold what its manifest says; ask for it again.").arg(sender));
    }
    return {};
}

QString toText(Difference::Kind kind)
{
    static constexpr std::array kNames = {"added", "changed", "removed"};
    return QLatin1String(kNames.at(static_cast<std::size_t>(kind)));
}

std::vector<Difference> compare(const LevelPackage &before, const LevelPackage &after)
{
    std::vector<Difference> differences;
    compareMaps(
        before.values, after.values,
        [](Difference::Kind kind, const ValueKey &key, const SentValue *old, const SentValue *now) {
            return Difference{kind, key.text(), old != nullptr ? shown(*old) : QString(),
                              now != nullptr ? shown(*now) : QString()};
        },
        differences);
    compareMaps(
        before.documents, after.documents,
        [](Difference::Kind kind, const QString &key, const QByteArray *, const QByteArray *) {
            return Difference{kind, key, {}, {}};
        },
        differences);
    return differences;
}

QString Remark::id() const
{
    return heritage::sha256(heritage::canonicalJson(QJsonArray{what, text, proposed, contentHash})).left(16);
}

QJsonObject Remark::toJson() const
{
    return {{QStringLiteral("what"), what},
            {QStringLiteral("text"), text},
            {QStringLiteral("proposed"), proposed},
            {QStringLiteral("author"), author},
            {QStringLiteral("time"), time.toString(Qt::ISODate)},
            {QStringLiteral("contentHash"), contentHash}};
}

Result<Remark> Remark::fromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    Remark remark{text("what"),
                  text("text"),
                  text("proposed"),
                  text("author"),
                  QDateTime::fromString(text("time"), Qt::ISODate),
                  text("contentHash")};
    if (remark.what.isEmpty() || remark.text.isEmpty() || remark.contentHash.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("A remark does not say what it is about."));
    }
    return remark;
}

} // namespace loci::levels
