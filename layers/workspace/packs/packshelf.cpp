// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/packs/packshelf.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <algorithm>
#include <array>

namespace loci::workspace {

namespace {

const QString kPrefix = QStringLiteral("pack/");
const QString kShelf = QStringLiteral("/shelf/");
const QString kLayer = QStringLiteral("layer:");

QString entryKey(const QString &id)
{
    return kPrefix + id;
}

QString shelfKey(const QString &id, const QString &key)
{
    return kPrefix + id + kShelf + key;
}

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray bytesOf(const PackEntry &entry)
{
    QJsonObject owned;
    for (const auto &[key, hash] : entry.owned) {
        owned.insert(key, hash);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), entry.version.text()},
                                     {QStringLiteral("on"), entry.on},
                                     {QStringLiteral("owned"), owned}})
        .toJson(QJsonDocument::Compact);
}

/// Makes the change document by document.
class Planner
{
public:
    Planner(const Workspace &workspace, const QString &id, const QString &title)
        : m_workspace(workspace)
        , m_entry(packEntry(workspace, id))
    {
        m_change.command.title = title;
        m_change.command.reason = title;
    }

    PackEntry &entry() { return m_entry; }

    void bring(const QString &key, const QByteArray &bytes)
    {
        const auto now = m_workspace.document(key);
        const auto shelved = m_workspace.document(shelfKey(m_entry.id, key));
        const auto before = m_entry.owned.find(key);
        const bool ours = before != m_entry.owned.end();
        const bool untouched = ours && before->second == hashOf(now ? *now : shelved.value_or(QByteArray()));
        if (now && !ours) {
            note(key, Fate::KeepForeign);
            return;
        }
        if (now && ours && *now == bytes) {
            return;
        }
        if (now && !untouched) {
            note(key, Fate::KeepChanged);
            return;
        }
        if (shelved) {
            put(shelfKey(m_entry.id, key), {});
        }
        if (shelved && !untouched) {
            put(key, shelved);
            note(key, Fate::Return);
            return;
        }
        put(key, bytes);
        note(key, now ? Fate::Replace : shelved && *shelved == bytes ? Fate::Return : Fate::Add);
        m_entry.owned[key] = hashOf(bytes);
    }

    /// What the pack does not bring from its files (map layers made of them, documents of an older version).
    void bringBack(const QString &key)
    {
        if (const auto shelved = m_workspace.document(shelfKey(m_entry.id, key)); shelved) {
            put(shelfKey(m_entry.id, key), {});
            put(key, shelved);
            note(key, Fate::Return);
        }
    }

    void shelve(const QString &key)
    {
        if (const auto now = m_workspace.document(key); now) {
            put(shelfKey(m_entry.id, key), now);
            put(key, {});
            note(key, Fate::Shelve);
        }
    }

    PackChange finish()
    {
        put(entryKey(m_entry.id), bytesOf(m_entry));
        std::sort(m_change.fates.begin(), m_change.fates.end());
        return std::move(m_change);
    }

private:
    void put(const QString &key, std::optional<QByteArray> bytes)
    {
        m_change.command.changes.push_back({key, {}, std::move(bytes)});
    }
    void note(const QString &key, Fate fate) { m_change.fates.emplace_back(key, fate); }

    const Workspace &m_workspace;
    PackEntry m_entry;
    PackChange m_change;
};

} // namespace

QString toText(Fate fate)
{
    static constexpr std::array kNames = {"add", "return", "replace", "keepChanged", "keepForeign", "shelve"};
    return QLatin1String(kNames.at(static_cast<std::size_t>(fate)));
}

std::vector<PackEntry> packEntries(const Workspace &workspace)
{
    std::vector<PackEntry> entries;
    const QStringList keys = workspace.keys(kPrefix);
    for (const QString &key : keys) {
        if (key.count(QLatin1Char('/')) == 1) {
            entries.push_back(packEntry(workspace, key.mid(kPrefix.size())));
        }
    }
    return entries;
}

PackEntry packEntry(const Workspace &workspace, const QString &id)
{
    const QJsonObject json = workspace.json(entryKey(id));
    PackEntry entry;
    entry.id = id;
    entry.version =
        packs::Version::fromText(json.value(QStringLiteral("version")).toString()).value_or(packs::Version{});
    entry.on = json.value(QStringLiteral("on")).toBool();
    const QJsonObject owned = json.value(QStringLiteral("owned")).toObject();
    for (auto one = owned.begin(); one != owned.end(); ++one) {
        entry.owned.insert({one.key(), one.value().toString()});
    }
    return entry;
}

PackChange turnOn(const Workspace &workspace, const packs::Manifest &pack, const packs::Contents &contents,
                  const QString &title)
{
    Planner planner(workspace, pack.id, title);
    for (const auto &[key, bytes] : contents.documents) {
        planner.bring(key, bytes);
    }
    const auto owned = planner.entry().owned;
    for (const auto &[key, hash] : owned) {
        if (contents.documents.contains(key)) {
            continue;
        }
        if (planner.entry().version == pack.version || hash.startsWith(kLayer)) {
            planner.bringBack(key);
        } else {
            planner.shelve(key); // the new version does not bring it any more
        }
    }
    planner.entry().version = pack.version;
    planner.entry().on = true;
    return planner.finish();
}

PackChange turnOff(const Workspace &workspace, const QString &id, const QString &title)
{
    Planner planner(workspace, id, title);
    for (const auto &[key, hash] : planner.entry().owned) {
        planner.shelve(key);
    }
    planner.entry().on = false;
    return planner.finish();
}

Command ownLayer(const Workspace &workspace, const QString &id, const QString &layer, const QStringList &keys,
                 const QString &title)
{
    PackEntry entry = packEntry(workspace, id);
    for (const QString &key : keys) {
        entry.owned[key] = kLayer + layer;
    }
    Command command;
    command.title = title;
    command.changes.push_back({entryKey(id), {}, bytesOf(entry)});
    return command;
}

QStringList ownedLayers(const PackEntry &entry)
{
    QStringList layers;
    for (const auto &[key, origin] : entry.owned) {
        if (origin.startsWith(kLayer)) {
            layers << origin.mid(kLayer.size());
        }
    }
    layers.removeDuplicates();
    return layers;
}

} // namespace loci::workspace
