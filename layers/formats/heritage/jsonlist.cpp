// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/jsonlist.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace loci::formats {

using heritage::RowTable;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::RowReader)
};

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::Array: {
        QStringList parts;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &entry : list) {
            parts << textOf(entry);
        }
        return parts.join(QLatin1String(", "));
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return {};
    }
}

} // namespace

Result<Loaded<RowTable>> readJsonList(const RowSource &source, const QJsonArray &list, const CancelToken &cancel)
{
    RowTable table;
    table.format = QStringLiteral("JSON");
    table.encoding = QStringLiteral("UTF-8");
    FindingList findings;
    QHash<QString, int> index;
    table.rows.reserve(static_cast<std::size_t>(list.size()));
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (i % 256 == 0 && cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Reading was cancelled."));
        }
        const QJsonValue entry = list[i];
        if (!entry.isObject()) {
            Finding finding;
            finding.severity = Severity::Warning;
            finding.code = QStringLiteral("not_an_object");
            finding.where = Texts::tr("row %1").arg(i + 1);
            finding.message = Texts::tr("The entry of the list is no object; it was left out.");
            finding.source = source.path;
            findings.add(std::move(finding));
            continue;
        }
        RowTable::Row row;
        row.number = i + 1;
        row.values.resize(static_cast<std::size_t>(table.columns.size()));
        const QJsonObject object = entry.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            auto known = index.constFind(member.key());
            if (known == index.constEnd()) {
                known = index.insert(member.key(), static_cast<int>(table.columns.size()));
                table.columns << member.key();
                row.values.emplace_back();
            }
            row.values[static_cast<std::size_t>(*known)] = textOf(member.value());
        }
        table.rows.push_back(std::move(row));
    }
    for (RowTable::Row &row : table.rows) {
        row.values.resize(static_cast<std::size_t>(table.columns.size()));
    }
    if (table.columns.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 holds no table.").arg(source.path));
    }
    return Loaded<RowTable>{std::move(table), findings.take()};
}

} // namespace loci::formats
