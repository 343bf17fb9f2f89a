// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/compare.h"

#include "layers/domain/city/comparegeometry.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

namespace loci::city {

namespace {

/// The columns of one name in both versions; either may be missing.
struct ColumnPair
{
    QString name;
    const AttributeColumn *before = nullptr;
    const AttributeColumn *after = nullptr;
};

std::vector<ColumnPair> columnsOf(const CityModel &before, const CityModel &after)
{
    std::vector<ColumnPair> pairs;
    for (const auto &column : before.attributes.columns()) {
        pairs.push_back({QString::fromStdString(column->name()), column.get(), after.attributes.find(column->name())});
    }
    for (const auto &column : after.attributes.columns()) {
        if (!before.attributes.find(column->name())) {
            pairs.push_back({QString::fromStdString(column->name()), nullptr, column.get()});
        }
    }
    return pairs;
}

QJsonValue valueOf(const AttributeColumn *column, std::uint32_t row)
{
    const std::string json = column ? column->json(row) : std::string();
    if (json.empty()) {
        return QJsonValue(QJsonValue::Undefined);
    }
    // A document is an object or an array: the value stands in one.
    return QJsonDocument::fromJson(QByteArray("[") + QByteArray::fromStdString(json) + ']').array().at(0);
}

bool isNumeric(const AttributeColumn &column)
{
    return column.kind() == AttributeColumn::Kind::Integer || column.kind() == AttributeColumn::Kind::Real;
}

bool sameValue(const ColumnPair &pair, ObjectIndex a, ObjectIndex b)
{
    if (pair.before && pair.after && isNumeric(*pair.before) && isNumeric(*pair.after)) {
        return pair.before->number(a) == pair.after->number(b);
    }
    const std::string before = pair.before ? pair.before->json(a) : std::string();
    const std::string after = pair.after ? pair.after->json(b) : std::string();
    return before == after || (!before.empty() && !after.empty() && valueOf(pair.before, a) == valueOf(pair.after, b));
}

bool sameParent(const CityModel &before, ObjectIndex a, const CityModel &after, ObjectIndex b)
{
    const ObjectIndex p = before.objectParent[a];
    const ObjectIndex q = after.objectParent[b];
    if (p == kNone || q == kNone) {
        return p == q;
    }
    return before.objectIds[p] == after.objectIds[q];
}

ObjectDifference differenceOf(const CityModel &before, ObjectIndex a, const CityModel &after, ObjectIndex b,
                              const std::vector<ColumnPair> &columns, double tolerance)
{
    ObjectDifference difference;
    difference.before = a;
    difference.after = b;
    const GeometryAgreement agreement = compareGeometry(before, a, after, b, tolerance);
    difference.geometry = !agreement.geometry;
    difference.semantics = !agreement.semantics;
    difference.type = before.typeOf(a) != after.typeOf(b);
    difference.parent = !sameParent(before, a, after, b);
    for (const ColumnPair &pair : columns) {
        if (!sameValue(pair, a, b)) {
            difference.attributes.append(pair.name);
        }
    }
    return difference;
}

} // namespace

Result<Comparison> compare(const CityModel &before, const CityModel &after, const CompareOptions &options,
                           const CancelToken &cancel)
{
    if (before.crs.isKnown() && after.crs.isKnown() && before.crs != after.crs) {
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("Compare", "The two versions lie in different reference systems "
                                                           "(EPSG:%1 and EPSG:%2) and cannot be compared as they are.")
                        .arg(before.crs.value())
                        .arg(after.crs.value()));
    }
    Comparison result;
    for (ObjectIndex b = 0; b < after.objectCount(); ++b) {
        if (before.find(after.objectIds[b]) == kNone) {
            result.differences.emplace_back().after = b;
            ++result.added;
        }
    }
    for (ObjectIndex a = 0; a < before.objectCount(); ++a) {
        if (after.find(before.objectIds[a]) == kNone) {
            result.differences.emplace_back().before = a;
            ++result.removed;
        }
    }
    const std::vector<ColumnPair> columns = columnsOf(before, after);
    for (ObjectIndex b = 0; b < after.objectCount(); ++b) {
        if ((b & 255U) == 0 && cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, {});
        }
        const ObjectIndex a = before.find(after.objectIds[b]);
        if (a == kNone) {
            continue;
        }
        ObjectDifference difference = differenceOf(before, a, after, b, columns, options.tolerance);
        const bool shape = difference.geometry || difference.semantics;
        const bool words = difference.hasOtherAttributes();
        result.geometryChanged += shape ? 1 : 0;
        result.attributesChanged += words ? 1 : 0;
        if (shape || words) {
            result.differences.push_back(std::move(difference));
        } else {
            ++result.same;
        }
    }
    return result;
}

QJsonObject toJson(const Comparison &comparison, const CityModel &before, const CityModel &after)
{
    QJsonArray added;
    QJsonArray removed;
    QJsonArray changed;
    for (const ObjectDifference &difference : comparison.differences) {
        if (difference.isAdded()) {
            added.append(after.idOf(difference.after));
            continue;
        }
        if (difference.isRemoved()) {
            removed.append(before.idOf(difference.before));
            continue;
        }
        QJsonObject attributes;
        for (const QString &name : difference.attributes) {
            QJsonObject values;
            const QJsonValue was = valueOf(before.attributes.find(name.toStdString()), difference.before);
            const QJsonValue is = valueOf(after.attributes.find(name.toStdString()), difference.after);
            if (!was.isUndefined()) {
                values[QStringLiteral("before")] = was;
            }
            if (!is.isUndefined()) {
                values[QStringLiteral("after")] = is;
            }
            attributes[name] = values;
        }
        changed.append(QJsonObject{{QStringLiteral("id"), after.idOf(difference.after)},
                                   {QStringLiteral("geometry"), difference.geometry},
                                   {QStringLiteral("semantics"), difference.semantics},
                                   {QStringLiteral("type"), difference.type},
                                   {QStringLiteral("parent"), difference.parent},
                                   {QStringLiteral("attributes"), attributes}});
    }
    return {{QStringLiteral("same"), static_cast<qint64>(comparison.same)},
            {QStringLiteral("added"), added},
            {QStringLiteral("removed"), removed},
            {QStringLiteral("changed"), changed}};
}

} // namespace loci::city
