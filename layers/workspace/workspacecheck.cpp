// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/workspacecheck.h"

#include "layers/storage/documentstore.h"
#include "layers/storage/historystore.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QXmlStreamReader>

namespace loci::workspace {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::WorkspaceCheck)
};

bool startsWithAny(const QString &key, std::initializer_list<const char *> prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&key](const char *prefix) { return key.startsWith(QLatin1String(prefix)); });
}

/// What is wrong with a document, empty when nothing. Documents of other rooms are bytes to us.
QString faultOf(const QString &key, const QByteArray &document)
{
    if (startsWithAny(key, {key::kMapLayerPrefix, key::kMapTree})) {
        QXmlStreamReader reader(document);
        while (!reader.atEnd()) {
            reader.readNext();
        }
        return reader.hasError() ? reader.errorString() : QString();
    }
    if (startsWithAny(key, {key::kMapSettings, key::kCityModelPrefix, key::kBookmarkPrefix, key::kPrintTexts})) {
        QJsonParseError error;
        QJsonDocument::fromJson(document, &error);
        return error.error == QJsonParseError::NoError ? QString() : error.errorString();
    }
    return {};
}
} // namespace

Findings checkContents(storage::Database &database, const QString &path)
{
    FindingList list;
    for (const Finding &finding : database.integrity()) {
        list.add(finding);
    }
    const auto unreadable = [&list, &path](const QString &object, const Error &error) {
        list.add({Severity::Error, QStringLiteral("unreadable"), object, error.detail, error.message, path});
    };
    const storage::DocumentStore documents(database);
    const auto keys = documents.keys({});
    if (!keys) {
        unreadable({}, keys.error());
        return list.take();
    }
    for (const QString &key : *keys) {
        const auto document = documents.value(key);
        if (!document) {
            unreadable(key, document.error());
            continue;
        }
        if (const QString fault = faultOf(key, document->value_or(QByteArray())); !fault.isEmpty()) {
            list.add({Severity::Error, QStringLiteral("document_invalid"), key, fault,
                      Texts::tr("The stored item %1 cannot be read: %2.").arg(key, fault), path});
        }
    }
    const storage::HistoryStore history(database);
    const auto entries = history.entries(0);
    if (!entries) {
        unreadable({}, entries.error());
        return list.take();
    }
    for (const storage::StoredEntry &entry : *entries) {
        if (const auto changes = history.changes(entry.id); !changes) {
            unreadable(QStringLiteral("history/%1").arg(entry.id), changes.error());
        }
    }
    return list.take();
}

} // namespace loci::workspace
