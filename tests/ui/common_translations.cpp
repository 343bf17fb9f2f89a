// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QLibraryInfo>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

/// Every text of the program has a finished Chinese translation. The sources are read anew by lupdate each time, so a
/// new text without a translation fails here, with its context.
class TestTranslations : public QObject
{
    Q_OBJECT
private slots:
    void everySourceTextHasAFinishedTranslation();
    void placeholdersSurviveTranslation();
    void readerSeesUnfinishedAndMissing();
};

namespace {

using Key = QPair<QString, QString>; // context, source text (with its comment behind a tab)

struct Messages
{
    QHash<Key, QString> finished; // -> translation
    QSet<Key> all;
};

void read(QIODevice &device, Messages &into)
{
    QXmlStreamReader xml(&device);
    QString context, source, comment, translation, type;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (xml.name() == u"name") {
                // The translator finds a class with and without its namespaces.
                context = xml.readElementText().section(QStringLiteral("::"), -1);
            } else if (xml.name() == u"message") {
                source = comment = translation = type = QString();
            } else if (xml.name() == u"source") {
                source = xml.readElementText();
            } else if (xml.name() == u"comment") {
                comment = xml.readElementText();
            } else if (xml.name() == u"translation") {
                type = xml.attributes().value(QLatin1String("type")).toString();
                translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            }
        } else if (token == QXmlStreamReader::EndElement && xml.name() == u"message" && type != u"vanished" &&
                   type != u"obsolete") {
            const Key key(context, comment.isEmpty() ? source : source + QLatin1Char('\t') + comment);
            into.all.insert(key);
            if (type.isEmpty() && !translation.isEmpty()) {
                into.finished.insert(key, translation);
            }
        }
    }
}

Messages readFiles(const QStringList &paths)
{
    Messages result;
    for (const QString &path : paths) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            read(file, result);
        }
    }
    return result;
}

QStringList translationFiles()
{
    const QDir folder(QStringLiteral(LOCI_SOURCE_DIR "/resources/i18n"));
    QStringList result;
    for (const QString &name : folder.entryList({QStringLiteral("*_zh_CN.ts")}, QDir::Files)) {
        result << folder.filePath(name);
    }
    return result;
}

} // namespace

void TestTranslations::everySourceTextHasAFinishedTranslation()
{
    QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
    if (!QFile::exists(lupdate)) {
        lupdate = QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath) + QStringLiteral("/../bin/lupdate");
    }
    QVERIFY2(QFile::exists(lupdate), "lupdate is missing: install qt6-l10n-tools");
    QTemporaryDir folder;
    const QString ts = folder.filePath(QStringLiteral("all.ts"));
    QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                          QStringLiteral("-I"), QStringLiteral(LOCI_SOURCE_DIR)};
    for (const char *room : {"app", "widgets", "layers", "plugins"}) {
        arguments << QStringLiteral(LOCI_SOURCE_DIR "/") + QLatin1String(room);
    }
    QProcess process;
    process.start(lupdate, arguments << QStringLiteral("-ts") << ts);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 0);
    const Messages wanted = readFiles({ts});
    QVERIFY2(wanted.all.size() > 100, "lupdate no longer finds the texts");
    const Messages known = readFiles(translationFiles());
    QStringList missing;
    for (const Key &key : wanted.all) {
        if (!known.finished.contains(key)) {
            missing << QStringLiteral("%1: %2").arg(key.first, key.second);
        }
    }
    missing.sort();
    QVERIFY2(missing.isEmpty(),
             qPrintable(QStringLiteral("%1 texts have no finished zh_CN translation:\n").arg(missing.size()) +
                        missing.join(QLatin1Char('\n'))));
}

void TestTranslations::placeholdersSurviveTranslation()
{
    const Messages known = readFiles(translationFiles());
    for (auto it = known.finished.begin(); it != known.finished.end(); ++it) {
        for (const char *place : {"%1", "%2", "%3", "%4", "%n"}) {
            const QString source = it.key().second.section(QLatin1Char('\t'), 0, 0);
            if (source.contains(QLatin1String(place))) {
                QVERIFY2(it.value().contains(QLatin1String(place)),
                         qPrintable(it.key().first + QStringLiteral(": ") + source));
            }
        }
    }
}

void TestTranslations::readerSeesUnfinishedAndMissing()
{
    QByteArray ts = "<TS><context><name>A</name>"
                    "<message><source>One</source><translation>一</translation></message>"
                    "<message><source>Two</source><translation type=\"unfinished\">二</translation></message>"
                    "<message><source>Three</source><translation></translation></message>"
                    "<message><source>Four</source><translation type=\"vanished\">四</translation></message>"
                    "</context></TS>";
    QBuffer buffer(&ts);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    Messages messages;
    read(buffer, messages);
    QCOMPARE(messages.all.size(), 3);
    QCOMPARE(messages.finished.keys(), QList<Key>{Key(QStringLiteral("A"), QStringLiteral("One"))});
}

LOCI_TEST_CLASS(TestTranslations)
#include "common_translations.moc"
