// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cityverbs.h"
#include "layers/domain/city/validation.h"
#include "layers/formats/modelreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace loci;

namespace {

QJsonArray table(const char *name)
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/tests/unit/data/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

QStringList codesOf(const Findings &findings, Severity severity)
{
    QSet<QString> codes;
    for (const Finding &finding : findings) {
        if (finding.severity == severity) {
            codes.insert(finding.code.section(QLatin1Char(' '), 0, 0));
        }
    }
    QStringList sorted(codes.begin(), codes.end());
    sorted.sort();
    return sorted;
}

QStringList listOf(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray()) {
        list << item.toString();
    }
    return list;
}

} // namespace

class TruthInvalidTest : public QObject
{
    Q_OBJECT

private slots:
    void givesTheRightCodes_data()
    {
        QTest::addColumn<QJsonObject>("row");
        for (const QJsonValue &row : table("invalidcodes.json")) {
            QTest::newRow(qPrintable(row[QLatin1String("file")].toString())) << row.toObject();
        }
    }

    void givesTheRightCodes()
    {
        QFETCH(QJsonObject, row);
        const QString path = test::sharedData(QStringLiteral("cityjson/invalid/") + row["file"].toString());
        if (path.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QVERIFY(!row["reason"].toString().isEmpty());
        const auto answer = cli::validateVerb().run({{path}, {}, {}, {}});
        LOCI_VERIFY_RESULT(answer);
        QString all;
        for (const Finding &finding : answer->findings) {
            all += finding.code + QLatin1Char(' ') + finding.object + QLatin1Char(' ') + finding.where +
                   QLatin1String(": ") + finding.message + QLatin1Char('\n');
            const bool geometric = finding.code[0].isDigit();
            const bool unusedTemplate =
                finding.object.isEmpty() && finding.where.startsWith(QLatin1String("/geometry-templates"));
            QVERIFY2(!geometric || unusedTemplate ||
                         (!finding.object.isEmpty() && finding.where.contains(QLatin1String("surface")) &&
                          finding.place.has_value()),
                     qPrintable(finding.code + finding.object + finding.where));
        }
        QVERIFY2(codesOf(answer->findings, Severity::Error) == listOf(row["errors"]), qPrintable(all));
        QVERIFY2(codesOf(answer->findings, Severity::Warning) == listOf(row["warnings"]), qPrintable(all));
        QVERIFY2(!row.contains("notes") || codesOf(answer->findings, Severity::Info) == listOf(row["notes"]),
                 qPrintable(all));
        QCOMPARE(answer->json["valid"].toBool(), listOf(row["errors"]).isEmpty());
        QVERIFY(answer->json["notChecked"].toArray().size() > 0);
        QVERIFY(answer->text.contains(QLatin1String("404")));
    }

    void knowsEveryFileOfTheFolder()
    {
        const QString folder = test::sharedData(QStringLiteral("cityjson/invalid"));
        if (folder.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QStringList known;
        for (const QJsonValue &row : table("invalidcodes.json")) {
            known << row[QLatin1String("file")].toString();
        }
        known.sort();
        QStringList files = QDir(folder).entryList(QDir::Files);
        files.sort();
        QCOMPARE(known, files);
    }

    void readsWhatIsGood_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("conformance") << "conformance";
        QTest::newRow("misc") << "misc";
    }

    void readsWhatIsGood()
    {
        QFETCH(QString, folder);
        const QString root = test::sharedData(QStringLiteral("cityjson/") + folder);
        if (root.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QString unexpected;
        for (const QString &name : QDir(root).entryList(QDir::Files)) {
            const auto loaded = formats::readModel(root + QLatin1Char('/') + name);
            if (name == QLatin1String("noise.ext.json")) { // an extension's schema, no model
                QVERIFY(!loaded);
                QCOMPARE(loaded.error().code, ErrorCode::Unsupported);
                continue;
            }
            QVERIFY2(loaded.has_value(), qPrintable(name));
            Findings all = loaded->findings;
            const auto checked = city::validate(*loaded->value);
            LOCI_VERIFY_RESULT(checked);
            all.insert(all.end(), checked->begin(), checked->end());
            QString errors;
            for (const Finding &finding : all) {
                const bool geometric = finding.code[0].isDigit(); // the dummies of conformance have no real geometry
                if (finding.severity == Severity::Error && !(geometric && folder == QLatin1String("conformance"))) {
                    errors += QLatin1Char(' ') + finding.code.section(QLatin1Char(' '), 0, 0);
                }
            }
            QString expected;
            for (const QJsonValue &row : table("misccodes.json")) {
                if (row[QLatin1String("file")].toString() == name) {
                    for (const QString &code : listOf(row[QLatin1String("errors")])) {
                        expected += QLatin1Char(' ') + code;
                    }
                }
            }
            const auto distinct = [](const QString &text) {
                QStringList list = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
                list.removeDuplicates();
                list.sort();
                return list;
            };
            if (distinct(errors) != distinct(expected)) {
                unexpected += name + errors + QLatin1Char('\n');
            }
        }
        QVERIFY2(unexpected.isEmpty(), qPrintable(unexpected));
    }
};

LOCI_TEST_CLASS(TruthInvalidTest)
#include "truth_invalidtest.moc"
