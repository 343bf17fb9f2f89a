// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/catalogue/inventory.h"

#include "layers/domain/catalogue/cadence.h"
#include "layers/domain/feeds/feeddescription.h"
#include "layers/storage/feeds/observationhome.h"
#include "layers/storage/indicatorstore.h"
#include "layers/workspace/catalogue/datacatalogue.h"
#include "layers/workspace/catalogue/layerfacts.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/references.h"

#include <QFileInfo>
#include <algorithm>
#include <tuple>

namespace loci::workspace {

using catalogue::Entry;
using catalogue::Kind;
using catalogue::Sharing;
using indicators::Words;

namespace {

const QString kTablePrefix = QStringLiteral("table/");

class Inventory
{
public:
    explicit Inventory(const Workspace &workspace) : m_workspace(workspace) {}
    std::vector<Entry> take();

private:
    void addLayers();
    void addModels();
    void addFeeds();
    void addIndicators();
    void addFile(Entry &entry, const QString &path);
    QString tableOf(const QString &source);
    QStringList sourcesOf(const indicators::Definition &definition);
    std::map<QString, QDateTime> computed() const;
    std::map<QString, QDateTime> observed() const;

    const Workspace &m_workspace;
    std::vector<Entry> m_entries;
    std::map<QString, QString> m_byPath; // absolute path -> id
};

Words both(const QString &text)
{
    return {text, text};
}

Sharing sharingOf(feeds::Sharing sharing)
{
    switch (sharing) {
    case feeds::Sharing::Public:
        return Sharing::Unconditional;
    case feeds::Sharing::Internal:
        return Sharing::Conditional;
    case feeds::Sharing::Restricted:
        break;
    }
    return Sharing::Undecided;
}

void keepNewest(std::map<QString, QDateTime> &times, const QString &key, const QDateTime &time)
{
    QDateTime &kept = times[key];
    if (!kept.isValid() || kept < time) {
        kept = time;
    }
}

/// What the person said takes the place of what the documents say, where something was said.
void overlay(Entry &entry, const catalogue::Description &said)
{
    const auto words = [](Words &mine, const Words &theirs) {
        mine.zh = theirs.zh.isEmpty() ? mine.zh : theirs.zh;
        mine.en = theirs.en.isEmpty() ? mine.en : theirs.en;
    };
    const auto text = [](QString &mine, const QString &theirs) { mine = theirs.isEmpty() ? mine : theirs; };
    words(entry.said.title, said.title);
    words(entry.said.text, said.text);
    words(entry.said.department, said.department);
    words(entry.said.quality, said.quality);
    words(entry.said.lineage, said.lineage);
    entry.said.condition = said.condition;
    entry.said.basis = said.basis;
    text(entry.said.licence, said.licence);
    text(entry.said.contact, said.contact);
    text(entry.said.cadence, said.cadence);
    entry.said.sharing = said.sharing;
    entry.described = true;
}

void Inventory::addFile(Entry &entry, const QString &path)
{
    const QString absolute = resolvedPath(m_workspace.path(), path);
    const QFileInfo file(absolute);
    entry.source = storedPath(m_workspace.path(), absolute);
    entry.format = entry.format.isEmpty() ? file.suffix() : entry.format;
    if (file.exists()) {
        entry.updated = file.lastModified().toUTC();
    }
    m_byPath.emplace(file.absoluteFilePath(), entry.id);
}

void Inventory::addLayers()
{
    const QStringList keys = m_workspace.keys(QLatin1String(key::kMapLayerPrefix));
    for (const QString &key : keys) {
        const QByteArray document = m_workspace.document(key).value_or(QByteArray());
        const LayerFacts facts = layerFacts(document);
        const Reference source = referenceOf(key, document);
        Entry entry;
        entry.id = key;
        entry.kind = facts.isTable ? Kind::Table : Kind::Layer;
        entry.said.title = both(facts.name);
        entry.said.text = both(facts.text);
        entry.crs = facts.crs;
        entry.format = source.path.isEmpty() ? facts.provider : QString();
        entry.source = source.remote;
        entry.table = facts.table;
        if (!source.path.isEmpty()) {
            addFile(entry, source.path);
        }
        m_entries.push_back(std::move(entry));
    }
}

void Inventory::addModels()
{
    const QStringList keys = m_workspace.keys(QLatin1String(key::kCityModelPrefix));
    for (const QString &key : keys) {
        const QJsonObject json = m_workspace.json(key);
        const Reference source = referenceOf(key, m_workspace.document(key).value_or(QByteArray()));
        Entry entry;
        entry.id = key;
        entry.kind = Kind::Model;
        entry.said.title = both(json[QStringLiteral("name")].toString());
        entry.source = source.remote;
        if (!source.path.isEmpty()) {
            addFile(entry, source.path);
        }
        m_entries.push_back(std::move(entry));
    }
}

std::map<QString, QDateTime> Inventory::observed() const
{
    std::map<QString, QDateTime> times;
    const auto queries = m_workspace.observations().openToRead();
    const auto streams = queries && *queries ? (*queries)->streams() : Result<std::vector<storage::StoredStream>>();
    for (const storage::StoredStream &stream : streams.value_or(std::vector<storage::StoredStream>())) {
        if (stream.last) {
            keepNewest(times, stream.description.feed,
                       QDateTime::fromMSecsSinceEpoch(stream.last->phenomenon, Qt::UTC));
        }
    }
    return times;
}

void Inventory::addFeeds()
{
    const auto times = observed();
    const QStringList keys = m_workspace.keys(QLatin1String(feeds::kFeedPrefix));
    for (const QString &key : keys) {
        const auto feed = feeds::FeedDescription::fromJson(m_workspace.json(key));
        if (!feed) {
            continue; // the feed room tells what is wrong with it
        }
        Entry entry;
        entry.id = key;
        entry.kind = Kind::Stream;
        entry.said.title = {feed->name(true), feed->name(false)};
        entry.said.cadence = catalogue::Period::textOf(feed->cadenceMs);
        entry.said.sharing = sharingOf(feed->sharing);
        entry.format = feeds::transportCode(feed->transport);
        entry.source = feed->address.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
        entry.items.reserve(static_cast<qsizetype>(feed->streams.size()));
        for (const feeds::StreamDescription &stream : feed->streams) {
            entry.items << stream.id;
        }
        if (feed->isSimulated()) {
            entry.said.quality = {QStringLiteral("模拟数据，非实测"), QStringLiteral("Simulated, not measured")};
        }
        if (const auto time = times.find(feed->id); time != times.end()) {
            entry.updated = time->second;
        }
        m_entries.push_back(std::move(entry));
    }
}

QString Inventory::tableOf(const QString &source)
{
    const QFileInfo file(resolvedPath(m_workspace.path(), source));
    if (const auto known = m_byPath.find(file.absoluteFilePath()); known != m_byPath.end()) {
        return known->second;
    }
    Entry entry;
    entry.id = kTablePrefix + storedPath(m_workspace.path(), file.absoluteFilePath());
    entry.kind = Kind::Table;
    entry.said.title = both(file.fileName());
    addFile(entry, source);
    m_entries.push_back(entry);
    return entry.id;
}

QStringList Inventory::sourcesOf(const indicators::Definition &definition)
{
    QStringList ids;
    const auto add = [&ids](const QString &id) {
        if (!id.isEmpty() && !ids.contains(id)) {
            ids << id;
        }
    };
    for (const indicators::Input &input : definition.inputs) {
        const indicators::Binding &from = input.from;
        switch (from.kind) {
        case indicators::Binding::Kind::Table:
            add(tableOf(from.source));
            break;
        case indicators::Binding::Kind::Indicator:
            add(QLatin1String(key::kIndicatorPrefix) + from.source);
            break;
        case indicators::Binding::Kind::CityModel:
            add(m_workspace
                    .keys(QLatin1String(key::kCityModelPrefix) +
                          (from.source == QLatin1String("*") ? QString() : from.source))
                    .value(0));
            break;
        case indicators::Binding::Kind::Stream:
        case indicators::Binding::Kind::None:
            break;
        }
        for (const QString &other : {from.nearSource, from.reach.source}) {
            add(other.isEmpty() ? QString() : tableOf(other));
        }
    }
    return ids;
}

std::map<QString, QDateTime> Inventory::computed() const
{
    std::map<QString, QDateTime> times;
    for (const storage::IndicatorRow &row : m_workspace.indicatorValues()) {
        keepNewest(times, row.code, row.computed);
    }
    return times;
}

void Inventory::addIndicators()
{
    const auto times = computed();
    const QString prefix = QLatin1String(key::kIndicatorPrefix);
    const QStringList keys = m_workspace.keys(prefix);
    for (const QString &key : keys) {
        const auto definition = indicators::Definition::fromJson(m_workspace.json(key));
        if (!definition) {
            continue; // the indicator room tells what is wrong with it
        }
        Entry entry;
        entry.id = prefix + definition->code;
        entry.kind = Kind::Indicator;
        entry.said.title = definition->name;
        entry.said.text = definition->text;
        entry.said.department = definition->department;
        entry.said.cadence = definition->cadence;
        entry.said.lineage = both(definition->source);
        entry.format = definition->unit;
        entry.madeFrom = sourcesOf(*definition);
        if (const auto time = times.find(definition->code); time != times.end()) {
            entry.updated = time->second;
        }
        m_entries.push_back(std::move(entry));
    }
}

std::vector<Entry> Inventory::take()
{
    addLayers();
    addModels();
    addFeeds();
    addIndicators();
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.kind, a.said.title.en, a.id) < std::tie(b.kind, b.said.title.en, b.id);
    });
    return std::move(m_entries);
}

} // namespace

std::vector<Entry> inventory(const Workspace &workspace, const FactsById &facts)
{
    std::vector<Entry> entries = Inventory(workspace).take();
    for (Entry &entry : entries) {
        if (const auto read = facts.find(entry.id); read != facts.end()) {
            entry.crs = read->second.crs.isEmpty() ? entry.crs : read->second.crs;
            entry.extent = read->second.extent;
            entry.items = read->second.items.isEmpty() ? entry.items : read->second.items;
        }
        const QString said = QLatin1String(key::kSharedEntry) + entry.id;
        if (workspace.document(said)) {
            if (const auto description = catalogue::Description::fromJson(workspace.json(said))) {
                overlay(entry, *description);
            }
        }
    }
    return entries;
}

std::vector<EntryFile> entryFiles(const Workspace &workspace)
{
    std::vector<EntryFile> files;
    for (const Entry &entry : Inventory(workspace).take()) {
        const bool isData = entry.kind == Kind::Layer || entry.kind == Kind::Table || entry.kind == Kind::Model;
        const QString path =
            isData && !entry.source.isEmpty() ? resolvedPath(workspace.path(), entry.source) : QString();
        if (!path.isEmpty() && QFileInfo::exists(path)) {
            files.push_back({entry.id, path, entry.table, entry.kind});
        }
    }
    return files;
}

} // namespace loci::workspace
