// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/companions.h"

#include "layers/formats/modelcache/bytestream.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <algorithm>

namespace loci::formats::modelcache {

namespace {

constexpr std::size_t kMostFiles = 2000;

bool isOurs(const QString &name)
{
    return name.contains(QLatin1String(".loci")); // workspaces, their journals and folders of kept models
}

} // namespace

std::optional<std::vector<Companion>> companionsOf(const QString &source)
{
    const QFileInfo info(source);
    const QDir folder = info.absoluteDir();
    std::vector<Companion> companions;
    for (QDirIterator it(folder.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        const QString name = folder.relativeFilePath(path);
        if (isOurs(name) || path == info.absoluteFilePath()) {
            continue;
        }
        if (companions.size() == kMostFiles) {
            return std::nullopt;
        }
        if (const auto stamp = stampOf(path)) {
            companions.push_back({name, *stamp});
        }
    }
    std::sort(companions.begin(), companions.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return companions;
}

bool areOlder(const std::vector<Companion> &companions, std::int64_t moment)
{
    return std::all_of(companions.begin(), companions.end(), [moment](const Companion &companion) {
        return std::max(companion.stamp.modified, companion.stamp.changed) < moment - kCoarsestTick;
    });
}

std::string toBytes(const std::vector<Companion> &companions)
{
    ByteWriter out;
    out << static_cast<std::uint32_t>(companions.size());
    for (const Companion &c : companions) {
        out << c.name << c.stamp.bytes << c.stamp.modified << c.stamp.changed << c.stamp.inode;
    }
    return out.bytes();
}

std::optional<std::vector<Companion>> companionsFromBytes(std::string_view bytes)
{
    ByteReader in(bytes);
    std::vector<Companion> companions(in.count());
    for (Companion &c : companions) {
        in >> c.name >> c.stamp.bytes >> c.stamp.modified >> c.stamp.changed >> c.stamp.inode;
    }
    return in.good() && in.atEnd() ? std::optional(std::move(companions)) : std::nullopt;
}

} // namespace loci::formats::modelcache
