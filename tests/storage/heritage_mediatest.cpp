// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it.
#include "layers/workspace/packaging.h"
#include "tests/storage/heritage_fixture.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTest>

using namespace loci;
using namespace loci::test;
using namespace loci::storage::heritage;

namespace {
/// A JPEG with an EXIF block of our own making: position, direction and time, big-endian.
class ExifJpeg
{
public:
    static QByteArray make()
    {
        QImage image(40, 20, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QByteArray jpeg;
        {
            QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("x.jpg"));
            image.save(path, "JPG");
            QFile file(path);
            if (file.open(QIODevice::ReadOnly)) {
                jpeg = file.readAll();
            }
        }
        const QByteArray body = QByteArray("Exif\0\0", 6) + tiff();
        return jpeg.left(2) + QByteArray("\xff\xe1", 2) + number16(int(body.size()) + 2) + body + jpeg.mid(2);
    }

private:
    static QByteArray number16(int value) { return QByteArray(1, char(value >> 8)) + QByteArray(1, char(value)); }
    static QByteArray number32(int value) { return number16(value >> 16) + number16(value & 0xffff); }
    static QByteArray entry(int tag, int type, int count, const QByteArray &value)
    {
        return number16(tag) + number16(type) + number32(count) + value.leftJustified(4, '\0');
    }
    static QByteArray rational(int a, int b) { return number32(a) + number32(b); }

    static QByteArray tiff()
    {
        constexpr int kExif = 8 + 2 + 2 * 12 + 4;    // after the first directory
        constexpr int kGps = kExif + 2 + 12 + 4;     // after the camera's
        constexpr int kData = kGps + 2 + 5 * 12 + 4; // after the place's
        QByteArray out = "MM" + number16(42) + number32(8);
        out += number16(2) + entry(0x8769, 4, 1, number32(kExif)) + entry(0x8825, 4, 1, number32(kGps)) + number32(0);
        out += number16(1) + entry(0x9003, 2, 20, number32(kData)) + number32(0);
        out += number16(5) + entry(1, 2, 2, "N") + entry(2, 5, 3, number32(kData + 20)) + entry(3, 2, 2, "W") +
               entry(4, 5, 3, number32(kData + 44)) + entry(17, 5, 1, number32(kData + 68)) + number32(0);
        out += QByteArray("2024:05:01 10:20:30\0", 20);
        out += rational(31, 1) + rational(30, 1) + rational(0, 1);
        out += rational(120, 1) + rational(15, 1) + rational(3600, 100);
        return out + rational(2705, 10);
    }
};

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}
} // namespace

class TestHeritageMedia : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void readsWhatACameraWrote();
    void keepsEachContentOnce();
    void tellsWhatIsMissingOrAltered();
    void refusesWhatIsNoFile();
    void takesNoNameForAPath();
    void trashKeepsForATime();
    void goesWhereTheWorkspaceGoes();
    void makesThumbnails();

private:
    QString file(const char *name) const { return m_town->folder.filePath(QString::fromUtf8(name)); }
    std::unique_ptr<HeritageFixture> m_town;
};

void TestHeritageMedia::init()
{
    m_town = std::make_unique<HeritageFixture>();
    QVERIFY(m_town->open());
}

void TestHeritageMedia::readsWhatACameraWrote()
{
    QVERIFY(write(file("塔.jpg"), ExifJpeg::make()));
    const auto facts = m_town->catalogue->media().import(file("塔.jpg"));
    LOCI_VERIFY_RESULT(facts);
    QCOMPARE(facts->name, QStringLiteral("塔.jpg"));
    QCOMPARE(facts->mime, QStringLiteral("image/jpeg"));
    QCOMPARE(facts->taken, QStringLiteral("2024-05-01T10:20:30"));
    QCOMPARE(facts->latitude.value_or(0), 31.5);
    QCOMPARE(facts->longitude.value_or(0), -120.26);
    QCOMPARE(facts->direction.value_or(0), 270.5);
    QVERIFY(!facts->altitude);
    QCOMPARE(facts->width, 40);
    QCOMPARE(MediumFacts::fromJson(facts->json()).json(), facts->json());
}

void TestHeritageMedia::keepsEachContentOnce()
{
    const MediaFolder media = m_town->catalogue->media();
    QVERIFY(write(file("a.txt"), "same") && write(file("b.txt"), "same") && write(file("c.txt"), "other"));
    const auto a = media.import(file("a.txt"));
    const auto b = media.import(file("b.txt"));
    LOCI_VERIFY_RESULT(a);
    LOCI_VERIFY_RESULT(b);
    QCOMPARE(a->sha256, b->sha256);
    LOCI_VERIFY_RESULT(media.import(file("c.txt")));
    QCOMPARE(media.stored().size(), 2);
    QCOMPARE(media.pathOf(a->sha256),
             media.path() + QLatin1Char('/') + a->sha256.left(2) + QLatin1Char('/') + a->sha256);
    LOCI_VERIFY_RESULT(media.importBytes("same", QStringLiteral("../d.txt")));
    QCOMPARE(media.stored().size(), 2);
}

void TestHeritageMedia::tellsWhatIsMissingOrAltered()
{
    const MediaFolder media = m_town->catalogue->media();
    std::vector<MediumFacts> facts;
    for (const char *content : {"one", "two", "three"}) {
        facts.push_back(media.importBytes(content, QStringLiteral("x")).value());
    }
    LOCI_VERIFY_RESULT(m_town->catalogue->putAll({}, {}, facts, {}, QStringLiteral("Add")));
    QVERIFY(m_town->catalogue->checkMedia().empty());
    QFile::setPermissions(media.pathOf(facts[0].sha256), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QVERIFY(write(media.pathOf(facts[0].sha256), "onE"));
    QVERIFY(QFile::remove(media.pathOf(facts[1].sha256)));
    const Findings findings = m_town->catalogue->checkMedia();
    QStringList told;
    for (const Finding &finding : findings) {
        told << finding.code + finding.object;
    }
    told.sort();
    QCOMPARE(told, (QStringList{QStringLiteral("medium_altered") + facts[0].sha256,
                                QStringLiteral("medium_missing") + facts[1].sha256}));
    LOCI_VERIFY_RESULT(media.importBytes("one", QStringLiteral("x"))); // the good one mends it
    QCOMPARE(m_town->catalogue->checkMedia().size(), std::size_t(1));
}

void TestHeritageMedia::refusesWhatIsNoFile()
{
    const MediaFolder media = m_town->catalogue->media();
    QVERIFY(write(file("empty"), {}));
    for (const QString &path : {file("none"), m_town->folder.path(), file("empty"), QString()}) {
        const auto facts = media.import(path);
        QVERIFY(!facts);
        QVERIFY(!facts.error().message.isEmpty());
    }
    QVERIFY(media.stored().isEmpty());
}

void TestHeritageMedia::takesNoNameForAPath()
{
    const MediaFolder media = m_town->catalogue->media();
    for (const char *name : {"../../etc/passwd", "/etc/passwd", "", "abc", "ABCDEF", "file:///etc/passwd"}) {
        QVERIFY(media.pathOf(QString::fromLatin1(name)).isEmpty());
        QVERIFY(!media.contains(QString::fromLatin1(name)));
        QVERIFY(!media.trash(QString::fromLatin1(name), QDateTime::currentDateTimeUtc()));
    }
}

void TestHeritageMedia::trashKeepsForATime()
{
    const MediaFolder media = m_town->catalogue->media();
    const QString hash = media.importBytes("x", QStringLiteral("x"))->sha256;
    const QDateTime then(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    LOCI_VERIFY_RESULT(media.trash(hash, then));
    QVERIFY(!media.contains(hash));
    QCOMPARE(media.purge(then.addDays(-1)).value(), 0);
    LOCI_VERIFY_RESULT(media.restore(hash));
    QVERIFY(media.contains(hash) && media.checkFixity({hash}).empty());
    LOCI_VERIFY_RESULT(media.trash(hash, then));
    QCOMPARE(media.purge(then.addDays(30)).value(), 1);
    QVERIFY(!media.restore(hash));
}

void TestHeritageMedia::goesWhereTheWorkspaceGoes()
{
    const MediumFacts facts = m_town->catalogue->media().importBytes("photo", QStringLiteral("x")).value();
    LOCI_VERIFY_RESULT(m_town->catalogue->putAll({}, {}, {facts}, {}, QStringLiteral("Add")));
    LOCI_VERIFY_RESULT(workspace::backup(m_town->path, file("copy.loci")));
    QVERIFY(MediaFolder::besideWorkspace(file("copy.loci")).checkFixity({facts.sha256}).empty());
    LOCI_VERIFY_RESULT(workspace::pack(m_town->path, file("p.locipack")));
    const auto unpacked = workspace::unpack(file("p.locipack"), file("out"));
    LOCI_VERIFY_RESULT(unpacked);
    QVERIFY(MediaFolder::besideWorkspace(*unpacked).checkFixity({facts.sha256}).empty());
    QVERIFY(QDir().mkpath(file("elsewhere")));
    LOCI_VERIFY_RESULT(m_town->workspace->saveAs(file("elsewhere/other.loci")));
    QVERIFY(m_town->catalogue->checkMedia().empty());
    QVERIFY(m_town->catalogue->media().path().endsWith(QStringLiteral("elsewhere/other.media")));
    LOCI_VERIFY_RESULT(m_town->catalogue->put(place(QStringLiteral("塔"), 120, 31), {})); // works on in its new place
    QVERIFY(m_town->workspace->heritage().verifyChain()->isIntact);
    QVERIFY(QFile::remove(m_town->catalogue->media().pathOf(facts.sha256)));
    const auto report = workspace::pack(file("elsewhere/other.loci"), file("q.locipack"));
    LOCI_VERIFY_RESULT(report);
    QCOMPARE(report->findings.size(), std::size_t(1));
    QCOMPARE(report->findings.front().code, QStringLiteral("file_missing"));
}

void TestHeritageMedia::makesThumbnails()
{
    const MediaFolder media = m_town->catalogue->media();
    QImage image(900, 300, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(file("p.png")));
    const QString hash = media.import(file("p.png"))->sha256;
    for (int round = 0; round < 2; ++round) { // made, then kept
        const QImage small = media.thumbnail(hash, 128);
        QCOMPARE(small.size(), QSize(128, 42));
        QCOMPARE(small.pixelColor(60, 20), QColor(Qt::red));
    }
    QVERIFY(media.thumbnail(media.importBytes("no picture", QStringLiteral("x"))->sha256).isNull());
    QCOMPARE(media.stored().size(), 2);
}

LOCI_TEST_CLASS(TestHeritageMedia)
#include "heritage_mediatest.moc"
