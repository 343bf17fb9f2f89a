// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planverb.h"
#include "layers/formats/modelreader.h"
#include "layers/formats/pointtransform.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace loci;

namespace {

// Six detached buildings of The Hague, heights read from the file by hand: lowest and highest vertex, and the lowest
// vertex of the roof surfaces of the part with the highest eaves.
//   A 6.632 19.581 16.431   B 5.206 15.673 11.731   C 3.904 14.182 12.621
//   D 4.870 13.586  9.198   E 8.884 12.103          F 8.991 11.891
const QString kA = QStringLiteral("GUID_6A5D61C3-4FE8-4425-A301-06208F6B6E99");
const QString kB = QStringLiteral("GUID_23C0293A-E3DE-402B-803E-AF294C8FEC45");
const QString kC = QStringLiteral("GUID_6E405ACC-CA8D-4569-AC5E-13DBB3D78A7C");
const QString kD = QStringLiteral("GUID_113082A3-1544-4456-8195-A536CCFE710E");
const QString kE = QStringLiteral("GUID_FA98B41A-B47D-4EF1-B2B6-745B3BAFE985");
const QString kF = QStringLiteral("GUID_1FDB1715-4F96-49A7-ADFA-CBE80F2E676A");

std::vector<QJsonObject> zones()
{
    using test::boxFeature;
    return {boxFeature({{"id", "ZA"}, {"kind", "height_zone"}, {"max_height", 12}}, 78802, 457631, 78837, 457665),
            boxFeature({{"id", "ZB"}, {"kind", "height_zone"}, {"max_height", 10.5}}, 78937, 457650, 78955, 457668),
            boxFeature({{"id", "ZC"}, {"kind", "height_zone"}}, 78662, 457925, 78698, 457955),
            boxFeature({{"id", "EA"}, {"kind", "eaves_zone"}}, 78802, 457631, 78837, 457665),
            boxFeature({{"id", "EB"}, {"kind", "eaves_zone"}}, 78937, 457650, 78955, 457668),
            boxFeature({{"id", "DD"}, {"kind", "datum_zone"}}, 78956, 457663, 78977, 457680),
            boxFeature({{"id", "P"}, {"kind", "parcel"}}, 78802, 457631, 78837, 457665),
            test::feature({{"id", "L"}, {"kind", "building_line"}}, QStringLiteral("LineString"),
                          QJsonArray{QJsonArray{78936, 457600}, QJsonArray{78936, 457700}})};
}

QByteArray rules()
{
    const auto rule = [](const char *id, const char *kind, const QJsonValue &limit, const char *area) {
        QJsonObject made{{"id", id}, {"kind", kind}, {"unit", "m"}};
        if (!limit.isNull()) {
            made.insert("limit", limit);
        }
        if (*area != 0) {
            made.insert("areas", QJsonArray{area});
        }
        return made;
    };
    QJsonObject eaves = rule("t-eaves", "height", 6.5, "eaves_zone");
    eaves["reference"] = "eaves";
    QJsonObject datum = rule("t-datum", "height", 13, "datum_zone");
    datum["reference"] = "datum";
    QJsonObject line = rule("t-line", "setback", 3, "building_line");
    line["bound"] = "at_least";
    QJsonObject roof = rule("t-roof", "roof_form", QJsonValue(), "");
    roof["unit"] = "";
    roof["allowed"] = QJsonArray{"1010", "1030", "1040"};
    roof["exceptions"] =
        QJsonArray{QJsonObject{{"text", QJsonObject{{"en", "one"}, {"zh", "一"}}}, {"ids", QJsonArray{kF}}}};
    QJsonObject old = rule("t-old", "height", 1, "height_zone");
    old["to"] = "2020-12-31";
    QJsonObject coverage = rule("t-coverage", "coverage", 60, "parcel");
    coverage["unit"] = "%";
    QJsonObject far = rule("t-far", "floor_area_ratio", 2, "parcel");
    far["unit"] = "";
    return test::packOf({rule("t-ridge", "height", QJsonObject{{"property", "max_height"}}, "height_zone"), eaves,
                         datum, line, roof, old, coverage, far});
}

struct Expected
{
    QString object;
    const char *rule;
    const char *area;
    double value, limit, margin; ///< NaN: not known
    const char *verdict;
    bool governing;
};

/// The table as worked by hand from the heights above, in the order of the answer.
std::vector<Expected> table()
{
    const double none = std::nan("");
    return {{kA, "t-ridge", "ZA", 12.949, 12, -0.949, "fail", false},
            {kA, "t-eaves", "EA", 9.799, 6.5, -3.299, "fail", true},
            {kA, "t-roof", "", none, none, none, "fail", false},
            {kB, "t-ridge", "ZB", 10.467, 10.5, 0.033, "pass", false},
            {kB, "t-eaves", "EB", 6.525, 6.5, -0.025, "fail", false},
            {kB, "t-line", "L", 1.948, 3, -1.052, "fail", true},
            {kB, "t-roof", "", none, none, none, "pass", false},
            {kC, "t-ridge", "ZC", 10.278, none, none, "unknown", true},
            {kC, "t-roof", "", none, none, none, "pass", false},
            {kD, "t-datum", "DD", 13.586, 13, -0.586, "fail", true},
            {kD, "t-roof", "", none, none, none, "pass", false},
            {kE, "t-roof", "", none, none, none, "fail", true},
            // 700.481 m2 of ground on 35 m x 34 m; 12.949 m are 4 storeys of 3 m.
            {QStringLiteral("P"), "t-coverage", "P", 58.864, 60, 1.136, "pass", false},
            {QStringLiteral("P"), "t-far", "P", 2.35456, 2, -0.35456, "fail", true}};
}

bool same(const QJsonValue &found, double wanted)
{
    constexpr double kMillimetre = 0.0011;
    return std::isnan(wanted) ? found.isNull() : found.isDouble() && std::abs(found.toDouble() - wanted) < kMillimetre;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QJsonValue moved(const QJsonValue &value, const formats::PointTransform &way)
{
    const QJsonArray array = value.toArray();
    if (array.size() == 2 && array[0].isDouble()) {
        const Vec2 there = way({array[0].toDouble(), array[1].toDouble()}).value_or(Vec2());
        return QJsonArray{there.x, there.y};
    }
    QJsonArray result;
    for (const QJsonValue &item : array) {
        result << moved(item, way);
    }
    return result;
}

} // namespace

class PlanningCheckTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_model;

    QString put(const char *name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        write(path, bytes);
        return path;
    }
    QHash<QString, QString> options(const QString &zoneFile)
    {
        return {{"zones", zoneFile},
                {"rules", put("rules.json", rules())},
                {"date", "2026-01-01"},
                {"object", QStringList{kA, kB, kC, kD, kE, kF, "P"}.join(QLatin1Char(','))}};
    }
    static Result<cli::Answer> plan(const QStringList &arguments, const QHash<QString, QString> &options)
    {
        const cli::ModelOpener open = [](const QString &path, const CancelToken &cancel) {
            return formats::readModel(path, cancel);
        };
        return cli::planVerb({open, {}}).run({arguments, options, {}, {}});
    }
    static void compareWithTable(const QJsonArray &rows)
    {
        std::vector<Expected> wanted = table();
        QCOMPARE(static_cast<std::size_t>(rows.size()), wanted.size());
        for (const QJsonValue &item : rows) {
            const auto row = std::find_if(wanted.begin(), wanted.end(), [&item](const Expected &e) {
                return item["object"] == e.object && item["rule"] == QLatin1String(e.rule);
            });
            QVERIFY2(row != wanted.end(), qPrintable(item["object"].toString() + item["rule"].toString()));
            const QString name = row->object + QLatin1Char(' ') + QLatin1String(row->rule);
            QVERIFY2(same(item["value"], row->value), qPrintable(name));
            QVERIFY2(same(item["limit"], row->limit) && same(item["margin"], row->margin), qPrintable(name));
            QCOMPARE(item["area"].toString(), QLatin1String(row->area));
            QCOMPARE(item["verdict"].toString(), QLatin1String(row->verdict));
            QVERIFY2(item["governing"].toBool() == row->governing, qPrintable(name));
            QCOMPARE(item["clause"].toString(), QStringLiteral("1"));
        }
    }

private slots:
    void initTestCase()
    {
        m_model = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        if (m_model.isEmpty()) {
            QSKIP("shared data is absent");
        }
    }

    void equalsTheHandWorkedTable()
    {
        const auto answer = plan({"check", m_model}, options(put("zones.geojson", test::collection(zones()))));
        LOCI_VERIFY_RESULT(answer);
        compareWithTable(answer->json["results"].toArray());
        const QJsonObject summary = answer->json["summary"].toObject();
        QCOMPARE(summary["fail"].toInt(), 5);
        QCOMPARE(summary["unknown"].toInt(), 1);
        QCOMPARE(summary["pass"].toInt(), 0);
        QCOMPARE(answer->json["rulesInForce"].toInt(), 7);
    }

    void isTheSameWithZonesInDegrees()
    {
        const auto way = formats::PointTransform::between(EpsgCode(28992), EpsgCode(4326));
        LOCI_VERIFY_RESULT(way);
        std::vector<QJsonObject> degrees = zones();
        for (QJsonObject &one : degrees) {
            QJsonObject geometry = one["geometry"].toObject();
            geometry["coordinates"] = moved(geometry["coordinates"], *way);
            one["geometry"] = geometry;
        }
        const auto answer = plan({"check", m_model}, options(put("degrees.geojson", test::collection(degrees, 4326))));
        LOCI_VERIFY_RESULT(answer);
        compareWithTable(answer->json["results"].toArray());
    }

    void anotherDayHasOtherRules()
    {
        auto call = options(put("zones.geojson", test::collection(zones())));
        call["date"] = QStringLiteral("2019-05-20");
        call["object"] = kA;
        const auto answer = plan({"check", m_model}, call);
        LOCI_VERIFY_RESULT(answer);
        QCOMPARE(answer->json["rulesInForce"].toInt(), 8);
        QCOMPARE(answer->json["objects"].toArray().at(0)["governing"].toString(), QStringLiteral("t-old"));
    }

    void writesCsv()
    {
        auto call = options(put("zones.geojson", test::collection(zones())));
        call["csv"] = QString();
        const auto answer = plan({"check", m_model}, call);
        LOCI_VERIFY_RESULT(answer);
        const QStringList lines = answer->text.split(QLatin1Char('\n'));
        QCOMPARE(static_cast<std::size_t>(lines.size()), table().size() + 1);
        QVERIFY(lines[0].startsWith(QLatin1String("object,rule,standard,clause,area,value,limit,margin")));
        QVERIFY(lines.filter(QStringLiteral("t-eaves")).value(0).contains(QLatin1String(",-3.299,m,,fail,yes,")));
    }

    void saysWhatIsWrongInOneSentence()
    {
        const QString good = put("zones.geojson", test::collection(zones()));
        const auto code = [&](const QStringList &arguments, const QHash<QString, QString> &changed) {
            auto call = options(good);
            for (auto it = changed.begin(); it != changed.end(); ++it) {
                call[it.key()] = it.value();
            }
            const auto answer = plan(arguments, call);
            return answer || answer.error().message.isEmpty() || answer.error().message.contains(QLatin1Char('%'))
                       ? -1
                       : exitStatus(answer.error().code);
        };
        QCOMPARE(code({"fly", m_model}, {}), 2);
        QCOMPARE(code({"check", m_model}, {{"rules", ""}}), 2);
        QCOMPARE(code({"check", m_model}, {{"date", "yesterday"}}), 2);
        QCOMPARE(code({"check", m_model}, {{"object", "nobody"}}), 2);
        QCOMPARE(code({"check", m_model}, {{"zones", m_folder.filePath("absent")}}), 3);
        QCOMPARE(code({"check", m_folder.filePath("absent")}, {}), 3);
        QCOMPARE(code({"check", m_model}, {{"rules", good}}), 1);
        QCOMPARE(code({"check", m_model}, {{"zones", put("far.geojson", test::collection(zones(), 999999))}}), 1);
    }
};

LOCI_TEST_CLASS(PlanningCheckTest)
#include "planning_checktest.moc"
