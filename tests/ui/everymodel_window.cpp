// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/domain/city/mesh.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/everymodel_readme.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/findingspanel.h"
#include "widgets/scene/sceneview.h"
#include "widgets/views/viewarea.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;

namespace {

constexpr int kPatience = 60000;

QString nameOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QMap<QString, int> typesOf(const city::CityModel &model)
{
    QMap<QString, int> types;
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        ++types[nameOf(model.typeOf(o))];
    }
    return types;
}

QMap<QString, int> semanticsOf(const city::CityModel &model)
{
    QMap<QString, int> types;
    for (const city::SemanticSurface &surface : model.geometry.semantics) {
        ++types[nameOf(model.typeNames.at(surface.type))];
    }
    return types;
}

QString listed(const QMap<QString, int> &counts)
{
    QStringList parts;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        parts << QStringLiteral("%1 %2").arg(it.key()).arg(it.value());
    }
    return parts.join(QStringLiteral(", "));
}

/// Whether there is anything in it that has an area or is a point: what has neither cannot be seen.
bool isVisible(const city::CityModel &model)
{
    const auto mesh = city::triangulate(model, {});
    if (mesh && mesh->triangleCount() > 0) {
        return true;
    }
    const auto &all = model.geometry.geometries;
    return std::any_of(all.begin(), all.end(), [](const city::Geometry &geometry) {
        return geometry.type == city::GeometryType::MultiPoint && !geometry.surfaces.isEmpty();
    });
}

int differentPixels(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < std::min(a.height(), b.height()); ++y) {
        for (int x = 0; x < std::min(a.width(), b.width()); ++x) {
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        }
    }
    return count;
}

/// Semantic surfaces by object and type, with how many polygons each object has: what two formats must agree on.
QMap<QString, QString> surfacesByObject(const city::CityModel &model)
{
    QMap<QString, QMap<QString, int>> counts;
    for (city::SurfaceIndex s = 0; s < model.geometry.surfaceCount(); ++s) {
        ++counts[model.idOf(model.objectOfSurface(s))][nameOf(model.semanticOf(s))];
    }
    QMap<QString, QString> lines;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        lines.insert(it.key(), listed(it.value()));
    }
    return lines;
}

} // namespace

/// Every city model of the shared data, opened in the real window as a person does it.
class TestEveryModel : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;
    QMap<QString, test::ReadmeCounts> m_readme;

    const app::Services &services() const { return m_rooms->services(); }
    bool isSettled() const { return m_window->isSettled() && m_window->scene().isIdle(); }
    bool hasFindings() const { return !m_window->workplaces().hasNoFindings(); }

    void open(const QString &file)
    {
        const std::size_t before = services().cities.entries().size();
        m_window->openFiles({file});
        QTRY_VERIFY_WITH_TIMEOUT(isSettled() && (services().cities.entries().size() > before || hasFindings()),
                                 kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!services().cities.isLoading() && isSettled(), kPatience);
    }
    city::CityModelPtr modelOf(const QString &file) const
    {
        for (const widgets::CityEntry &entry : services().cities.entries()) {
            if (QFileInfo(entry.path) == QFileInfo(file)) {
                return entry.model;
            }
        }
        return nullptr;
    }
    void compareWithReadme(const QString &path, const city::CityModel &model) const
    {
        const auto counts = m_readme.constFind(path);
        if (counts == m_readme.constEnd()) {
            return;
        }
        if (counts->objects) {
            QCOMPARE(int(model.objectCount()), *counts->objects);
        }
        const QMap<QString, int> types = typesOf(model);
        for (auto it = counts->types.begin(); it != counts->types.end(); ++it) {
            QVERIFY2(types.value(it.key()) == it.value(), qPrintable(listed(types)));
        }
        const QMap<QString, int> semantics = semanticsOf(model);
        for (auto it = counts->semantics.begin(); it != counts->semantics.end(); ++it) {
            QVERIFY2(semantics.value(it.key()) == it.value(), qPrintable(listed(semantics)));
        }
    }
    /// How many pixels change when all objects are hidden: so many were drawn.
    int drawnPixels(const std::vector<widgets::CityObjectRef> &objects)
    {
        const QImage with = m_window->scene().picture();
        m_window->scene().hideObjects(objects);
        const QImage without = m_window->scene().picture();
        m_window->scene().showAllObjects();
        return differentPixels(with, without);
    }
    void verifyDrawn(const QString &id, const city::CityModel &model)
    {
        std::vector<widgets::CityObjectRef> objects;
        objects.reserve(model.objectCount());
        std::optional<widgets::CityObjectRef> first;
        for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
            objects.push_back({id, o, city::kNone});
            if (!first && !model.boundsOf(o).isEmpty()) {
                first = objects.back();
            }
        }
        if (drawnPixels(objects) > 4) {
            return;
        }
        // A few houses spread over a whole city are smaller than pixels: look at one of them.
        QVERIFY(first.has_value());
        m_window->scene().zoomTo(*first);
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(), kPatience);
        QVERIFY2(drawnPixels(objects) > 4, "nothing of it is in the picture");
    }

private slots:
    void initTestCase()
    {
        if (test::sharedData(QStringLiteral("README.md")).isEmpty()) {
            QSKIP("the shared real data is absent");
        }
        m_readme = test::readmeCounts();
        auto rooms = app::Rooms::start(m_folder.filePath(QStringLiteral("profile")));
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        m_window = std::make_unique<app::MainWindow>(services());
        m_window->resize(960, 600);
        LOCI_VERIFY_RESULT(services().host.openUntitled(true));
        m_window->showWelcome(false);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->views().setLayoutMode(widgets::ViewArea::Layout::Scene);
    }
    void cleanupTestCase()
    {
        if (m_window) {
            m_window->close();
        }
        m_window.reset();
        m_rooms.reset();
    }
    void init()
    {
        LOCI_VERIFY_RESULT(services().host.openUntitled(true));
        m_window->workplaces().findings().model().setFindings({});
        m_window->views().setLayoutMode(widgets::ViewArea::Layout::Scene);
    }

    void theReadmeIsUnderstood()
    {
        QVERIFY2(m_readme.size() > 80, qPrintable(QString::number(m_readme.size())));
        QCOMPARE(m_readme.value(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json")).objects.value_or(0), 2498);
        const test::ReadmeCounts hague = m_readme.value(QStringLiteral("citygml/denhaag/DenHaag_01.gml.gz"));
        QCOMPARE(hague.types.value(QStringLiteral("BuildingPart")), 1653);
        QCOMPARE(hague.semantics.value(QStringLiteral("WallSurface")), 11215);
        QVERIFY(!hague.types.contains(QStringLiteral("ReliefFeature")));
    }

    void opensAndDraws_data()
    {
        QTest::addColumn<QString>("path");
        const QStringList models = test::everySharedModel();
        for (const QString &path : models) {
            QTest::newRow(qPrintable(path)) << path;
        }
    }

    void opensAndDraws()
    {
        QFETCH(QString, path);
        const QString file = test::sharedData(path);
        open(file);
        if (QTest::currentTestFailed()) {
            return;
        }
        const city::CityModelPtr model = modelOf(file);
        if (path.startsWith(QLatin1String("cityjson/invalid/"))) {
            QVERIFY2(model || hasFindings(), "neither a model nor a word about why not");
            return;
        }
        QVERIFY2(model, "not in the library");
        compareWithReadme(path, *model);
        if (QTest::currentTestFailed() || !isVisible(*model)) {
            return;
        }
        verifyDrawn(services().cities.entries().front().id, *model);
    }

    void theHagueIsTheSameInBothFormats()
    {
        const QString gml = test::sharedData(QStringLiteral("citygml/denhaag/DenHaag_01.gml.gz"));
        const QString json = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        open(gml);
        open(json);
        const city::CityModelPtr a = modelOf(gml), b = modelOf(json);
        QVERIFY(a && b);
        QCOMPARE(listed(typesOf(*a)), listed(typesOf(*b)));
        QCOMPARE(listed(semanticsOf(*a)), listed(semanticsOf(*b)));
        const QMap<QString, QString> left = surfacesByObject(*a), right = surfacesByObject(*b);
        QCOMPARE(left.keys(), right.keys());
        for (auto it = left.begin(); it != left.end(); ++it) {
            QVERIFY2(it.value() == right.value(it.key()),
                     qPrintable(it.key() + ": " + it.value() + " / " + right.value(it.key())));
        }
    }
};

LOCI_TEST_CLASS(TestEveryModel)
#include "everymodel_window.moc"
