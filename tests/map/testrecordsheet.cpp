// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/recordsheet.h"
#include "layers/map/report/recordtext.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using heritage::Asset;
using heritage::Profile;

namespace {

Profile profile()
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/heritage/profiles/china.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    auto parsed = Profile::parse(file.readAll());
    return parsed ? std::move(*parsed) : Profile();
}

Asset tower()
{
    Asset asset = Asset::make(QStringLiteral("望江楼"), QStringLiteral("zh"));
    asset.set(QStringLiteral("/level"), QStringLiteral("2"));
    asset.set(QStringLiteral("/category"), QStringLiteral("0300"));
    asset.set(QStringLiteral("/address"), QStringLiteral("临江市滨江路 1 号"));
    asset.set(QStringLiteral("/dating/text"), QStringLiteral("清光绪十五年"));
    asset.set(QStringLiteral("/areas/footprint"), 312.5);
    asset.set(QStringLiteral("/fourHaves/sign/done"), true);
    asset.setParts<heritage::ReferenceNumber>({{QStringLiteral("local"), QStringLiteral("LJ-007")}});
    heritage::Geometry point;
    point.wkt = QStringLiteral("POINT (104.0876543 30.6312345)");
    asset.setParts<heritage::Geometry>({point});
    return asset;
}

map::SheetContent content()
{
    map::SheetContent made;
    made.language = QStringLiteral("zh_CN");
    made.office = QStringLiteral("临江市文物局");
    made.printed = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC);
    made.map = QImage(600, 400, QImage::Format_RGB32);
    made.map.fill(QColor(200, 220, 200));
    for (int i = 0; i < 3; ++i) {
        QImage photograph(800, 600, QImage::Format_RGB32);
        photograph.fill(QColor(60 + 60 * i, 90, 120));
        made.photographs.push_back({photograph, QStringLiteral("照片 %1").arg(i)});
    }
    return made;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString valueOf(const std::vector<map::SectionText> &sections, const QString &label)
{
    for (const map::SectionText &section : sections) {
        for (const auto &entry : section.entries) {
            for (const map::FieldText &field : entry) {
                if (field.label == label) {
                    return field.value;
                }
            }
        }
    }
    return {};
}

} // namespace

class TestRecordSheet : public QObject
{
    Q_OBJECT
private slots:
    void saysCodesInWords();
    void writesPdfWithFontsAndPictures();
    void writesTextDocuments();
    void writesLists();
    void refusesOtherFiles();

private:
    QTemporaryDir m_folder;
};

void TestRecordSheet::saysCodesInWords()
{
    const Profile china = profile();
    QVERIFY(!china.sections.empty());
    const auto chinese = map::sectionsOf(tower(), china, QStringLiteral("zh_CN"));
    QCOMPARE(valueOf(chinese, QStringLiteral("文物类别")), QStringLiteral("古建筑"));
    QVERIFY(valueOf(chinese, QStringLiteral("占地面积")).isEmpty());
    QCOMPARE(valueOf(chinese, QStringLiteral("年代（原文）")), QStringLiteral("清光绪十五年"));
    const auto english = map::sectionsOf(tower(), china, QStringLiteral("en"));
    QVERIFY(valueOf(english, QStringLiteral("Footprint")).startsWith(QStringLiteral("312.5")));
    QVERIFY(valueOf(english, QStringLiteral("Shape")).contains(QStringLiteral("104.087654")));
    QVERIFY(valueOf(english, QStringLiteral("Condition")).isEmpty());
    for (const map::SectionText &section : english) {
        QVERIFY(!section.entries.empty());
    }
    QVERIFY(!map::missingFields(tower(), china, QStringLiteral("en")).isEmpty());
}

void TestRecordSheet::writesPdfWithFontsAndPictures()
{
    const auto document = map::recordSheet(tower(), profile(), content());
    const QString text = document->toPlainText();
    QVERIFY(text.startsWith(QStringLiteral("望江楼")));
    QVERIFY(text.contains(QStringLiteral("LJ-007")));
    QVERIFY(text.contains(QStringLiteral("照片 2")));
    const QString path = m_folder.filePath(QStringLiteral("sheet.pdf"));
    LOCI_VERIFY_RESULT(map::writeSheet(*document, map::sheetPageTexts(QStringLiteral("望江楼"), content()), path));
    const QByteArray pdf = bytesOf(path);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(document->pageCount() >= 2);
    QVERIFY2(pdf.contains("/FontFile"), "the fonts are in the file");
    QVERIFY(pdf.count("/Subtype /Image") >= 4);
    QVERIFY(pdf.contains("/MediaBox [0 0 595") || pdf.contains("/MediaBox [0 0 596"));
}

void TestRecordSheet::writesTextDocuments()
{
    const auto document = map::recordSheet(tower(), profile(), content());
    const QString path = m_folder.filePath(QStringLiteral("sheet.odt"));
    LOCI_VERIFY_RESULT(map::writeSheet(*document, map::sheetPageTexts({}, content()), path));
    const QByteArray odt = bytesOf(path);
    QVERIFY(odt.startsWith("PK"));
    QVERIFY(odt.contains("content.xml"));
    QVERIFY(odt.contains("Pictures/"));
}

void TestRecordSheet::writesLists()
{
    std::vector<Asset> assets(150, tower());
    const auto document = map::recordList(assets, profile(), content());
    const QString path = m_folder.filePath(QStringLiteral("list.pdf"));
    LOCI_VERIFY_RESULT(map::writeSheet(*document, map::sheetPageTexts(QStringLiteral("名录"), content()), path));
    QVERIFY(document->pageCount() > 2);
    QCOMPARE(document->toPlainText().count(QStringLiteral("LJ-007")), 150);
}

void TestRecordSheet::refusesOtherFiles()
{
    const auto document = map::recordSheet(tower(), profile(), {});
    QVERIFY(!map::writeSheet(*document, {}, m_folder.filePath(QStringLiteral("sheet.doc"))));
    QVERIFY(!map::writeSheet(*document, {}, QStringLiteral("/nowhere/at/all/sheet.pdf")));
}

LOCI_TEST_CLASS(TestRecordSheet)
#include "testrecordsheet.moc"
