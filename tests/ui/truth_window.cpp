// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/truthactions.h"
#include "app/mainwindow/workplaces.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/formats/modelreader.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"
#include "widgets/city/citylibrary.h"
#include "widgets/city/modelcheck.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/findingspanel.h"
#include "widgets/common/prompts.h"

#include <QFile>
#include <QJsonObject>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace loci;

namespace {

constexpr int kPatience = 60000;

/// Eight houses on flat ground at 2 m, all too high by `up` metres; axes swapped when wished.
QByteArray town(double up, bool swapped)
{
    QByteArray objects, vertices;
    int count = 0;
    const auto vertex = [&](int x, int y, double z) {
        vertices += (count > 0 ? ",[" : "[") + QByteArray::number(swapped ? y : x) + ',' +
                    QByteArray::number(swapped ? x : y) + ',' + QByteArray::number(int(z * 1000)) + ']';
        return count++;
    };
    vertex(-50000, -50000, 2);
    vertex(400000, -50000, 2);
    vertex(400000, 100000, 2);
    vertex(-50000, 100000, 2);
    objects = R"("land":{"type":"TINRelief","geometry":[{"type":"CompositeSurface","lod":"1","boundaries":)"
              R"([[[0,1,2]],[[0,2,3]]]}]})";
    for (int i = 0; i < 8; ++i) {
        int v[8];
        for (int k = 0; k < 8; ++k) {
            v[k] = vertex(i * 20000 + (k % 4 == 1 || k % 4 == 2 ? 9000 : 0), k % 4 > 1 ? 9000 : 0,
                          2 + up + (k > 3 ? 6 : 0));
        }
        const auto face = [&v](int a, int b, int c, int d) {
            return QStringLiteral("[[%1,%2,%3,%4]]").arg(v[a]).arg(v[b]).arg(v[c]).arg(v[d]);
        };
        const QStringList shell{face(3, 2, 1, 0), face(4, 5, 6, 7), face(0, 1, 5, 4),
                                face(1, 2, 6, 5), face(2, 3, 7, 6), face(3, 0, 4, 7)};
        objects +=
            QStringLiteral(R"(,"h%1":{"type":"Building","geometry":[{"type":"Solid","lod":"1","boundaries":[[%2]]}]})")
                .arg(i)
                .arg(shell.join(QLatin1Char(',')))
                .toUtf8();
    }
    return R"({"type":"CityJSON","version":"2.0","transform":{"scale":[0.001,0.001,0.001],"translate":)" +
           QByteArray(swapped ? "[455000,80000,0]" : "[80000,455000,0]") +
           R"(},"metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/7415"},"CityObjects":{)" +
           objects + "},\"vertices\":[" + vertices + "]}";
}

QStringList codesOf(const Findings &findings)
{
    QStringList codes;
    for (const Finding &finding : findings) {
        codes << finding.code;
    }
    return codes;
}

} // namespace

class TestTruthWindow : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;
    QString m_file;
    QString m_id;

    const app::Services &services() const { return m_rooms->services(); }
    const widgets::CityEntry &entry() const { return *services().cities.entry(m_id); }
    Findings findings() const { return m_window->workplaces().findings().model().findings(); }
    void trigger(const char *id)
    {
        m_window->actions().updateEnabled();
        QVERIFY2(m_window->actions().action(id)->isEnabled(), id);
        m_window->actions().action(id)->trigger();
    }
    void start(const QByteArray &model)
    {
        m_file = m_folder.filePath(QStringLiteral("town.city.json"));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(model) == model.size());
        file.close();
        if (!m_rooms) { // once: QGIS does not like to be started twice in a process
            auto rooms = app::Rooms::start(m_folder.filePath(QStringLiteral("profile")));
            LOCI_VERIFY_RESULT(rooms);
            m_rooms = std::move(*rooms);
        }
        m_window = std::make_unique<app::MainWindow>(services());
        LOCI_VERIFY_RESULT(services().host.openUntitled(true));
        m_window->showWelcome(false);
        m_window->show();
        m_window->openFiles({m_file});
        QTRY_VERIFY_WITH_TIMEOUT(
            !services().cities.entries().empty() && services().cities.entries().front().model != nullptr, kPatience);
        m_id = services().cities.entries().front().id;
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
    }
    void check()
    {
        QSignalSpy checked(&m_window->truth().checks(), &widgets::ModelCheck::checked);
        trigger("city.check");
        QTRY_COMPARE_WITH_TIMEOUT(checked.size(), 1, kPatience);
    }

private slots:
    void cleanup()
    {
        if (m_window) {
            m_window->close();
        }
        m_window.reset();
    }
    void cleanupTestCase() { m_rooms.reset(); }

    void findsMendsAndTakesBackWrongHeights()
    {
        const QByteArray model = town(43, false);
        start(model);
        m_window->actions().updateEnabled();
        QVERIFY(!m_window->actions().action("city.mendHeights")->isEnabled());
        check();
        QCOMPARE(m_window->workplaces().current(), QStringLiteral("findings"));
        QVERIFY2(codesOf(findings()).contains(QLatin1String("height_datum")),
                 qPrintable(codesOf(findings()).join(QLatin1Char(' '))));
        auto *note = m_window->findChild<QLabel *>(QStringLiteral("findings.note"));
        QVERIFY(note != nullptr && note->isVisible() && note->text().contains(QLatin1String("404")));

        const double before = entry().model->boundsOf(entry().model->find("h0")).min.z;
        QCOMPARE(before, 45.0);
        trigger("city.mendHeights");
        const auto isMended = [this] {
            return std::abs(entry().model->boundsOf(entry().model->find("h0")).min.z - 2) < 0.01;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isMended(), kPatience);
        const QJsonObject stored = services().host.current()->json(QStringLiteral("city/model/") + m_id);
        QCOMPARE(stored.value(QLatin1String("heightOffset")).toDouble(), -43.0);
        QVERIFY(!stored.contains(QLatin1String("crs")));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), model); // for the view only

        trigger("edit.undo");
        QTRY_COMPARE_WITH_TIMEOUT(entry().model->boundsOf(entry().model->find("h0")).min.z, 45.0, kPatience);
        trigger("edit.redo");
        QTRY_VERIFY_WITH_TIMEOUT(isMended(), kPatience);
        QVERIFY(entry().source->boundsOf(0).min.z == 2 && entry().source->extent.max.z == 51);
        trigger("city.fileHeights");
        QTRY_COMPARE_WITH_TIMEOUT(entry().model->boundsOf(entry().model->find("h0")).min.z, 45.0, kPatience);
    }

    void writesACorrectedCopy()
    {
        start(town(43, false));
        m_window->actions().updateEnabled();
        QVERIFY(!m_window->actions().action("city.writeCorrected")->isEnabled());
        check();
        QSignalSpy written(&m_window->truth().checks(), &widgets::ModelCheck::written);
        QSignalSpy failed(&m_window->truth().checks(), &widgets::ModelCheck::failed);
        m_window->truth().checks().writeCorrected(m_id, m_file); // never over the model's own file
        QCOMPARE(failed.size(), 1);
        const QString path = m_folder.filePath(QStringLiteral("corrected.city.json"));
        m_window->truth().checks().writeCorrected(m_id, path);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, kPatience);
        const auto copy = formats::readModel(path);
        LOCI_VERIFY_RESULT(copy);
        QVERIFY(std::abs(copy->value->boundsOf(copy->value->find("h0")).min.z - 2) < 0.01);
        QCOMPARE(copy->value->boundsOf(copy->value->find("land")).min.z, 2.0);
        QCOMPARE(entry().model->boundsOf(entry().model->find("h0")).min.z, 45.0); // the view did not ask for it
    }

    void showsAModelOfAChineseWebMapWhereItIs()
    {
        QByteArray model = town(0, false);
        model.replace("[80000,455000,0]", "[500000,3400000,0]").replace("EPSG/0/7415", "EPSG/0/4547"); // Wuhan
        start(model);
        const Box3 file = entry().model->boundsOf(entry().model->find("h0"));
        trigger("city.gcj02");
        const auto moved = [&] {
            const Box3 box = entry().model->boundsOf(entry().model->find("h0"));
            return std::hypot(box.min.x - file.min.x, box.min.y - file.min.y);
        };
        QTRY_VERIFY_WITH_TIMEOUT(moved() > 100 && moved() < 900, kPatience);
        const QJsonObject stored = services().host.current()->json(QStringLiteral("city/model/") + m_id);
        QCOMPARE(stored.value(QLatin1String("webDatum")).toString(), QStringLiteral("gcj02"));
        // What is written is what the file says.
        QCOMPARE(entry().written()->boundsOf(entry().model->find("h0")), file);
        QCOMPARE(entry().source->boundsOf(entry().model->find("h0")), file);
        trigger("edit.undo");
        QTRY_VERIFY_WITH_TIMEOUT(moved() == 0, kPatience);
        trigger("city.bd09");
        QTRY_VERIFY_WITH_TIMEOUT(moved() > 100, kPatience);
        trigger("city.noWebDatum");
        QTRY_VERIFY_WITH_TIMEOUT(moved() == 0, kPatience);
    }

    void declaresWhatHeightsCountFrom()
    {
        start(town(0, false));
        const auto stored = [this] { return services().host.current()->json(QStringLiteral("city/model/") + m_id); };
        QVERIFY(!stored().contains(QLatin1String("heights")));
        trigger("city.heightsEllipsoid");
        QCOMPARE(entry().heights, city::HeightReference::Ellipsoidal);
        QCOMPARE(stored().value(QLatin1String("heights")).toString(), QStringLiteral("ellipsoidal"));
        trigger("edit.undo");
        QCOMPARE(entry().heights, city::HeightReference::Unknown);
        check();
        QVERIFY2(!codesOf(findings()).join(QLatin1Char(' ')).contains(QLatin1String("height_")),
                 qPrintable(codesOf(findings()).join(QLatin1Char(' '))));
    }

    void takesTheProposedSystem()
    {
        start(town(0, true));
        check();
        QVERIFY2(codesOf(findings()).contains(QLatin1String("suspect_crs")),
                 qPrintable(codesOf(findings()).join(QLatin1Char(' '))));
        trigger("city.takeSystem");
        QTRY_VERIFY_WITH_TIMEOUT(entry().adjustment.swapAxes && entry().model->extent.min.x < 100000, kPatience);
        QVERIFY(entry().model->extent.min.y > 400000);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
        check();
        QVERIFY(!codesOf(findings()).contains(QLatin1String("suspect_crs"))); // the earlier findings are gone
        trigger("edit.undo");
        QTRY_VERIFY_WITH_TIMEOUT(entry().model->extent.min.x > 400000, kPatience);
    }

    void groupsFindingsByCode()
    {
        start(town(0.5, false));
        check();
        widgets::FindingsModel &model = m_window->workplaces().findings().model();
        auto *button = m_window->findChild<QToolButton *>(QStringLiteral("findings.group"));
        QVERIFY(button != nullptr);
        button->click();
        QVERIFY(model.isGroupedByCode());
        QStringList groups;
        for (int row = 0; row < model.rowCount(); ++row) {
            groups << model.index(row, 0).data().toString();
        }
        QVERIFY2(groups.contains(QLatin1String("height_offset")), qPrintable(groups.join(QLatin1Char(' '))));
    }
};

LOCI_TEST_CLASS(TestTruthWindow)
#include "truth_window.moc"
