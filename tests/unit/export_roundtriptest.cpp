// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/subset.h"
#include "layers/formats/export/cityjsonwriter.h"
#include "layers/formats/modelreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/unit/export_compare.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

using namespace loci;
using namespace loci::city;
using loci::formats::readModel;

class ExportRoundTripTest : public QObject
{
    Q_OBJECT

private:
    static CityModelPtr read(const QString &path)
    {
        const auto loaded = readModel(path);
        return loaded ? loaded->value : nullptr;
    }

    static QStringList errorsOf(const QString &path)
    {
        QStringList errors;
        const auto loaded = readModel(path);
        for (const Finding &finding : loaded->findings) {
            if (finding.severity == Severity::Error) {
                errors << finding.code + QLatin1Char(' ') + finding.object + QLatin1Char(' ') + finding.message;
            }
        }
        return errors;
    }

private slots:
    void everyModelComesBack_data()
    {
        QTest::addColumn<QString>("file");
        const QString root = test::sharedData(QStringLiteral("cityjson"));
        if (root.isEmpty()) {
            QTest::newRow("absent") << QString();
            return;
        }
        for (const char *folder : {"conformance", "delft", "denhaag", "misc", "rotterdam", "zurich"}) {
            QDirIterator files(root + QLatin1Char('/') + QLatin1String(folder), {"*.json", "*.jsonl"}, QDir::Files);
            while (files.hasNext()) {
                const QString file = files.next();
                // An extension's schema, and a file that uses an id twice.
                if (!file.endsWith(QLatin1String("noise.ext.json")) &&
                    !file.endsWith(QLatin1String("cjval_cube_20.jsonl"))) {
                    QTest::newRow(qPrintable(file.mid(root.size() + 1))) << file;
                }
            }
        }
    }

    void everyModelComesBack()
    {
        QFETCH(QString, file);
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const CityModelPtr before = read(file);
        QVERIFY(before != nullptr);
        QTemporaryDir folder;
        const QString whole = folder.filePath(QStringLiteral("a.city.json"));
        const auto report = formats::writeCityJson(*before, whole);
        LOCI_VERIFY_RESULT(report);
        const CityModelPtr after = read(whole);
        QVERIFY(after != nullptr);
        QCOMPARE(after->version, QStringLiteral("2.0"));
        QCOMPARE(test::firstDifference(*before, *after), QString());
        QCOMPARE(after->vertices.size(), before->vertices.size());
        const QStringList errorsBefore = errorsOf(file), errorsAfter = errorsOf(whole);
        QVERIFY2(errorsAfter.size() <= errorsBefore.size(), qPrintable(errorsAfter.join(QLatin1Char('\n'))));

        const QString lines = folder.filePath(QStringLiteral("b.city.jsonl"));
        LOCI_VERIFY_RESULT(formats::writeCityJsonSeq(*before, lines));
        const CityModelPtr sequence = read(lines);
        QVERIFY(sequence != nullptr);
        QCOMPARE(test::firstDifference(*before, *sequence, {true}), QString());

        const QString back = folder.filePath(QStringLiteral("c.city.json"));
        LOCI_VERIFY_RESULT(formats::writeCityJson(*sequence, back));
        const CityModelPtr again = read(back);
        QVERIFY(again != nullptr);
        QCOMPARE(test::firstDifference(*before, *again, {true}), QString());
    }

    void aSubsetOfEverythingKeepsEverything_data() { everyModelComesBack_data(); }

    void aSubsetOfEverythingKeepsEverything()
    {
        QFETCH(QString, file);
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const CityModelPtr before = read(file);
        QVERIFY(before != nullptr);
        SubsetCriteria criteria;
        criteria.objects.emplace();
        for (ObjectIndex o = 0; o < before->objectCount(); ++o) {
            criteria.objects->push_back(o);
        }
        const auto all = subset(*before, criteria);
        LOCI_VERIFY_RESULT(all);
        const auto once = subset(**all, {});
        LOCI_VERIFY_RESULT(once);
        QCOMPARE((*once)->vertices.size(), (*all)->vertices.size()); // nothing unused is left
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.city.json"));
        LOCI_VERIFY_RESULT(formats::writeCityJson(**all, path));
        const CityModelPtr after = read(path);
        QVERIFY(after != nullptr);
        QCOMPARE(test::firstDifference(**all, *after), QString());
        QCOMPARE(after->geometry.surfaceCount(), before->geometry.surfaceCount());
        QCOMPARE(after->geometry.semantics.size(), before->geometry.semantics.size());
    }
};

LOCI_TEST_CLASS(ExportRoundTripTest)
#include "export_roundtriptest.moc"
