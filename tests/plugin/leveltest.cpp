// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/indicatorstore.h"
#include "layers/workspace/levels/levelexchange.h"
#include "layers/workspace/levels/levelfile.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::workspace;
using levels::LevelPackage;

/// Three workspaces: a district, its city, its province.
class LevelTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_district = make("district");
        m_city = make("city");
        m_province = make("province");
        const auto pair = formats::KeyPair::make();
        LOCI_VERIFY_RESULT(pair);
        m_keys = *pair;
        QVERIFY(keep(62, 70));
    }

    void goesUpIsCorrectedAndGoesUpAgain()
    {
        // District to city.
        const LevelPackage first = send(*m_district, at("one"));
        QCOMPARE(first.version, 1);
        QCOMPARE(first.values.size(), std::size_t(3));
        const auto read = readLevelPackage(at("one"), trusted());
        LOCI_VERIFY_RESULT(read);
        QCOMPARE(read->seal.seal, formats::Seal::Good);
        QCOMPARE(read->package.contentHash(), first.contentHash());
        QCOMPARE(read->package.values, first.values); // the unknown one is unknown, not zero
        QCOMPARE(read->package.documents, first.documents);
        const auto received = receive(*m_city, read->package);
        LOCI_VERIFY_RESULT(received);
        QCOMPARE(received->differences.size(), std::size_t(4));
        // The same again changes nothing, here and there.
        QCOMPARE(send(*m_district, at("again")).contentHash(), first.contentHash());
        QCOMPARE(send(*m_district, at("again")).version, 1);
        const auto again = readLevelPackage(at("again"), trusted());
        LOCI_VERIFY_RESULT(again);
        const qint64 steps = static_cast<qint64>(m_city->history(0).size());
        QVERIFY(!receive(*m_city, again->package)->changed);
        QCOMPARE(static_cast<qint64>(m_city->history(0).size()), steps);
        // A correction goes back.
        const QString what =
            levels::ValueKey{QStringLiteral("LV-01"), QStringLiteral("9900102"), QStringLiteral("2026")}.text();
        LOCI_VERIFY_RESULT(
            remark(*m_city, QStringLiteral("99001"),
                   {what, QStringLiteral("count the new park"), QStringLiteral("75"), QStringLiteral("city"), {}, {}}));
        QVERIFY(!remark(*m_city, QStringLiteral("99001"),
                        {QStringLiteral("nothing"), QStringLiteral("x"), {}, {}, {}, {}}));
        const QByteArray back = remarksText(*m_city, QStringLiteral("99001"));
        const auto taken = takeRemarks(*m_district, back);
        LOCI_VERIFY_RESULT(taken);
        QCOMPARE(*taken, 1);
        QCOMPARE(*takeRemarks(*m_district, back), 0);
        QCOMPARE(returnedRemarks(*m_district).front().proposed, QStringLiteral("75"));
        // The district mends and sends again; the remark is answered.
        QVERIFY(keep(62, 75));
        const LevelPackage second = send(*m_district, at("two"));
        QCOMPARE(second.version, 2);
        QCOMPARE(second.previous, first.contentHash());
        const auto mended = readLevelPackage(at("two"), trusted());
        LOCI_VERIFY_RESULT(mended);
        const auto report = receive(*m_city, mended->package);
        LOCI_VERIFY_RESULT(report);
        QCOMPARE(report->differences.size(), std::size_t(1));
        QCOMPARE(report->differences.front().what, what);
        QVERIFY(report->differences.front().before.startsWith(QLatin1String("70")));
        QVERIFY(report->differences.front().after.startsWith(QLatin1String("75")));
        QVERIFY(receivedFrom(*m_city, QStringLiteral("99001"))->remarks.empty());
        QVERIFY(!receive(*m_city, read->package)); // the older one is refused
        // One step of the history, that can be undone.
        LOCI_VERIFY_RESULT(m_city->undo());
        QCOMPARE(receivedFrom(*m_city, QStringLiteral("99001"))->package.contentHash(), first.contentHash());
        LOCI_VERIFY_RESULT(m_city->redo());
        // City to province: what was sent is found again below its sender.
        LOCI_VERIFY_RESULT(receive(*m_province, receivedFrom(*m_city, QStringLiteral("99001"))->package));
        QCOMPARE(workspace::received(*m_province).front().package.contentHash(), second.contentHash());
        QVERIFY(m_province->keys(QStringLiteral("indicator/")).isEmpty()); // nothing of its own was touched
    }

    void restrictedRecordsStayAtHome()
    {
        LOCI_VERIFY_RESULT(m_district->commit(
            {QStringLiteral("records"),
             {{QStringLiteral("heritage/asset/11111111-1111-4111-8111-111111111111"),
               {},
               R"({"id":"11111111-1111-4111-8111-111111111111","names":[{"lang":"zh","text":"塔"}]})"},
              {QStringLiteral("heritage/asset/22222222-2222-4222-8222-222222222222"),
               {},
               R"({"id":"22222222-2222-4222-8222-222222222222","names":[{"lang":"zh","text":"墓"}],"sensitivity":{"level":"withheld"}})"}}}));
        LevelChoice choice = m_choice;
        choice.records = true;
        const LevelPackage package = collect(*m_district, choice);
        QVERIFY(package.documents.contains(QStringLiteral("heritage/asset/11111111-1111-4111-8111-111111111111")));
        QVERIFY(!package.documents.contains(QStringLiteral("heritage/asset/22222222-2222-4222-8222-222222222222")));
    }

    void refusesWhatWasAltered()
    {
        send(*m_district, at("p"));
        QFile file(at("p"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        file.close();
        int refused = 0;
        constexpr int kTrials = 60;
        for (int i = 0; i < kTrials; ++i) {
            QByteArray bad = good;
            const qsizetype place = (good.size() - 1) * i / (kTrials - 1);
            bad[place] = static_cast<char>(bad.at(place) ^ 0x55);
            QFile out(at("bad"));
            QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
            out.write(bad);
            out.close();
            const auto read = readLevelPackage(at("bad"), trusted());
            refused += read ? 0 : 1;
            // A byte that the zip does not need may differ; what is read is what was sent.
            QVERIFY(!read || read->package.contentHash() == collect(*m_district, m_choice).contentHash());
        }
        QVERIFY2(refused > kTrials / 2, qPrintable(QString::number(refused)));
        for (const QByteArray &nonsense : {QByteArray(), QByteArray("PK"), good.left(good.size() / 2)}) {
            QFile out(at("bad"));
            QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
            out.write(nonsense);
            out.close();
            const auto read = readLevelPackage(at("bad"), {});
            QVERIFY(!read && !read.error().message.isEmpty());
        }
        QVERIFY(!takeRemarks(*m_district, "{"));
        QVERIFY(!takeRemarks(*m_district, R"({"remarks":[{"what":""}]})"));
    }

private:
    QString at(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    std::map<QString, QByteArray> trusted() const { return {{QStringLiteral("district"), m_keys.publicPem}}; }
    std::unique_ptr<Workspace> make(const char *name) const
    {
        auto made = Workspace::create(at(name) + QStringLiteral(".loci"));
        return made ? std::move(*made) : nullptr;
    }
    bool keep(double one, double two)
    {
        const auto row = [](const char *area, std::optional<double> value, int id) {
            storage::IndicatorRow made;
            made.code = QStringLiteral("LV-01");
            made.area = QLatin1String(area);
            made.period = QStringLiteral("2026");
            made.level = QStringLiteral("district");
            made.value = value;
            made.unit = QStringLiteral("%");
            made.quality = value ? QStringLiteral("complete") : QStringLiteral("unknown");
            made.calculation = QStringLiteral("calc-%1").arg(id);
            made.computed = QDateTime(QDate(2026, 11, 26), QTime(0, 0), Qt::UTC);
            made.provenance = "{}";
            return made;
        };
        return m_district
                   ->commit(
                       {QStringLiteral("define"), {{QStringLiteral("indicator/def/LV-01"), {}, R"({"code":"LV-01"})"}}})
                   .has_value() &&
               m_district
                   ->keepIndicatorValues(
                       {row("9900101", one, 1), row("9900102", two, static_cast<int>(two)), row("9900103", {}, 3)})
                   .has_value();
    }
    LevelPackage send(Workspace &from, const QString &path)
    {
        LevelPackage package = collect(from, m_choice);
        const auto written = writeLevelPackage(package, path, m_keys.secretPem);
        const auto kept = rememberSent(from, package);
        return written && kept ? package : LevelPackage{};
    }

    const LevelChoice m_choice{QStringLiteral("99001"),
                               {QStringLiteral("古城区"), QStringLiteral("Gucheng")},
                               QStringLiteral("district"),
                               {QStringLiteral("LV-01")}};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_district, m_city, m_province;
    formats::KeyPair m_keys;
};

LOCI_TEST_CLASS(LevelTest)
#include "leveltest.moc"
