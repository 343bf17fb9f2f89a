// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/paper.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using heritage::Asset;
using heritage::Profile;

namespace {

Profile profileOf(const char *id)
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/heritage/profiles/%1.json").arg(QLatin1String(id)));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    auto parsed = Profile::parse(file.readAll());
    return parsed ? std::move(*parsed) : Profile();
}

map::SheetRecord tower(const QString &language)
{
    map::SheetRecord record{Asset::make(QStringLiteral("望江楼"), QStringLiteral("zh")), {}};
    record.asset.set(QStringLiteral("/level"), QStringLiteral("2"));
    record.asset.set(QStringLiteral("/ownership/user"), QStringLiteral("县文物所"));
    record.asset.set(QStringLiteral("/fourHaves/sign/done"), true);
    record.asset.set(QStringLiteral("/fourHaves/keeper/done"), false);
    heritage::Survey survey;
    survey.id = heritage::newId();
    survey.date = QStringLiteral("2024-10-18");
    survey.scale = QStringLiteral("cn5");
    survey.condition = QStringLiteral("fair");
    record.asset.setParts<heritage::Survey>({survey});
    record.content.language = language;
    record.content.printed = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC);
    record.content.zones = {
        {QStringLiteral("保护范围"), QStringLiteral("2006-07-01"), QStringLiteral("9 m"), QString()}};
    return record;
}

} // namespace

/// Reports and letters from templates.
class TestPapers : public QObject
{
    Q_OBJECT
private slots:
    void namesInBracesBecomeValues()
    {
        const Profile profile = profileOf("china");
        const map::SheetRecord record = tower(QStringLiteral("zh_CN"));
        QCOMPARE(map::filledIn(QStringLiteral("{name}，{/level}，{condition}（{surveyed}）"), record, profile),
                 QStringLiteral("望江楼，%1，%2（2024-10-18）")
                     .arg(profile.vocabulary(QStringLiteral("level"))
                              ->find(QStringLiteral("2"))
                              ->label.in(QStringLiteral("zh")),
                          profile.vocabulary(QStringLiteral("condition"))
                              ->find(QStringLiteral("fair"))
                              ->label.in(QStringLiteral("zh"))));
        // What nobody knows leaves a line to write on, and never a zero or the name of the field.
        const QString blank = map::filledIn(QStringLiteral("{/address}|{office}|{nonsense}|{ }"), record, profile);
        QVERIFY(blank.startsWith(QLatin1Char('_')));
        QVERIFY(!blank.contains(QLatin1String("address")) && !blank.contains(QLatin1String("nonsense")));
        QVERIFY(blank.endsWith(QStringLiteral("{ }"))); // no name
        QVERIFY(
            map::filledIn(QStringLiteral("{/consultations/last/from}"), record, profile).startsWith(QLatin1Char('_')));
        map::SheetRecord asked = record;
        asked.asset.set(QStringLiteral("/consultations"),
                        QJsonArray{QJsonObject{{QStringLiteral("from"), QStringLiteral("A")}},
                                   QJsonObject{{QStringLiteral("from"), QStringLiteral("B")}}});
        QCOMPARE(map::filledIn(QStringLiteral("{/consultations/last/from}"), asked, profile), QStringLiteral("B"));
    }

    void everyBundledPaperIsWhole_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : map::bundledPapers()) {
            QTest::newRow(qPrintable(id)) << id;
        }
    }
    void everyBundledPaperIsWhole()
    {
        QFETCH(QString, id);
        const auto paper = map::loadPaper(id);
        LOCI_VERIFY_RESULT(paper);
        QCOMPARE(paper->id, id);
        for (const char *language : {"zh", "en"}) {
            QVERIFY(paper->name.byLanguage.contains(QLatin1String(language)));
            for (const map::PaperBlock &block : paper->blocks) {
                QVERIFY(block.text.byLanguage.isEmpty() || block.text.byLanguage.contains(QLatin1String(language)));
            }
            for (const char *profile : {"china", "international"}) {
                if (paper->isFor(QLatin1String(profile))) {
                    const auto document = map::paperOf({tower(QLatin1String(language))}, profileOf(profile), *paper);
                    QVERIFY(document->toPlainText().contains(QStringLiteral("望江楼")));
                    QVERIFY(!document->toPlainText().contains(QLatin1Char('{')));
                }
            }
        }
    }

    void theFourHavesTellWhatIsNotRecorded()
    {
        const auto paper = map::loadPaper(QStringLiteral("four-haves"));
        LOCI_VERIFY_RESULT(paper);
        QVERIFY(paper->isFor(QStringLiteral("china")) && !paper->isFor(QStringLiteral("international")));
        const auto document = map::paperOf({tower(QStringLiteral("en"))}, profileOf("china"), *paper);
        const QStringList lines = document->toPlainText().split(QLatin1Char('\n'));
        QCOMPARE(lines.count(QStringLiteral("yes")), 1);
        QCOMPARE(lines.count(QStringLiteral("no")), 1);
        QCOMPARE(lines.count(QStringLiteral("not recorded")), 2); // unknown is not "no"
    }

    void oneRecordAPageAndBothFormats()
    {
        const QTemporaryDir folder;
        const auto paper = map::loadPaper(QStringLiteral("condition"));
        LOCI_VERIFY_RESULT(paper);
        const auto document =
            map::paperOf({tower(QStringLiteral("zh_CN")), tower(QStringLiteral("zh_CN"))}, profileOf("china"), *paper);
        const QString path = folder.filePath(QStringLiteral("two.pdf"));
        LOCI_VERIFY_RESULT(map::writeSheet(*document, {QStringLiteral("head"), {}}, path));
        QCOMPARE(document->pageCount(), 2);
        LOCI_VERIFY_RESULT(map::writeSheet(*document, {}, folder.filePath(QStringLiteral("two.odt"))));
    }

    void whatIsNoTemplateIsRefusedByASentence()
    {
        QVERIFY(!map::loadPaper(QStringLiteral("no such paper")));
        QVERIFY(!map::PaperTemplate::parse("nonsense"));
        QVERIFY(!map::PaperTemplate::parse(R"({"id": "x", "name": {"en": "X"}, "blocks": []})"));
        const auto unknown =
            map::PaperTemplate::parse(R"({"id": "x", "name": {"en": "X"}, "blocks": [{"dance": true}]})");
        QVERIFY(!unknown);
        QVERIFY(unknown.error().message.contains(QLatin1String("dance")));
    }
};

LOCI_TEST_CLASS(TestPapers)
#include "testpapers.moc"
