// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/layers_fixture.h"

#include "tests/support/qgis.h"
#include "widgets/common/resources.h"
#include "widgets/common/tokens.h"

#include <qgsgeometry.h>
#include <qgsproject.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QTest>

namespace loci::test {

QStringList ScriptedFiles::openFiles(QWidget *, const QString &, const QString &)
{
    if (opens.empty()) {
        return {};
    }
    QStringList answer = opens.front();
    opens.pop_front();
    return answer;
}

std::optional<QString> ScriptedFiles::saveFile(QWidget *, const QString &, const QString &, const QString &)
{
    if (saves.empty()) {
        return std::nullopt;
    }
    QString answer = saves.front();
    saves.pop_front();
    return answer;
}

LayersFixture::LayersFixture()
{
    ensureQgis();
    static const bool themed = [] {
        initLociResources();
        widgets::applyTheme(*qApp, widgets::ThemeMode::Light);
        return true;
    }();
    Q_UNUSED(themed)
    auto created = workspace::Workspace::create(folder.filePath(QStringLiteral("city.loci")));
    if (!created) {
        qFatal("%s", qPrintable(created.error().message));
    }
    space = std::move(*created);
    document = std::make_unique<map::MapDocument>();
    session = std::make_unique<widgets::MapSession>(*document);
    session->setWorkspace(space.get());
}

LayersFixture::~LayersFixture() = default;

QgsVectorLayer *LayersFixture::addSquares(const QString &name)
{
    QgsVectorLayer memory(
        QStringLiteral("Polygon?crs=EPSG:28992&field=name:string&field=height:double&field=kind:string"), name,
        QStringLiteral("memory"));
    QgsFeatureList features;
    const char *kinds[] = {"house", "tower", "house"};
    for (int i = 0; i < 3; ++i) {
        QgsFeature feature(memory.fields());
        feature.setGeometry(QgsGeometry::fromRect(QgsRectangle(85000 + i * 200, 446000, 85100 + i * 200, 446100)));
        feature.setAttribute(0, QStringLiteral("Square %1").arg(i + 1));
        if (i < 2) {
            feature.setAttribute(1, 10.5 * (i + 1));
        }
        feature.setAttribute(2, QLatin1String(kinds[i]));
        features.append(feature);
    }
    memory.dataProvider()->addFeatures(features);
    const QString path = folder.filePath(name + QStringLiteral(".gpkg"));
    QgsVectorFileWriter::SaveVectorOptions options;
    options.driverName = QStringLiteral("GPKG");
    options.layerName = name;
    QgsVectorFileWriter::writeAsVectorFormatV3(&memory, path, QgsCoordinateTransformContext(), options);
    return qobject_cast<QgsVectorLayer *>(project().mapLayer(open(path, name)));
}

QString LayersFixture::open(const QString &path, const QString &name)
{
    QString id;
    bool finished = false;
    document->addSource({path, {}, {}, name}, [&](Result<Loaded<QStringList>> result) {
        finished = true;
        id = result ? result->value.value(0) : QString();
    });
    if (!QTest::qWaitFor([&] { return finished; }, 20000)) {
        return {};
    }
    session->commit(QStringLiteral("Add layer"));
    return id;
}

} // namespace loci::test
