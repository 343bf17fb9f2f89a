// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cityverbs.h"
#include "app/cli/convertverb.h"
#include "layers/formats/export/exportmodel.h"
#include "layers/formats/modelreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

using namespace loci;

namespace {

QString path(const char *name)
{
    return test::sharedData(QStringLiteral("cityjson/") + QLatin1String(name));
}

Result<cli::Answer> convert(const QString &in, const QString &out, const QHash<QString, QString> &options = {},
                            const CancelToken &cancel = {})
{
    return cli::convertVerb().run({{in, out}, options, cancel, {}});
}

QJsonObject infoOf(const QString &file)
{
    const auto answer = cli::infoVerb().run({{file}, {}, {}, {}});
    return answer ? answer->json : QJsonObject();
}

/// The counts of `loci info` that a conversion must not change.
QJsonObject countsOf(const QString &file)
{
    QJsonObject json = infoOf(file);
    for (const char *changing : {"format", "version", "seconds", "peakMemoryMiB"}) {
        json.remove(QLatin1String(changing));
    }
    return json;
}

/// A limit on the size of files, as a full disk is: writes fail from there on.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

} // namespace

class ExportVerbTest : public QObject
{
    Q_OBJECT

private:
    static QStringList everythingIn(const QString &folder)
    {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private slots:
    void infoCountsStay_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"denhaag/denhaag_v11.city.json", "denhaag/DenHaag_01_v08_legacy.json",
              "rotterdam/rotterdam_subset.city.json", "misc/mt_two_textured_buildings_v10.city.json",
              "delft/3dbag_tile5908_99bldg_multilod.city.jsonl", "misc/val3dity_geomtemplate_1.json"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void infoCountsStay()
    {
        QFETCH(QString, name);
        const QString file = path(qPrintable(name));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QTemporaryDir folder;
        const QString whole = folder.filePath(QStringLiteral("a.city.json"));
        const auto answer = convert(file, whole);
        LOCI_VERIFY_RESULT(answer);
        QCOMPARE(countsOf(whole), countsOf(file));
        QCOMPARE(answer->json["objects"].toInt(), countsOf(file)["objects"].toInt());
        const QString lines = folder.filePath(QStringLiteral("b.city.jsonl"));
        LOCI_VERIFY_RESULT(convert(whole, lines));
        QJsonObject sequence = countsOf(lines), before = countsOf(file);
        for (QJsonObject *json : {&sequence, &before}) {
            json->remove(QStringLiteral("vertices")); // features repeat what they share
        }
        QCOMPARE(sequence, before);
        QCOMPARE(infoOf(lines)["format"].toString(), QStringLiteral("CityJSONSeq"));
    }

    void optionsChooseAPart()
    {
        const QString file = path("denhaag/denhaag_v11.city.json");
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("a.json"));
        LOCI_VERIFY_RESULT(convert(file, out, {{"type", "TINRelief"}}));
        QCOMPARE(infoOf(out)["byType"].toObject(), (QJsonObject{{"TINRelief", 1}}));
        LOCI_VERIFY_RESULT(convert(file, out, {{"object", "GUID_DBDABF53-7DD5-4C2F-BE7F-51F29A0CBA16"}}));
        QCOMPARE(infoOf(out)["byType"].toObject()["Building"].toInt(), 1);
        QVERIFY(infoOf(out)["vertices"].toInt() < 100);
        const auto empty = convert(file, out, {{"bbox", "0,0,1,1"}});
        LOCI_VERIFY_RESULT(empty);
        QCOMPARE(empty->findings.back().code, QStringLiteral("empty_selection"));
        const auto half = convert(file, out, {{"bbox", "78248,457000,78600,458000"}});
        LOCI_VERIFY_RESULT(half);
        const int objects = infoOf(out)["objects"].toInt();
        QVERIFY(objects > 0 && objects < 2498);
    }

    void wrongUseIsSaid()
    {
        const QString file = path("misc/cjio_cube.json");
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("a.json"));
        QCOMPARE(convert(file, folder.filePath(QStringLiteral("a.xyz"))).error().code, ErrorCode::Usage);
        QCOMPARE(convert(file, out, {{"to", "dwg"}}).error().code, ErrorCode::Usage);
        QCOMPARE(convert(file, out, {{"bbox", "1,2,3"}}).error().code, ErrorCode::Usage);
        QCOMPARE(convert(file, out, {{"bbox", "5,2,3,4"}}).error().code, ErrorCode::Usage);
        QCOMPARE(convert(file, out, {{"object", "nobody"}}).error().code, ErrorCode::Usage);
        QCOMPARE(convert(file, folder.filePath(QStringLiteral("a.gpkg"))).error().code, ErrorCode::Unsupported);
        QCOMPARE(convert(QStringLiteral("/nowhere/x.json"), out).error().code, ErrorCode::NotReadable);
        QVERIFY(everythingIn(folder.path()).isEmpty());
    }

    void lossesAreListed()
    {
        const QString file = path("misc/val3dity_several_lods_valid.json");
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QTemporaryDir folder;
        const auto answer = convert(file, folder.filePath(QStringLiteral("a.obj")));
        LOCI_VERIFY_RESULT(answer);
        int otherLods = 0, attributes = 0;
        for (const auto &item : answer->json["dropped"].toArray()) {
            const QJsonObject entry = item.toObject();
            QVERIFY(!entry["object"].toString().isEmpty() && !entry["reason"].toString().isEmpty());
            otherLods +=
                entry["reason"].toString().contains(QLatin1String("level of detail")) ? entry["count"].toInt() : 0;
            attributes += entry["object"].toString() == QLatin1String("attributes") ? 1 : 0;
        }
        QCOMPARE(otherLods, 2); // three solids of the part; the building's own footprint stays
        QCOMPARE(attributes, 1);
    }

    void everyFormatIsWholeOrNotThere_data()
    {
        QTest::addColumn<QString>("out");
        for (const char *out : {"a.city.json", "a.city.jsonl", "a.glb", "a.gltf", "a.obj", "tiles/tileset.json"}) {
            QTest::newRow(out) << QString::fromLatin1(out);
        }
    }

    void everyFormatIsWholeOrNotThere()
    {
        QFETCH(QString, out);
        const QString file = path("denhaag/denhaag_v11.city.json");
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QTemporaryDir folder;
        const QString target = folder.filePath(out);
        {
            const FullDisk full(64 * 1024);
            const auto answer = convert(file, target);
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, ErrorCode::NotWritable);
            QVERIFY(!answer.error().message.isEmpty());
        }
        QCOMPARE(everythingIn(folder.path()), QStringList());
        QVERIFY(!convert(file, folder.filePath(QStringLiteral("missing/") + out)));
        const CancelToken cancel;
        cancel.cancel();
        QCOMPARE(convert(file, target, {}, cancel).error().code, ErrorCode::Cancelled);
        QCOMPARE(everythingIn(folder.path()), QStringList());
        LOCI_VERIFY_RESULT(convert(file, target));
        QVERIFY(QFile::exists(target));
        LOCI_VERIFY_RESULT(convert(file, target)); // what we wrote may be written anew
    }

    void cancelDuringTheWriteLeavesNothing_data() { everyFormatIsWholeOrNotThere_data(); }

    void cancelDuringTheWriteLeavesNothing()
    {
        QFETCH(QString, out);
        const QString file = path("denhaag/denhaag_v11.city.json");
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = formats::readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        QTemporaryDir folder;
        formats::ExportRequest request;
        request.path = folder.filePath(out);
        request.format = *formats::exportFormatOf(request.path);
        int steps = 0;
        request.options.progress = [&](double share) {
            QVERIFY(share >= 0 && share <= 1);
            if (++steps == 2) {
                request.options.cancel.cancel();
            }
        };
        const auto report = formats::exportModel(*loaded->value, request);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(everythingIn(folder.path()), QStringList());
    }

    void damagedInputIsWrittenAsFarAsItGoes()
    {
        const QString root = test::sharedData(QStringLiteral("cityjson/invalid"));
        if (root.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QTemporaryDir folder;
        int written = 0;
        for (const QString &name : QDir(root).entryList(QDir::Files)) {
            for (const char *out : {"a.city.json", "a.city.jsonl", "a.glb", "a.obj"}) {
                const QString target = folder.filePath(QLatin1String(out));
                if (!convert(root + QLatin1Char('/') + name, target) || !QString::fromLatin1(out).contains(".city")) {
                    continue;
                }
                const auto again = formats::readModel(target);
                LOCI_VERIFY_RESULT(again);
                for (const Finding &finding : again->findings) {
                    QVERIFY2(finding.code != QLatin1String("json_syntax") &&
                                 finding.code != QLatin1String("wrong_vertex_index"),
                             qPrintable(name + QLatin1Char(' ') + finding.message));
                }
                ++written;
            }
        }
        QVERIFY(written > 40);
    }

    void nothingOfOthersIsReplaced()
    {
        const QString file = path("rotterdam/rotterdam_one.city.json");
        const QString map = path("denhaag/denhaag_v11.city.json");
        if (file.isEmpty() || map.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QTemporaryDir folder;
        QDir(folder.path()).mkdir(QStringLiteral("mine"));
        QFile note(folder.filePath(QStringLiteral("mine/note.txt")));
        QVERIFY(note.open(QIODevice::WriteOnly));
        const auto tiles = convert(map, folder.filePath(QStringLiteral("mine")), {{"to", "3dtiles"}});
        QVERIFY(!tiles);
        QCOMPARE(tiles.error().code, ErrorCode::NotWritable);
        QVERIFY(note.exists());
        const QString copy = folder.filePath(QStringLiteral("same.city.json"));
        QVERIFY(QFile::copy(file, copy));
        QCOMPARE(convert(copy, copy).error().code, ErrorCode::NotWritable);
    }
};

LOCI_TEST_CLASS(ExportVerbTest)
#include "export_verbtest.moc"
