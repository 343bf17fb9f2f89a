// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/scene/owncolours.h"
#include "layers/scene/sceneimage.h"
#include "tests/support/testmain.h"
#endif

#include <vtkImageData.h>
#include <vtkJPEGWriter.h>
#include <vtkNew.h>
#include <vtkPNGWriter.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::scene;

namespace {

constexpr int kWidth = 320, kHeight = 240;

template <class Writer>
std::shared_ptr<const std::vector<std::byte>> imageBytes(int size)
{
    vtkNew<vtkImageData> image;
    image->SetDimensions(size, size, 1);
    image->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
    auto *pixels = static_cast<unsigned char *>(image->GetScalarPointer());
    for (int i = 0; i < size * size; ++i) {
        pixels[3 * i] = 230;
        pixels[3 * i + 1] = 0;
        pixels[3 * i + 2] = 230;
    }
    vtkNew<Writer> writer;
    writer->SetInputData(image);
    writer->WriteToMemoryOn();
    writer->Write();
    vtkUnsignedCharArray *written = writer->GetResult();
    const auto *first = reinterpret_cast<const std::byte *>(written->GetPointer(0));
    return std::make_shared<const std::vector<std::byte>>(first, first + written->GetNumberOfValues());
}

/// Ten squares of ten metres side by side, and a grid of points when `points`.
std::shared_ptr<city::CityModel> sheet(bool points)
{
    city::CityModelBuilder builder;
    builder.beginObject("sheet", "GenericCityObject");
    builder.beginGeometry(points ? city::GeometryType::MultiPoint : city::GeometryType::MultiSurface, {});
    for (int i = 0; i < (points ? 2500 : 100); ++i) {
        const double x = points ? i % 50 * 2 : i % 10 * 10, y = points ? i / 50 * 2 : i / 10 * 10;
        if (points) {
            builder.surface(std::vector<Vec3>{{x, y, 0}});
        } else {
            builder.surface(std::vector<Vec3>{{x, y, 0}, {x + 10, y, 0}, {x + 10, y + 10, 0}, {x, y + 10, 0}});
        }
    }
    builder.model().materials.push_back({"magenta", std::array<double, 3>{0.9, 0, 0.9}, 0, {}});
    builder.model().geometry.materialThemes.push_back(
        {"visual", std::vector<std::uint32_t>(builder.model().geometry.surfaceCount(), 0)});
    return std::const_pointer_cast<city::CityModel>(builder.finish());
}

/// Share of the picture that is magenta, whatever the light makes of it.
double magenta(const city::CityModelPtr &model, const QString &colourBy)
{
    CityScene scene;
    vtkNew<vtkRenderWindow> window;
    window->SetOffScreenRendering(1);
    window->SetMultiSamples(0);
    window->SetSize(kWidth, kHeight);
    window->AddRenderer(scene.renderer());
    if (!addModelNow(scene, QStringLiteral("m"), model, {.colourBy = colourBy}, {})) {
        return -1;
    }
    scene.setCamera({{50, -30, 140}, {50, 50, 0}});
    scene.prepareFrame(kWidth, kHeight, Quality::Still);
    window->Render();
    vtkNew<vtkUnsignedCharArray> pixels;
    window->GetPixelData(0, 0, kWidth - 1, kHeight - 1, 1, pixels);
    int found = 0;
    for (vtkIdType i = 0; i < pixels->GetNumberOfTuples(); ++i) {
        const unsigned char *p = pixels->GetPointer(3 * i);
        found += p[0] > p[1] + 60 && p[2] > p[1] + 60 ? 1 : 0;
    }
    return static_cast<double>(found) / (kWidth * kHeight);
}

} // namespace

/// What meshes and point clouds bring along: images inside their files, colours of materials, points.
class TestMeshScene final : public QObject
{
    Q_OBJECT

private slots:
    void imagesInsideAFileAreTextures()
    {
        const auto model = sheet(false);
        model->textures.push_back({"a.glb/images/0", {}, imageBytes<vtkPNGWriter>(1)});
        model->textures.push_back({"a.glb/images/1", {}, imageBytes<vtkJPEGWriter>(16)});
        model->textures.push_back({"a.glb/images/2", {}, std::make_shared<std::vector<std::byte>>(64)});
        const auto set = loadTextures(*model);
        QVERIFY(set->images[0] && set->images[1] && !set->images[2]);
        QCOMPARE(set->images[1]->GetDimensions()[0], 16);
        QCOMPARE(set->findings.size(), std::size_t(1));
        QCOMPARE(set->findings.front().code, QStringLiteral("missing_texture"));
        city::TextureTheme theme{"visual", {}, {}, {}};
        for (std::uint32_t ring = 0; ring < 100; ++ring) {
            theme.ringTexture.push_back(1);
            theme.ringUv.push_back(static_cast<std::uint32_t>(theme.uv.size()));
            theme.uv.insert(theme.uv.end(), {0, 1, 2, 3});
        }
        model->textureVertices = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        model->geometry.textureThemes.push_back(theme);
        model->geometry.materialThemes.clear();
        QVERIFY(magenta(model, QLatin1String(Colouring::kTexture)) > 0.2);
        QVERIFY(magenta(model, {}) < 0.01);
    }

    void materialsColourWhatHasNoTexture()
    {
        const auto model = sheet(false);
        QVERIFY(magenta(model, QLatin1String(Colouring::kTexture)) > 0.2);
        QVERIFY(magenta(model, {}) < 0.01);
    }

    void pointsAreDrawn() { QVERIFY(magenta(sheet(true), {}) > 0.02); }
};

LOCI_TEST_CLASS(TestMeshScene)
#include "tst_meshscene.moc"
