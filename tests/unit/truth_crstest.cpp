// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/formats/crsguess.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace loci;
using namespace loci::formats;
using Verdict = CrsJudgement::Verdict;

namespace {

Box3 around(double x, double y, double size = 800)
{
    Box3 box;
    box.include(Vec3{x - size / 2, y - size / 2, 0});
    box.include(Vec3{x + size / 2, y + size / 2, 30});
    return box;
}

CrsHints likely()
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/rules/crs-candidates.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    return {std::nullopt, opened ? CrsHints::likelyFromJson(file.readAll()) : std::vector<int>()};
}

CrsJudgement judge(const Box3 &box, int stated, const CrsHints &hints = likely())
{
    const auto judgement = guessCrs(box, EpsgCode(stated), hints);
    if (!judgement) {
        qWarning("%s", qPrintable(judgement.error().message));
    }
    return judgement.value_or(CrsJudgement());
}

QString told(const CrsJudgement &judgement)
{
    QString text;
    for (const CrsCandidate &c : judgement.candidates) {
        text += QStringLiteral("%1 %2 swap %3 unit %4 at %5 %6; ")
                    .arg(c.crs.value())
                    .arg(c.name)
                    .arg(c.swapAxes)
                    .arg(c.unit)
                    .arg(c.lonLat.x)
                    .arg(c.lonLat.y);
    }
    return text;
}

} // namespace

class TruthCrsTest : public QObject
{
    Q_OBJECT

private slots:
    void acceptsWhatFits_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<int>("crs");
        QTest::newRow("Delft") << 84710.0 << 446846.0 << 7415;
        QTest::newRow("Montreal") << 299000.0 << 5041000.0 << 2950;
        QTest::newRow("New York, feet") << 985000.0 << 195000.0 << 2263;
        QTest::newRow("sample city") << 636700.0 << 3288800.0 << 4548;
        QTest::newRow("Beijing with zone") << 39448000.0 << 4420000.0 << 4527;
        QTest::newRow("Zurich") << 2683000.0 << 1247000.0 << 2056;
    }

    void acceptsWhatFits()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(int, crs);
        const CrsJudgement judgement = judge(around(x, y), crs);
        QVERIFY2(judgement.verdict == Verdict::Fits, qPrintable(told(judgement)));
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<Box3>("box");
        QTest::addColumn<int>("stated");
        QTest::addColumn<int>("crs");
        QTest::addColumn<bool>("swapped");
        QTest::addColumn<double>("unit");
        QTest::newRow("none stated, Delft") << around(84710, 446846) << 0 << 28992 << false << 1.0;
        QTest::newRow("unknown code") << around(84710, 446846) << 9999999 << 28992 << false << 1.0;
        QTest::newRow("axes swapped") << around(446846, 84710) << 28992 << 28992 << true << 1.0;
        QTest::newRow("northing first, Gauss-Kruger") << around(4420000, 39448000) << 4527 << 4527 << true << 1.0;
        QTest::newRow("feet for metres") << around(985000, 195000) << 32118 << 32118 << false << 0.3048;
        QTest::newRow("metres for feet") << around(300228, 59436) << 2263 << 2263 << false << 1 / 0.3048;
        QTest::newRow("millimetres") << around(84710000, 446846000, 8e5) << 28992 << 28992 << false << 0.001;
        QTest::newRow("another country's system") << around(84710, 446846) << 2154 << 28992 << false << 1.0;
        QTest::newRow("degrees in a plane system") << around(4.36, 52.01, 0.02) << 28992 << 4326 << false << 1.0;
        QTest::newRow("zone in the easting") << around(40448000, 3420000) << 0 << 4528 << false << 1.0;
    }

    void namesWhatIsWrong()
    {
        QFETCH(Box3, box);
        QFETCH(int, stated);
        QFETCH(int, crs);
        QFETCH(bool, swapped);
        QFETCH(double, unit);
        QElapsedTimer timer;
        timer.start();
        const CrsJudgement judgement = judge(box, stated);
        QVERIFY(judgement.verdict == (stated == 0 || stated == 9999999 ? Verdict::Missing : Verdict::Suspect));
        QVERIFY(!judgement.candidates.empty());
        const CrsCandidate &best = judgement.candidates.front();
        QVERIFY2(best.crs.value() == crs && best.swapAxes == swapped && std::abs(best.unit - unit) < 1e-6,
                 qPrintable(told(judgement)));
        QVERIFY(!best.reason.isEmpty() && !best.name.isEmpty());
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void usesThePlaceOfTheMap()
    {
        CrsHints hints;
        hints.near = Vec2{4.36, 52.01};
        const CrsJudgement delft = judge(around(84710, 446846), 0, hints);
        const int best = delft.candidates.empty() ? 0 : delft.candidates[0].crs.value();
        QVERIFY2(best == 28992 || best == 7415, qPrintable(told(delft))); // without and with heights
        hints.near = Vec2{117.0, 29.7};
        const CrsJudgement china = judge(around(636700, 3288800), 0, hints);
        bool has4548 = false;
        for (const CrsCandidate &c : china.candidates) {
            has4548 = has4548 || c.crs.value() == 4548;
        }
        QVERIFY2(has4548, qPrintable(told(china)));
        hints = likely();
        hints.near = Vec2{-3.5, 48.1}; // where a model in the wrong system has led the map
        const CrsJudgement misled = judge(around(446846, 84710), 28992, hints);
        QVERIFY2(!misled.candidates.empty() && misled.candidates[0].swapAxes, qPrintable(told(misled)));
        const CrsJudgement swapped = judge(around(52.01, 4.36, 0.02), 28992, {Vec2{4.36, 52.01}, {}});
        QVERIFY2(!swapped.candidates.empty() && swapped.candidates[0].swapAxes, qPrintable(told(swapped)));
    }

    void saysWhenNothingFits()
    {
        const CrsJudgement local = judge(around(5, 5, 20), 0);
        QVERIFY(local.verdict == Verdict::Missing);
        city::CityModelBuilder builder;
        builder.beginObject("a", "Building");
        const city::CityModelPtr model = builder.finish();
        QCOMPARE(local.findings(*model).at(0).code, QStringLiteral("missing_crs"));
        for (const Box3 &odd : {around(1e15, -1e15), around(0, 0, 1e300), Box3()}) {
            const auto judgement = guessCrs(odd, EpsgCode(28992), likely());
            LOCI_VERIFY_RESULT(judgement);
        }
        const CrsJudgement delft = judge(around(446846, 84710), 28992);
        const Finding finding = delft.findings(*model).at(0);
        QCOMPARE(finding.code, QStringLiteral("suspect_crs"));
        QVERIFY(finding.message.contains(QLatin1String("EPSG:28992")));
    }

    void stopsWhenCancelled()
    {
        const CancelToken token;
        token.cancel();
        QCOMPARE(guessCrs(around(84710, 446846), {}, likely(), token).error().code, ErrorCode::Cancelled);
    }
};

LOCI_TEST_CLASS(TruthCrsTest)
#include "truth_crstest.moc"
