// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/heritage/catalogue.h"
#include "layers/workspace/workspace.h"

#include <QTemporaryDir>
#include <memory>

namespace loci::test {

/// A workspace with a catalogue in a folder of its own.
struct HeritageFixture
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("town.loci"));
    std::unique_ptr<workspace::Workspace> workspace;
    std::unique_ptr<workspace::Catalogue> catalogue;

    bool open()
    {
        catalogue.reset();
        workspace.reset();
        auto opened = QFile::exists(path) ? workspace::Workspace::open(path) : workspace::Workspace::create(path);
        if (!opened) {
            qWarning("%s / %s", qPrintable(opened.error().message), qPrintable(opened.error().detail));
            return false;
        }
        workspace = std::move(*opened);
        catalogue = std::make_unique<workspace::Catalogue>(*workspace);
        catalogue->setPerson(QStringLiteral("anna"));
        return true;
    }
    void close()
    {
        catalogue.reset();
        workspace.reset();
    }
};

inline heritage::Asset place(const QString &name, double longitude, double latitude)
{
    heritage::Asset asset = heritage::Asset::make(name, QStringLiteral("zh"));
    heritage::Geometry point;
    point.wkt = QStringLiteral("POINT(%1 %2)").arg(longitude, 0, 'g', 12).arg(latitude, 0, 'g', 12);
    asset.setParts<heritage::Geometry>({point});
    return asset;
}

inline heritage::Zone square(const QString &asset, double west, double south, double size)
{
    heritage::Zone zone = heritage::Zone::make(QStringLiteral("protection"));
    zone.set(QStringLiteral("/assets/0"), asset);
    zone.set(QStringLiteral("/name/zh"), QStringLiteral("保护范围"));
    heritage::ZoneVersion version;
    version.wkt = QStringLiteral("POLYGON((%1 %2,%3 %2,%3 %4,%1 %4,%1 %2))")
                      .arg(west)
                      .arg(south)
                      .arg(west + size)
                      .arg(south + size);
    version.from = QStringLiteral("2001-01-01");
    version.to = QStringLiteral("2019-04-30");
    version.decree = QStringLiteral("old");
    heritage::ZoneVersion later = version;
    later.from = QStringLiteral("2019-05-01");
    later.to.clear();
    later.decree = QStringLiteral("new");
    zone.setParts<heritage::ZoneVersion>({version, later});
    return zone;
}

} // namespace loci::test
