// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/everymodel_readme.h"

#include "tests/support/testenvironment.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace loci::test {

namespace {

/// Elements that are no city objects of ours: the terrain's frame, and time series about objects.
bool isFrame(const QString &name)
{
    return name == QLatin1String("ReliefFeature") || name == QLatin1String("Dynamizer");
}

bool isThematic(const QString &name)
{
    return name.endsWith(QLatin1String("Surface")) || name == QLatin1String("Door") || name == QLatin1String("Window");
}

QMap<QString, int> listOf(const QString &text)
{
    static const QRegularExpression item(QStringLiteral("(\\+?[A-Za-z]+) (\\d+)"));
    QMap<QString, int> counts;
    for (auto it = item.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        counts.insert(match.captured(1), match.captured(2).toInt());
    }
    return counts;
}

ReadmeCounts ofCityJson(const QString &measured)
{
    static const QRegularExpression objects(QStringLiteral("(\\d+) CityObjects(?: \\(([^)]*)\\))?"));
    static const QRegularExpression surfaces(QStringLiteral("semantic surfaces: ([^;|]*)"));
    ReadmeCounts counts;
    if (const auto found = objects.match(measured); found.hasMatch()) {
        counts.objects = found.captured(1).toInt();
        counts.types = listOf(found.captured(2));
    }
    counts.semantics = listOf(surfaces.match(measured).captured(1));
    return counts;
}

ReadmeCounts ofCityGml(const QString &measured)
{
    static const QMap<QString, QString> names{{QStringLiteral("Room"), QStringLiteral("BuildingRoom")},
                                              {QStringLiteral("WindowSurface"), QStringLiteral("Window")},
                                              {QStringLiteral("DoorSurface"), QStringLiteral("Door")}};
    ReadmeCounts counts;
    const QMap<QString, int> elements = listOf(measured.section(QLatin1Char(';'), 1, 1));
    for (auto it = elements.begin(); it != elements.end(); ++it) {
        const QString name = names.value(it.key(), it.key());
        if (!isFrame(name)) {
            (isThematic(name) ? counts.semantics : counts.types).insert(name, it.value());
        }
    }
    return counts;
}

} // namespace

QMap<QString, ReadmeCounts> readmeCounts()
{
    QMap<QString, ReadmeCounts> all;
    QFile file(sharedData(QStringLiteral("README.md")));
    if (!file.open(QIODevice::ReadOnly)) {
        return all;
    }
    static const QRegularExpression name(QStringLiteral("`([^`]+)`"));
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).split(QLatin1Char('|'));
        const QString path = cells.size() > 6 ? name.match(cells[1]).captured(1) : QString();
        if (path.startsWith(QLatin1String("cityjson/"))) {
            all.insert(path, ofCityJson(cells[6]));
        } else if (path.startsWith(QLatin1String("citygml/"))) {
            all.insert(path, ofCityGml(cells[6]));
        }
    }
    return all;
}

QStringList everySharedModel()
{
    const QString root = sharedData(QStringLiteral("README.md")).chopped(QStringLiteral("README.md").size());
    QStringList models;
    for (const char *folder : {"cityjson", "citygml", "3dtiles"}) {
        QDirIterator files(root + QLatin1String(folder), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const bool tiles = folder == std::string_view("3dtiles");
            const QString suffix = files.fileInfo().suffix();
            const bool model = tiles ? files.fileName() == QLatin1String("tileset.json")
                                     : (suffix == QLatin1String("json") || suffix == QLatin1String("jsonl") ||
                                        suffix == QLatin1String("gml") || suffix == QLatin1String("xml") ||
                                        suffix == QLatin1String("gz"));
            if (model && !path.endsWith(QLatin1String(".ext.json")) && !path.contains(QLatin1String("/codelists/"))) {
                models << path.mid(root.size());
            }
        }
    }
    models.sort();
    return models;
}

} // namespace loci::test
