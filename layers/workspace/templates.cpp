// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/templates.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

static void initialiseTemplates() // outside of namespaces, as the macro wants it
{
    Q_INIT_RESOURCE(templates);
}

namespace loci::workspace {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::Template)
};

/// Texts as they are, everything else as compact JSON.
std::vector<std::pair<QString, QByteArray>> entriesOf(const QJsonObject &json)
{
    std::vector<std::pair<QString, QByteArray>> entries;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const QJsonValue value = entry.value();
        entries.emplace_back(entry.key(), value.isString()
                                              ? value.toString().toUtf8()
                                              : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    return entries;
}
} // namespace

QStringList templateIds()
{
    return {QStringLiteral("planning"), QStringLiteral("heritage"), QStringLiteral("briefing")};
}

Result<Template> loadTemplate(const QString &id)
{
    if (id.isEmpty()) {
        return Template{};
    }
    if (!templateIds().contains(id)) {
        return fail(ErrorCode::Usage, Texts::tr("There is no workspace template “%1”; the templates are %2.")
                                          .arg(id, templateIds().join(QStringLiteral(", "))));
    }
    initialiseTemplates();
    QFile file(QStringLiteral(":/loci/templates/%1.json").arg(id));
    QJsonParseError error;
    const QJsonObject json =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll(), &error).object() : QJsonObject();
    if (json.value(QStringLiteral("id")).toString() != id) {
        return fail(ErrorCode::Internal, Texts::tr("The workspace template “%1” cannot be read.").arg(id),
                    file.fileName());
    }
    return Template{id, entriesOf(json.value(QStringLiteral("documents")).toObject()),
                    entriesOf(json.value(QStringLiteral("viewState")).toObject())};
}

} // namespace loci::workspace
