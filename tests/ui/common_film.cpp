// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/film_reader.h"
#include "widgets/briefing/filmwriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::test;
using namespace loci::widgets;

/// Films: what a player decodes is what was put in.
class TestFilm : public QObject
{
    Q_OBJECT
private:
    static bool isNear(QRgb a, QRgb b)
    {
        constexpr int kLoss = 10; // of a lossy codec, and of colours in limited range
        return std::abs(qRed(a) - qRed(b)) < kLoss && std::abs(qGreen(a) - qGreen(b)) < kLoss &&
               std::abs(qBlue(a) - qBlue(b)) < kLoss;
    }

private slots:
    void playersSeeWhatWasWritten_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("format");
        QTest::newRow("mp4") << "mp4"
                             << "mp4";
        QTest::newRow("webm") << "webm"
                              << "webm";
    }
    void playersSeeWhatWasWritten()
    {
        QFETCH(QString, suffix);
        QFETCH(QString, format);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("town.") + suffix);
        QImage first(321, 180, QImage::Format_RGB32), last(640, 360, QImage::Format_ARGB32);
        first.fill(QColor(20, 120, 110));
        last.fill(QColor(190, 60, 50));
        {
            auto film = FilmWriter::create(path, first.size(), {QStringLiteral("临江"), QStringLiteral("2026, Loci")});
            LOCI_VERIFY_RESULT(film);
            LOCI_VERIFY_RESULT((*film)->add(first, 20));
            LOCI_VERIFY_RESULT((*film)->add(last, 30));
            QVERIFY(!QFile::exists(path)); // not before it is whole
            LOCI_VERIFY_RESULT((*film)->finish());
            QCOMPARE((*film)->frames(), 50);
        }
        const FilmRead read = readFilm(path);
        QCOMPARE(read.problem, QString());
        QVERIFY2(read.format.contains(format), qPrintable(read.format));
        QCOMPARE(read.frames, 50);
        QVERIFY2(std::abs(read.seconds - 2.0) < 0.1, qPrintable(QString::number(read.seconds)));
        QCOMPARE(read.first.size(), QSize(322, 180)); // sides made even
        QVERIFY(isNear(read.first.pixel(160, 90), first.pixel(1, 1)));
        QVERIFY(isNear(read.last.pixel(160, 90), last.pixel(1, 1)));
        QCOMPARE(read.title, QStringLiteral("临江"));
        QCOMPARE(read.comment, QStringLiteral("2026, Loci"));
    }

    void whatCannotBeWrittenIsOneSentence()
    {
        const QTemporaryDir folder;
        const auto other = FilmWriter::create(folder.filePath(QStringLiteral("town.avi")), {320, 180}, {});
        QVERIFY(!other);
        QVERIFY(other.error().message.contains(QLatin1String("mp4")));
        const auto nowhere = FilmWriter::create(folder.filePath(QStringLiteral("gone/town.mp4")), {320, 180}, {});
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().message.contains(QLatin1String("cannot be written")));
    }

    void anUnfinishedFilmLeavesNothing()
    {
        const QTemporaryDir folder;
        {
            auto film = FilmWriter::create(folder.filePath(QStringLiteral("town.webm")), {320, 180}, {});
            LOCI_VERIFY_RESULT(film);
            LOCI_VERIFY_RESULT((*film)->add(QImage(320, 180, QImage::Format_RGB32)));
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};
LOCI_TEST_CLASS(TestFilm)
#include "common_film.moc"
