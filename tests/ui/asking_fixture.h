// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/layers_fixture.h"
#include "widgets/city/citylibrary.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace loci::test {

/// A library with city models of a few boxes, read from files as the window does it.
class AskingFixture : public LayersFixture
{
public:
    AskingFixture() { cities.setWorkspace(space.get()); }

    /// Boxes "b1", "b2", ... of these heights (0: left out), each with "storeys" = height / 3 and "use"; answers the
    /// id.
    QString addBoxes(const QString &name, const std::vector<int> &heights)
    {
        QJsonObject objects;
        QJsonArray vertices;
        for (std::size_t i = 0; i < heights.size(); ++i) {
            if (heights[i] == 0) {
                continue;
            }
            const int first = int(vertices.size());
            const int x = int(i) * 20000;
            for (const int z : {0, heights[i] * 1000}) {
                vertices.append(QJsonArray{x, 0, z});
                vertices.append(QJsonArray{x + 9000, 0, z});
                vertices.append(QJsonArray{x + 9000, 7000, z});
                vertices.append(QJsonArray{x, 7000, z});
            }
            const auto face = [first](int a, int b, int c, int d) {
                return QJsonArray{QJsonArray{first + a, first + b, first + c, first + d}};
            };
            const QJsonArray shell{face(0, 3, 2, 1), face(4, 5, 6, 7), face(0, 1, 5, 4),
                                   face(1, 2, 6, 5), face(2, 3, 7, 6), face(3, 0, 4, 7)};
            const QJsonObject geometry{{"type", "Solid"}, {"lod", "1"}, {"boundaries", QJsonArray{shell}}};
            objects[QStringLiteral("b%1").arg(i + 1)] = QJsonObject{
                {"type", "Building"},
                {"attributes", QJsonObject{{"storeys", heights[i] / 3}, {"use", i % 2 == 0 ? "shop" : "home"}}},
                {"geometry", QJsonArray{geometry}}};
        }
        const QJsonObject root{
            {"type", "CityJSON"},
            {"version", "2.0"},
            {"metadata", QJsonObject{{"referenceSystem", "https://www.opengis.net/def/crs/EPSG/0/7415"}}},
            {"transform",
             QJsonObject{{"scale", QJsonArray{0.001, 0.001, 0.001}}, {"translate", QJsonArray{85000, 446000, 0}}}},
            {"CityObjects", objects},
            {"vertices", vertices}};
        QFile file(folder.filePath(name + QStringLiteral(".city.json")));
        if (!file.open(QIODevice::WriteOnly)) {
            return {};
        }
        file.write(QJsonDocument(root).toJson());
        file.close();
        const std::size_t before = cities.entries().size();
        cities.addModel(file.fileName());
        const bool read =
            QTest::qWaitFor([&] { return cities.entries().size() == before + 1 && !cities.isLoading(); }, 20000);
        for (const widgets::CityEntry &entry : cities.entries()) {
            if (read && entry.path == file.fileName()) {
                return entry.id;
            }
        }
        return {};
    }

    widgets::CityLibrary cities{tasks};
};

} // namespace loci::test
