// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/sceneimage.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#endif

#include <vtkNew.h>
#include <vtkRenderWindow.h>

#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cstdint>
#include <span>

using namespace loci;
using namespace loci::scene;
using namespace loci::test;

/// Pictures of any size: drawn in parts they are the picture that one frame would be, up to the grain of the shade.
class TestPicture final : public QObject
{
    Q_OBJECT

    static Picture draw(CityScene &scene, vtkRenderWindow *window, const PictureOptions &options)
    {
        auto picture = drawPicture(scene, window, options);
        return picture ? std::move(*picture) : Picture();
    }

private slots:
    void partsMakeTheWhole()
    {
        CityScene scene;
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), gridCity({.buildings = 60}), {}, {}));
        scene.setCamera(scene.homeCamera(1.5));
        vtkNew<vtkRenderWindow> window;
        window->SetOffScreenRendering(1);
        window->SetMultiSamples(0);
        window->SetSize(64, 64);
        window->AddRenderer(scene.renderer());
        const Picture whole = draw(scene, window, {.width = 900, .height = 600});
        const Picture parts = draw(scene, window, {.width = 900, .height = 600, .mostPart = 420});
        QCOMPARE(window->GetSize()[0], 64);
        window->RemoveRenderer(scene.renderer());
        QCOMPARE(whole.rgb.size(), std::size_t(900 * 600 * 3));
        QCOMPARE(parts.rgb.size(), whole.rgb.size());
        const auto differing = [](std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
            std::size_t count = 0;
            for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
                count += std::abs(int(a[i]) - int(b[i])) > 12 ? 1 : 0;
            }
            return double(count) / double(std::min(a.size(), b.size()));
        };
        const std::span<const std::uint8_t> one(whole.rgb);
        const std::span<const std::uint8_t> other(parts.rgb);
        const double grain = differing(one, other);
        // The grain differs a little from processor to processor; a seam or a part put one pixel off does not hide in
        // it.
        const double onePixelOff = differing(one, other.subspan(3));
        QVERIFY2(onePixelOff > 0.02, qPrintable(QString::number(onePixelOff))); // there is something to see
        QVERIFY2(grain < onePixelOff / 4, qPrintable(QStringLiteral("%1 of %2").arg(grain).arg(onePixelOff)));
    }

    void writesPngAndSaysWhatIsTooLarge()
    {
        QTemporaryDir folder;
        const Picture picture{2, 2, {255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9}};
        const QString path = folder.filePath(QStringLiteral("a b.png"));
        LOCI_VERIFY_RESULT(writePng(picture, path));
        const QImage read(path);
        QCOMPARE(read.pixelColor(0, 0), QColor(255, 0, 0));
        QCOMPARE(read.pixelColor(1, 0), QColor(0, 255, 0));
        QCOMPARE(read.pixelColor(0, 1), QColor(0, 0, 255));
        QVERIFY(!writePng(picture, folder.filePath(QStringLiteral("no/such/folder.png"))).has_value());
        CityScene scene;
        vtkNew<vtkRenderWindow> window;
        const auto huge = drawPicture(scene, window, {.width = 100000, .height = 100000});
        QVERIFY(!huge.has_value());
        QCOMPARE(huge.error().code, ErrorCode::Usage);
    }

    void darkensByTheMask()
    {
        Picture picture{2, 1, {200, 100, 50, 200, 100, 50}};
        applyShadows(picture, {2, 1, {0, 128}});
        QCOMPARE(picture.rgb, (std::vector<std::uint8_t>{200, 100, 50, 99, 49, 24}));
    }
};

LOCI_TEST_CLASS(TestPicture)
#include "scene_picture.moc"
