// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/auditjson.h"

#include "layers/domain/heritage/canonicaljson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace loci::storage::heritage {

using loci::heritage::canonicalJson;
using loci::heritage::FieldChange;

namespace {
const QString kBytes = QStringLiteral("$bytes");

QString stateHash(const std::optional<QByteArray> &document)
{
    return document ? loci::heritage::sha256(*document) : QString();
}

std::vector<FieldChange> changesOf(const std::optional<QByteArray> &before, const std::optional<QByteArray> &after)
{
    const QJsonValue undefined(QJsonValue::Undefined);
    if (!before) {
        return {{QString(), undefined, undefined}}; // the record itself holds what came
    }
    if (!after) {
        return {{QString(), documentValue(before), undefined}};
    }
    const QJsonValue first = documentValue(before);
    const QJsonValue second = documentValue(after);
    if (first.toObject().contains(kBytes) || second.toObject().contains(kBytes)) {
        return {{QString(), first, second}};
    }
    return loci::heritage::changesBetween(first, second);
}

void put(QJsonObject &json, const char *name, const QString &value)
{
    if (!value.isEmpty()) {
        json.insert(QLatin1String(name), value);
    }
}
} // namespace

QJsonValue documentValue(const std::optional<QByteArray> &document)
{
    if (!document) {
        return QJsonValue(QJsonValue::Undefined);
    }
    const QJsonDocument json = QJsonDocument::fromJson(*document);
    if (json.isObject()) {
        return json.object();
    }
    return QJsonObject{{kBytes, QString::fromLatin1(document->toBase64())}};
}

std::optional<QByteArray> documentBytes(const QJsonValue &value)
{
    if (!value.isObject()) {
        return std::nullopt;
    }
    const QJsonValue bytes = value.toObject().value(kBytes);
    return bytes.isString() ? QByteArray::fromBase64(bytes.toString().toLatin1()) : canonicalJson(value);
}

std::vector<AuditEntry> entriesFor(const QString &key, const std::optional<QByteArray> &before,
                                   const std::optional<QByteArray> &after, const ChangeContext &context)
{
    std::vector<FieldChange> changes = changesOf(before, after);
    std::vector<AuditEntry> entries;
    entries.reserve(changes.size());
    for (FieldChange &change : changes) {
        AuditEntry entry;
        entry.time = context.time;
        entry.made = context.made;
        entry.author = context.author;
        entry.action = context.action;
        entry.reason = context.reason;
        entry.title = context.title;
        entry.key = key;
        entry.change = std::move(change);
        entry.stateBefore = stateHash(before);
        entry.stateAfter = stateHash(after);
        entries.push_back(std::move(entry));
    }
    return entries;
}

QByteArray entryJson(const AuditEntry &entry)
{
    QJsonObject json{{QStringLiteral("number"), entry.number},
                     {QStringLiteral("time"), entry.time.toString(Qt::ISODateWithMs)},
                     {QStringLiteral("key"), entry.key},
                     {QStringLiteral("field"), entry.change.path}};
    put(json, "made", entry.made.isValid() ? entry.made.toUTC().toString(Qt::ISODateWithMs) : QString());
    put(json, "author", entry.author);
    put(json, "action", entry.action);
    put(json, "reason", entry.reason);
    put(json, "title", entry.title);
    put(json, "stateBefore", entry.stateBefore);
    put(json, "stateAfter", entry.stateAfter);
    if (!entry.change.before.isUndefined()) {
        json.insert(QStringLiteral("before"), entry.change.before);
    }
    if (!entry.change.after.isUndefined()) {
        json.insert(QStringLiteral("after"), entry.change.after);
    }
    return canonicalJson(json);
}

std::optional<AuditEntry> entryFromJson(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) {
        return std::nullopt;
    }
    const QJsonObject json = document.object();
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    AuditEntry entry;
    entry.number = json.value(QLatin1String("number")).toInteger();
    entry.time = QDateTime::fromString(text("time"), Qt::ISODateWithMs).toUTC();
    entry.made = QDateTime::fromString(text("made"), Qt::ISODateWithMs).toUTC();
    entry.author = text("author");
    entry.action = text("action");
    entry.reason = text("reason");
    entry.title = text("title");
    entry.key = text("key");
    entry.change = {text("field"), json.value(QLatin1String("before")), json.value(QLatin1String("after"))};
    entry.stateBefore = text("stateBefore");
    entry.stateAfter = text("stateAfter");
    return entry;
}

} // namespace loci::storage::heritage
