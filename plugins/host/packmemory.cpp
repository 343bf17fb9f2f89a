// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/host/packmemory.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace loci::packs {

namespace {

std::map<QString, QString> mapFrom(const QJsonObject &json)
{
    std::map<QString, QString> map;
    for (auto one = json.begin(); one != json.end(); ++one) {
        map.insert({one.key(), one.value().toString()});
    }
    return map;
}

QJsonObject toJson(const std::map<QString, QString> &map)
{
    QJsonObject json;
    for (const auto &[key, value] : map) {
        json.insert(key, value);
    }
    return json;
}

template <class Map>
std::optional<QString> lookUp(const Map &map, const QString &key)
{
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

PackMemory::PackMemory(QString folder) : m_folder(std::move(folder))
{
    QFile file(QDir(m_folder).filePath(QStringLiteral("packs.json")));
    const QJsonObject json =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    m_disabled = mapFrom(json.value(QStringLiteral("disabled")).toObject());
    m_trials = mapFrom(json.value(QStringLiteral("trials")).toObject());
    const QJsonArray agreed = json.value(QStringLiteral("agreed")).toArray();
    for (const auto &hash : agreed) {
        m_agreed << hash.toString().toLatin1();
    }
}

QList<QByteArray> PackMemory::agreed() const
{
    return m_agreed;
}

void PackMemory::agree(const QByteArray &files)
{
    m_agreed << files;
    save();
}

std::optional<QString> PackMemory::disabledBecause(const QString &id) const
{
    return lookUp(m_disabled, id);
}

void PackMemory::disable(const QString &id, const QString &reason)
{
    m_disabled[id] = reason;
    save();
}

void PackMemory::enable(const QString &id)
{
    m_disabled.erase(id);
    m_trials.clear(); // tried anew: whoever turns it on again may have mended it
    save();
}

std::optional<QString> PackMemory::trialOf(const QByteArray &files) const
{
    return lookUp(m_trials, QString::fromLatin1(files));
}

void PackMemory::keepTrial(const QByteArray &files, const QString &problem)
{
    m_trials[QString::fromLatin1(files)] = problem;
    save();
}

QString PackMemory::markerPath() const
{
    return QDir(m_folder).filePath(QStringLiteral("pack-at-work"));
}

void PackMemory::enter(const QString &id)
{
    QDir().mkpath(m_folder);
    QFile file(markerPath());
    if (file.open(QIODevice::WriteOnly)) {
        file.write(id.toUtf8());
    }
}

void PackMemory::leave()
{
    QFile::remove(markerPath());
}

std::optional<QString> PackMemory::leftInside() const
{
    QFile file(markerPath());
    return file.open(QIODevice::ReadOnly) ? std::optional(QString::fromUtf8(file.readAll())) : std::nullopt;
}

void PackMemory::save() const
{
    QDir().mkpath(m_folder);
    QJsonArray agreed;
    for (const QByteArray &hash : m_agreed) {
        agreed.append(QString::fromLatin1(hash));
    }
    QSaveFile file(QDir(m_folder).filePath(QStringLiteral("packs.json")));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(QJsonObject{{QStringLiteral("agreed"), agreed},
                                             {QStringLiteral("disabled"), toJson(m_disabled)},
                                             {QStringLiteral("trials"), toJson(m_trials)}})
                       .toJson());
        file.commit();
    }
}

} // namespace loci::packs
