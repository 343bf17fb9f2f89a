// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace loci::formats {

/// A resource model of Arches, as far as rows need it.
struct ArchesGraph
{
    struct Node
    {
        QString id, name, alias, type;
        QHash<QString, QString> options; ///< ids of a domain's values with their texts
    };
    QString id, name;
    std::vector<Node> nodes;   ///< those that hold values, in the order of the document
    QHash<QString, int> index; ///< by id and by alias

    static ArchesGraph fromJson(const QJsonObject &json);
};

/// All models of a document: {"graph": [...]}.
std::vector<ArchesGraph> archesGraphs(const QJsonObject &document);
/// Arches' texts are plain or an object by language ({"en": {"value": "..."}}).
QString archesText(const QJsonValue &value);

} // namespace loci::formats
