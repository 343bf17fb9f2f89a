// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/archesgraph.h"

namespace loci::formats {

namespace {

QHash<QString, QString> optionsOf(const QJsonObject &config)
{
    QHash<QString, QString> options;
    const QJsonArray list = config.value(QLatin1String("options")).toArray();
    for (const QJsonValue &entry : list) {
        const QJsonObject option = entry.toObject();
        options.insert(option.value(QLatin1String("id")).toString(), archesText(option.value(QLatin1String("text"))));
    }
    return options;
}

} // namespace

QString archesText(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QJsonObject byLanguage = value.toObject();
    for (const char *language : {"en", "en-US", "en-us"}) {
        const QJsonValue own = byLanguage.value(QLatin1String(language));
        const QString text = own.isString() ? own.toString() : own.toObject().value(QLatin1String("value")).toString();
        if (!text.isEmpty()) {
            return text;
        }
    }
    for (const QJsonValue own : byLanguage) {
        const QString text = own.isString() ? own.toString() : own.toObject().value(QLatin1String("value")).toString();
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

ArchesGraph ArchesGraph::fromJson(const QJsonObject &json)
{
    ArchesGraph graph;
    graph.id = json.value(QLatin1String("graphid")).toString();
    graph.name = archesText(json.value(QLatin1String("name")));
    const QJsonArray nodes = json.value(QLatin1String("nodes")).toArray();
    graph.nodes.reserve(static_cast<std::size_t>(nodes.size()));
    for (const QJsonValue &entry : nodes) {
        const QJsonObject node = entry.toObject();
        const QString type = node.value(QLatin1String("datatype")).toString();
        if (type == QLatin1String("semantic")) {
            continue;
        }
        const QString id = node.value(QLatin1String("nodeid")).toString();
        const QString alias = node.value(QLatin1String("alias")).toString();
        graph.index.insert(id, static_cast<int>(graph.nodes.size()));
        if (!alias.isEmpty()) {
            graph.index.insert(alias, static_cast<int>(graph.nodes.size()));
        }
        graph.nodes.push_back({id, node.value(QLatin1String("name")).toString(), alias, type,
                               optionsOf(node.value(QLatin1String("config")).toObject())});
    }
    return graph;
}

std::vector<ArchesGraph> archesGraphs(const QJsonObject &document)
{
    std::vector<ArchesGraph> graphs;
    const QJsonArray list = document.value(QLatin1String("graph")).toArray();
    graphs.reserve(static_cast<std::size_t>(list.size()));
    for (const QJsonValue &entry : list) {
        graphs.push_back(ArchesGraph::fromJson(entry.toObject()));
    }
    return graphs;
}

} // namespace loci::formats
