// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cityverbs.h"

#include "layers/domain/city/citymodelbuilder.h"
#include "layers/domain/city/validation.h"
#include "layers/formats/texturepath.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace loci;
using namespace loci::city;

namespace {

QString path(const char *name)
{
    return test::sharedData(QStringLiteral("cityjson/") + QLatin1String(name));
}

Result<cli::Answer> run(const cli::VerbSpec &verb, const QString &file)
{
    return verb.run({{file}, {}, {}, {}});
}

/// A cube whose faces can be spoilt.
std::vector<std::vector<Vec3>> cubeFaces()
{
    const Vec3 a{0, 0, 0}, b{1, 0, 0}, c{1, 1, 0}, d{0, 1, 0}, e{0, 0, 1}, f{1, 0, 1}, g{1, 1, 1}, h{0, 1, 1};
    return {{a, d, c, b}, {e, f, g, h}, {a, b, f, e}, {b, c, g, f}, {c, d, h, g}, {d, a, e, h}};
}

QStringList validationCodes(const std::vector<std::vector<Vec3>> &faces)
{
    CityModelBuilder builder;
    builder.beginObject("cube", "Building");
    builder.beginGeometry(GeometryType::Solid, "1");
    builder.beginShell();
    for (const std::vector<Vec3> &face : faces) {
        builder.surface(std::span<const Vec3>(face));
    }
    const auto findings = validate(*builder.finish());
    QStringList codes;
    for (const Finding &finding : *findings) {
        codes << finding.code.section(QLatin1Char(' '), 0, 0);
    }
    return codes;
}

} // namespace

class CityVerbsTest : public QObject
{
    Q_OBJECT

private slots:
    void infoDescribesTheHague()
    {
        const QString file = path("denhaag/denhaag_v11.city.json");
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto answer = run(cli::infoVerb(), file);
        LOCI_VERIFY_RESULT(answer);
        const QJsonObject &json = answer->json;
        QCOMPARE(json["objects"].toInt(), 2498);
        QCOMPARE(json["byType"].toObject(), (QJsonObject{{"Building", 844}, {"BuildingPart", 1653}, {"TINRelief", 1}}));
        QCOMPARE(json["lods"].toObject(), (QJsonObject{{"2", 1991}}));
        QCOMPARE(json["crs"].toString(), QStringLiteral("EPSG:7415"));
        QCOMPARE(json["vertices"].toInt(), 22997);
        QCOMPARE(json["semanticSurfaces"].toObject()["RoofSurface"].toInt(), 3004);
        QVERIFY(json["triangles"].toInt() > 30000);
        QVERIFY(json["peakMemoryMiB"].toDouble() > 1);
        QCOMPARE(json["bbox"].toArray().size(), 6);
        QVERIFY(!hasErrors(answer->findings));
        QVERIFY(answer->text.contains(QStringLiteral("2498")));
    }

    void infoCountsTextures()
    {
        const QString file = path("rotterdam/3-20-DELFSHAVEN.city.json");
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto answer = run(cli::infoVerb(), file);
        LOCI_VERIFY_RESULT(answer);
        QCOMPARE(answer->json["textures"].toObject(), (QJsonObject{{"referenced", 148}, {"found", 4}}));
    }

    void infoLeavesMapLayersToOthers()
    {
        const QString file = test::sharedData(QStringLiteral("base/delft/tudcampus_footprints.geojson"));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QCOMPARE(run(cli::infoVerb(), file).error().code, ErrorCode::Unsupported);
        QCOMPARE(run(cli::infoVerb(), QStringLiteral("/nowhere/x.json")).error().code, ErrorCode::NotReadable);
    }

    void bothVerbsStandAllFiles_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("invalid") << "invalid";
        QTest::newRow("conformance") << "conformance";
        QTest::newRow("misc") << "misc";
    }

    void bothVerbsStandAllFiles()
    {
        QFETCH(QString, folder);
        const QString root = test::sharedData(QStringLiteral("cityjson/") + folder);
        if (root.isEmpty()) {
            QSKIP("shared data is absent");
        }
        for (const QString &name : QDir(root).entryList(QDir::Files)) {
            for (const cli::VerbSpec &verb : {cli::infoVerb(), cli::validateVerb()}) {
                const auto answer = run(verb, root + QLatin1Char('/') + name);
                if (!answer) {
                    QVERIFY2(name == QLatin1String("noise.ext.json"), qPrintable(name + answer.error().message));
                    continue;
                }
                if (verb.name == QLatin1String("validate")) {
                    QCOMPARE(answer->json["valid"].toBool(), !hasErrors(answer->findings));
                }
            }
        }
    }

    void findsGeometricFaults()
    {
        QCOMPARE(validationCodes(cubeFaces()), QStringList());
        auto faces = cubeFaces();
        faces.pop_back();
        QCOMPARE(validationCodes(faces), QStringList{"302"});
        faces = {cubeFaces()[0], cubeFaces()[1], cubeFaces()[2]};
        QCOMPARE(validationCodes(faces), QStringList{"301"});
        faces = cubeFaces();
        faces.push_back(faces[0]);
        QCOMPARE(validationCodes(faces), QStringList{"303"});
        faces = cubeFaces();
        std::reverse(faces[2].begin(), faces[2].end());
        QCOMPARE(validationCodes(faces), QStringList{"307"});
        faces = cubeFaces();
        for (auto &face : faces) {
            std::reverse(face.begin(), face.end());
        }
        QCOMPARE(validationCodes(faces), QStringList{"405"});
    }

    void findsFaultsOfRingsAndPolygons()
    {
        auto faces = cubeFaces();
        faces[1] = {{0, 0, 1}, {1, 0, 1}};
        QCOMPARE(validationCodes(faces), QStringList{"101"});
        faces[1] = {{0, 0, 1}, {1, 0, 1}, {1, 0, 1}, {1, 1, 1}, {0, 1, 1}};
        QCOMPARE(validationCodes(faces), QStringList{"102"});
        faces[1] = {{0, 0, 1}, {1, 1, 1}, {1, 0, 1}, {0, 1, 1}};
        QCOMPARE(validationCodes(faces), QStringList{"104"});
        faces[1] = {{0, 0, 1}, {1, 0, 1}, {1, 1, 1.2}, {0, 1, 1}};
        QCOMPARE(validationCodes(faces), QStringList{"203"});
    }

    void neverOpensTexturesOutsideTheFolder()
    {
        const QString model = QStringLiteral("/data/city/model.json");
        QCOMPARE(formats::texturePath(model, QStringLiteral("appearances/a.jpg")),
                 QStringLiteral("/data/city/appearances/a.jpg"));
        QCOMPARE(formats::texturePath(model, QStringLiteral("a\\b.jpg")), QStringLiteral("/data/city/a/b.jpg"));
        for (const char *bad : {"", "http://x/y.png", "/etc/passwd", "../x.png", "a/../../x.png", "C:\\x.png"}) {
            QCOMPARE(formats::texturePath(model, QLatin1String(bad)), QString());
        }
    }
};

LOCI_TEST_CLASS(CityVerbsTest)
#include "cityverbstest.moc"
