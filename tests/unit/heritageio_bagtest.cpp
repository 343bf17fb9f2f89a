// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/bagit.h"
#include "layers/formats/heritage/bagpaths.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::formats;

class TestHeritageBag : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void isWholeWhenWritten();
    void namesTheAlteredFile_data();
    void namesTheAlteredFile();
    void namesMissingAndExtraFiles();
    void readsPackagesOfOthers();
    void staysInsideOfThePackage();
    void writesAllOrNothing();

private:
    Result<> write(const QString &folder);
    void change(const QString &path);
    Finding only(const BagReport &report) const
    {
        return report.findings.size() == 1 ? report.findings.front() : Finding();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_bag;
};

void TestHeritageBag::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_bag = m_folder->filePath(QStringLiteral("the bag"));
    LOCI_VERIFY_RESULT(write(m_bag));
}

Result<> TestHeritageBag::write(const QString &folder)
{
    QFile photo(m_folder->filePath(QStringLiteral("photo.jpg")));
    if (photo.open(QIODevice::WriteOnly)) {
        photo.write(QByteArray(3000000, 'x'));
        photo.close();
    }
    return writeBag(folder,
                    {{QStringLiteral("records/望江楼.jsonld"), "{}", {}},
                     {QStringLiteral("odd/100%\nname.txt"), "odd", {}},
                     {QStringLiteral("media/ab/photo.jpg"), {}, photo.fileName()}},
                    {{QStringLiteral("Source-Organization"), QStringLiteral("Test")}});
}

void TestHeritageBag::change(const QString &path)
{
    QFile file(m_bag + QLatin1Char('/') + path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(file.size() / 2);
    char byte = 0;
    file.getChar(&byte);
    file.seek(file.size() / 2);
    file.putChar(static_cast<char>(byte ^ 1));
}

void TestHeritageBag::isWholeWhenWritten()
{
    const auto report = verifyBag(m_bag);
    LOCI_VERIFY_RESULT(report);
    QVERIFY(report->isValid);
    QVERIFY(report->findings.empty());
    QCOMPARE(report->version, QStringLiteral("1.0"));
    QCOMPARE(report->files, qint64(3));
    QCOMPARE(report->bytes, qint64(3000005));
    QFile declaration(m_bag + QStringLiteral("/bagit.txt"));
    QVERIFY(declaration.open(QIODevice::ReadOnly));
    QCOMPARE(declaration.readAll(), QByteArray("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
    QFile manifest(m_bag + QStringLiteral("/manifest-sha256.txt"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QByteArray lines = manifest.readAll();
    QVERIFY(lines.contains("  data/odd/100%25%0Aname.txt\n"));
    // printf '{}' | sha256sum
    QVERIFY(lines.contains("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  data/records/"));
    QFile info(m_bag + QStringLiteral("/bag-info.txt"));
    QVERIFY(info.open(QIODevice::ReadOnly));
    QVERIFY(info.readAll().contains("Payload-Oxum: 3000005.3\n"));
}

void TestHeritageBag::namesTheAlteredFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("medium") << "data/media/ab/photo.jpg";
    QTest::newRow("record") << "data/records/望江楼.jsonld";
    QTest::newRow("odd name") << "data/odd/100%\nname.txt";
    QTest::newRow("information") << "bag-info.txt";
}

void TestHeritageBag::namesTheAlteredFile()
{
    QFETCH(QString, path);
    change(path);
    const auto report = verifyBag(m_bag);
    LOCI_VERIFY_RESULT(report);
    QVERIFY(!report->isValid);
    QStringList altered;
    for (const Finding &finding : report->findings) {
        if (finding.code == QLatin1String("bag_altered")) {
            altered << finding.object;
        }
    }
    QCOMPARE(altered, QStringList{path});
    QVERIFY(hasErrors(report->findings));
}

void TestHeritageBag::namesMissingAndExtraFiles()
{
    QVERIFY(QFile::remove(m_bag + QStringLiteral("/data/media/ab/photo.jpg")));
    QFile extra(m_bag + QStringLiteral("/data/new.txt"));
    QVERIFY(extra.open(QIODevice::WriteOnly));
    extra.write("n");
    extra.close();
    const auto report = verifyBag(m_bag);
    LOCI_VERIFY_RESULT(report);
    QHash<QString, QString> found;
    for (const Finding &finding : report->findings) {
        found.insert(finding.code, finding.object);
    }
    QCOMPARE(found.value(QStringLiteral("bag_missing")), QStringLiteral("data/media/ab/photo.jpg"));
    QCOMPARE(found.value(QStringLiteral("bag_extra")), QStringLiteral("data/new.txt"));
    QVERIFY(found.contains(QStringLiteral("bag_oxum")));
    QVERIFY(!report->isValid);
}

void TestHeritageBag::readsPackagesOfOthers()
{
    const QString bag = m_folder->filePath(QStringLiteral("other"));
    QVERIFY(QDir().mkpath(bag + QStringLiteral("/data")));
    const auto put = [&bag](const char *name, const QByteArray &bytes) {
        QFile file(bag + QLatin1Char('/') + QLatin1String(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(put("bagit.txt", "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n"));
    QVERIFY(put("data/a.txt", "abc"));
    QVERIFY(put("manifest-md5.txt", "900150983CD24FB0D6963F7D28E17F72 *data/a.txt\r\n"));
    const auto report = verifyBag(bag);
    LOCI_VERIFY_RESULT(report);
    QVERIFY(report->isValid);
    QCOMPARE(report->version, QStringLiteral("0.97"));
    QCOMPARE(only(*report).code, QStringLiteral("bag_no_tagmanifest"));
    QVERIFY(!verifyBag(bag + QStringLiteral("/nowhere")));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const auto byShortName = verifyBag(QStringLiteral("the bag"));
    QVERIFY(QDir::setCurrent(before));
    LOCI_VERIFY_RESULT(byShortName);
    QVERIFY(byShortName->isValid);
    QCOMPARE(byShortName->files, qint64(3));
    QVERIFY(QFile::remove(bag + QStringLiteral("/bagit.txt")));
    QVERIFY(!verifyBag(bag)->isValid);
}

void TestHeritageBag::staysInsideOfThePackage()
{
    for (const char *path : {"../x", "/etc/x", "a/../../x", "~/x", "C:/x", "a\\b", "a//b", ""}) {
        QVERIFY2(!isSafeBagPath(QString::fromUtf8(path)), path);
    }
    QVERIFY(isSafeBagPath(QStringLiteral("data/a b/c..d")));
    QFile manifest(m_bag + QStringLiteral("/manifest-sha256.txt"));
    QVERIFY(manifest.open(QIODevice::Append));
    manifest.write("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  ../outside.txt\n");
    manifest.close();
    QVERIFY(QFile::remove(m_bag + QStringLiteral("/data/media/ab/photo.jpg")));
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("photo.jpg")),
                        m_bag + QStringLiteral("/data/media/ab/photo.jpg")));
    const auto report = verifyBag(m_bag);
    LOCI_VERIFY_RESULT(report);
    QStringList unsafe;
    for (const Finding &finding : report->findings) {
        if (finding.code == QLatin1String("bag_unsafe_path")) {
            unsafe << finding.object;
        }
    }
    unsafe.sort();
    QCOMPARE(unsafe, (QStringList{QStringLiteral("../outside.txt"), QStringLiteral("data/media/ab/photo.jpg")}));
}

void TestHeritageBag::writesAllOrNothing()
{
    QVERIFY(!write(m_bag)); // there already
    const QString bad = m_folder->filePath(QStringLiteral("bad"));
    QVERIFY(!writeBag(bad, {{QStringLiteral("../evil"), "x", {}}}, {}));
    QVERIFY(!writeBag(bad, {{QStringLiteral("a"), "x", {}}, {QStringLiteral("a"), "y", {}}}, {}));
    QVERIFY(!writeBag(bad, {{QStringLiteral("a"), {}, QStringLiteral("/nowhere/a")}}, {}));
    const CancelToken cancel;
    cancel.cancel();
    QCOMPARE(writeBag(bad, {{QStringLiteral("a"), "x", {}}}, {}, cancel).error().code, ErrorCode::Cancelled);
    QVERIFY(!QFileInfo::exists(bad));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
}

LOCI_TEST_CLASS(TestHeritageBag)
#include "heritageio_bagtest.moc"
