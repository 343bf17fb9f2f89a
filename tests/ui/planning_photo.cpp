// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/photoroom.h"
#include "layers/analysis/planning/bodyfaces.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"
#include "tests/ui/planning_town.h"
#include "widgets/city/citylibrary.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/planning/photodesk.h"
#include "widgets/planning/photopanel.h"
#include "widgets/planning/photoview.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/planning/proposalcard.h"
#include "widgets/scene/sceneview.h"

#include <QFile>
#include <QImageReader>
#include <QPushButton>
#include <QSlider>
#include <QTableWidget>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using analysis::PhotoLayer;

namespace {
constexpr int kWidth = 1200, kHeight = 800;
}

/// A site photograph in the planning workplace: it is made by the real model through a camera that the test knows, and
/// the window finds that camera from clicked corners.
class TestPlanningPhoto : public QObject
{
    Q_OBJECT
private:
    test::PlanTown m_town;
    planning::PhotoCamera m_truth;
    std::vector<Vec3> m_corners;

    app::PhotoRoom &room() const { return m_town.room().photo(); }
    PhotoDesk &desk() const { return room().desk(); }
    bool developed() const
    {
        return m_town.wait([this] { return !desk().isBusy() && !desk().layers().isEmpty(); });
    }
    const city::CityModel &model() const { return *m_town.desk().city()->model; }

    /// 220 m before the tower, a person's eye on a terrace, looking at it.
    void placeCamera()
    {
        Vec2 tower;
        for (const Vec2 &p : m_town.desk().block()->footprint.front()) {
            tower = {tower.x + p.x / 4, tower.y + p.y / 4};
        }
        m_truth.width = kWidth;
        m_truth.height = kHeight;
        m_truth.focal = 1000;
        m_truth.eye = {tower.x + 150, tower.y - 190, 31};
        const Vec3 way{tower.x - m_truth.eye.x, tower.y - m_truth.eye.y, 0};
        const double length = std::hypot(way.x, way.y);
        const Vec3 forward{way.x / length, way.y / length, 0};
        m_truth.axes = {Vec3{forward.y, -forward.x, 0}, Vec3{0, 0, -1}, forward};
    }
    /// The town without the proposal as a photograph shows it: grey walls, blue sky.
    QImage photograph() const
    {
        const auto layer = analysis::photoLayer(model(), {}, m_truth);
        QImage image(kWidth, kHeight, QImage::Format_RGB32);
        std::size_t i = 0;
        for (int y = 0; layer && y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x, ++i) {
                const int shade = layer->shade[i];
                image.setPixel(x, y,
                               layer->kind[i] == PhotoLayer::Kind::Nothing ? qRgb(150, 185, 225)
                               : layer->kind[i] == PhotoLayer::Kind::Ground
                                   ? qRgb(shade * 3 / 4, shade * 4 / 5, shade * 2 / 3)
                                   : qRgb(shade, shade * 9 / 10, shade * 8 / 10));
            }
        }
        return image;
    }
    /// Corners of eight houses that lie in the picture, far apart.
    void findCorners()
    {
        for (city::ObjectIndex o = 0; o < model().objectCount() && m_corners.size() < 8; ++o) {
            if (model().objectParent[o] != city::kNone || model().typeOf(o) != "Building") {
                continue;
            }
            const auto faces = analysis::facesOf(model(), o);
            if (faces.empty()) {
                continue;
            }
            Vec3 top = faces.front().front();
            for (const analysis::Triangle3 &triangle : faces) {
                for (const Vec3 &corner : triangle) {
                    top = m_corners.size() % 2 == 0 ? (corner.z > top.z ? corner : top)
                                                    : (corner.z < top.z ? corner : top);
                }
            }
            const auto at = m_truth.project(top);
            const bool inside = at && at->x > 20 && at->x < kWidth - 20 && at->y > 20 && at->y < kHeight - 20;
            const bool apart = std::all_of(m_corners.begin(), m_corners.end(), [&](const Vec3 &other) {
                const Vec2 there = *m_truth.project(other);
                return std::hypot(there.x - at->x, there.y - at->y) > 60;
            });
            if (inside && apart) {
                m_corners.push_back(top);
            }
        }
    }
    void pair(const Vec3 &corner)
    {
        const Vec2 pixel = *m_truth.project(corner);
        emit room().view().pixelPicked({pixel.x, pixel.y});
        QVERIFY(desk().pixel().has_value());
        // A click that misses the corner by a little takes it all the same.
        for (city::ObjectIndex o = 0; o < model().objectCount(); ++o) {
            for (const analysis::Triangle3 &triangle : analysis::facesOf(model(), o)) {
                if (std::find(triangle.begin(), triangle.end(), corner) != triangle.end()) {
                    room().takePlace({corner.x + 0.3, corner.y - 0.2, corner.z - 0.1},
                                     {m_town.desk().city()->id, o, city::kNone});
                    return;
                }
            }
        }
        QFAIL("The corner is in no object.");
    }

private slots:
    void initTestCase()
    {
        const QString problem = m_town.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(m_town.choose("s1"));
        placeCamera();
        findCorners();
        QCOMPARE(m_corners.size(), std::size_t(8));
        QVERIFY(photograph().save(m_town.at(QStringLiteral("quay.png"))));
    }

    void aFileThatIsNoPictureGivesOneSentence()
    {
        auto *button = m_town.room().panel().findChild<QPushButton *>(QStringLiteral("planning.photograph"));
        QVERIFY(button != nullptr);
        button->click();
        QVERIFY(room().isShown() && room().view().isVisible() && room().panel().isVisible());
        const QString path = m_town.at(QStringLiteral("no-picture.jpg"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("nothing") > 0);
        file.close();
        QStringList said;
        connect(&desk(), &PhotoDesk::failed, this, [&said](const QString &message) { said << message; });
        QVERIFY(!room().open(path));
        QCOMPARE(said.size(), 1);
        QVERIFY(said.front().contains(QLatin1String("no-picture.jpg")));
        QVERIFY(desk().photos().empty());
        QVERIFY(!desk().write(m_town.at(QStringLiteral("none.png"))));
    }

    void pairsGiveTheCameraAndAreKeptWithTheView()
    {
        m_town.openFrom = {m_town.at(QStringLiteral("quay.png"))};
        emit room().panel().openRequested();
        QCOMPARE(desk().photos().size(), std::size_t(1));
        QCOMPARE(desk().current()->view, QStringLiteral("V1"));
        for (int i = 0; i < 5; ++i) {
            pair(m_corners[static_cast<std::size_t>(i)]);
            QVERIFY(!desk().pixel());
        }
        QVERIFY(!desk().camera());
        QVERIFY(room().panel().stateText().contains(QLatin1Char('5')));
        for (std::size_t i = 5; i < m_corners.size(); ++i) {
            pair(m_corners[i]);
        }
        QVERIFY(desk().camera().has_value());
        LOCI_VERIFY_RESULT(*desk().camera());
        const analysis::SolvedCamera &solved = **desk().camera();
        QVERIFY2(solved.mean < 0.1, qPrintable(QString::number(solved.mean)));
        QVERIFY(std::hypot(solved.camera.eye.x - m_truth.eye.x, solved.camera.eye.y - m_truth.eye.y) < 0.5);
        QCOMPARE(room().panel().points().rowCount(), 8);
        QCOMPARE(room().view().marks().size(), std::size_t(8));
        QVERIFY(m_town.workspace().document(QStringLiteral("planning/photo/p1")).has_value());
        QVERIFY(m_town.workspace().undoTitle().contains(QLatin1Char('8')));
        LOCI_VERIFY_RESULT(m_town.workspace().undo());
        QCOMPARE(room().panel().points().rowCount(), 7);
        LOCI_VERIFY_RESULT(m_town.workspace().redo());
        QCOMPARE(room().panel().points().rowCount(), 8);
        QVERIFY(m_town.desk().outcome() != nullptr); // the rules have nothing to do with it
    }

    void aNumberThatIsWrongShowsInItsError()
    {
        QTableWidget &points = room().panel().points();
        const QString before = points.item(2, 0)->text();
        points.item(2, 0)->setText(QString::number(before.toDouble() + 40));
        LOCI_VERIFY_RESULT(*desk().camera());
        QVERIFY((*desk().camera())->mean > 2);
        QVERIFY(points.item(2, 5)->text() != QStringLiteral("–"));
        points.item(2, 0)->setText(QStringLiteral("x"));
        QVERIFY(points.item(2, 0)->text() != QStringLiteral("x"));
        LOCI_VERIFY_RESULT(m_town.workspace().undo());
        QVERIFY((*desk().camera())->mean < 0.1);
    }

    void theSliderFadesFromPhotographToProposal()
    {
        QVERIFY(developed());
        const QImage photo = desk().picture();
        QSlider &slider = room().panel().slider();
        QVERIFY(slider.isEnabled());
        const PhotoLayer &after = desk().layers().after;
        const PhotoLayer &now = desk().layers().now;
        QVERIFY(after.count(PhotoLayer::Kind::Proposal) > 2000);
        QCOMPARE(now.count(PhotoLayer::Kind::Proposal), std::size_t(0));
        slider.setValue(100);
        const QImage model = desk().picture();
        m_town.picture(QStringLiteral("photo-now"));
        slider.setValue(200);
        const QImage proposal = desk().picture();
        m_town.picture(QStringLiteral("photo-proposal"));
        int changed = 0, inside = 0, modelled = 0;
        for (int y = 0; y < photo.height(); ++y) {
            for (int x = 0; x < photo.width(); ++x) {
                const std::size_t i = static_cast<std::size_t>(y) * photo.width() + x;
                modelled += model.pixel(x, y) != photo.pixel(x, y) ? 1 : 0;
                if (proposal.pixel(x, y) != photo.pixel(x, y)) {
                    ++changed;
                    inside += after.kind[i] == PhotoLayer::Kind::Proposal ? 1 : 0;
                }
            }
        }
        QVERIFY(modelled > 10000);
        QCOMPARE(changed, inside); // only where the tower is seen
        QVERIFY(changed > 2000);
        slider.setValue(0);
        QCOMPARE(desk().picture(), photo);
    }

    void anotherScenarioIsPutIntoTheSamePhotograph()
    {
        const std::size_t tall = desk().layers().after.count(PhotoLayer::Kind::Proposal);
        QVERIFY(m_town.choose("s3")); // cut to nine storeys
        QVERIFY(m_town.wait(
            [&] { return !desk().isBusy() && desk().layers().after.count(PhotoLayer::Kind::Proposal) < tall; }));
        QVERIFY(m_town.choose("s1"));
        QVERIFY(m_town.wait(
            [&] { return !desk().isBusy() && desk().layers().after.count(PhotoLayer::Kind::Proposal) == tall; }));
    }

    void thePictureForTheReportSaysWhereItComesFrom()
    {
        m_town.saveTo = m_town.at(QStringLiteral("montage.png"));
        emit room().panel().exportRequested();
        QImageReader reader(m_town.saveTo);
        const QImage written = reader.read();
        QCOMPARE(written.width(), kWidth);
        QVERIFY(written.height() > kHeight);
        QCOMPARE(written.text(QStringLiteral("Scenario")), QStringLiteral("s1"));
        QCOMPARE(written.text(QStringLiteral("ControlPoints")), QStringLiteral("8"));
        QCOMPARE(written.text(QStringLiteral("View")), QStringLiteral("V1"));
        QCOMPARE(written.text(QStringLiteral("SourceSha256")).size(), 64);
        QCOMPARE(written.text(QStringLiteral("ProposalSha256")).size(), 64);
        QVERIFY(written.text(QStringLiteral("ReprojectionErrorPixels")).toDouble() < 2);
        QVERIFY(written.text(QStringLiteral("Description")).contains(QLatin1String("quay.png")));
        const QString folder = qEnvironmentVariable("LOCI_PICTURES");
        QVERIFY(folder.isEmpty() || written.save(folder + QStringLiteral("/montage.png")));
    }

    void looksRightInEveryThemeAndLanguage()
    {
        room().panel().slider().setValue(200);
        emit room().panel().standRequested();
        m_town.pictures(QStringLiteral("photo"), [this] { QCOMPARE(room().panel().points().rowCount(), 8); });
        room().panel().slider().setValue(0);
    }

    void leavingBringsMapAndCardBack()
    {
        emit room().panel().closeRequested();
        QVERIFY(!room().view().isVisible());
        QVERIFY(m_town.room().card().isVisible());
        QVERIFY(m_town.window().map().isVisible());
    }
};

LOCI_TEST_CLASS(TestPlanningPhoto)
#include "planning_photo.moc"
