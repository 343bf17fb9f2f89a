// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/samplewriter.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace loci::formats;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray digestOf(const QStringList &files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &file : files) {
        hash.addData(bytesOf(file));
    }
    return hash.result();
}

QJsonObject jsonOf(const QString &path)
{
    return QJsonDocument::fromJson(bytesOf(path)).object();
}

void collect(const QJsonArray &boundaries, QSet<int> &used, int &largest)
{
    for (const QJsonValue &value : boundaries) {
        if (value.isArray()) {
            collect(value.toArray(), used, largest);
        } else {
            used.insert(value.toInt());
            largest = std::max(largest, value.toInt());
        }
    }
}

} // namespace

class TestSampleWriter : public QObject
{
    Q_OBJECT
private slots:
    void sameSeedGivesSameBytes();
    void otherSeedGivesOtherBytes();
    void familyReferencesGoBothWays();
    void everyVertexIsUsedOnce();
    void writesExactlySoManyBuildings();
    void sequenceHoldsOneBuildingALine();
    void buildingsHaveAsManyVerticesAsRealOnes();
    void unwritableFolderIsOneSentence();
    void cancelLeavesNoFile();

private:
    SampleReport write(const QString &name, SampleOptions options = {})
    {
        const auto report = writeSample(m_folder.filePath(name), options);
        return report ? *report : SampleReport{};
    }
    const SampleReport &town() ///< the whole town, written once
    {
        if (m_town.files.isEmpty()) {
            m_town = write(QStringLiteral("one"));
        }
        return m_town;
    }
    QTemporaryDir m_folder;
    SampleReport m_town;
};

void TestSampleWriter::sameSeedGivesSameBytes()
{
    const SampleReport &one = town();
    const SampleReport two = write(QStringLiteral("two"));
    QCOMPARE(one.files.size(), 18);
    QCOMPARE(one.assets, 120);
    QCOMPARE(digestOf(one.files), digestOf(two.files));
}

void TestSampleWriter::otherSeedGivesOtherBytes()
{
    SampleOptions options;
    options.seed = 2;
    const SampleReport other = write(QStringLiteral("other"), options);
    QVERIFY(!other.files.isEmpty());
    QVERIFY(digestOf(other.files) != digestOf(town().files));
    QVERIFY(other.buildings > 2700 && other.buildings < 3800);
}

void TestSampleWriter::familyReferencesGoBothWays()
{
    const QJsonObject objects = jsonOf(town().files.first()).value(QStringLiteral("CityObjects")).toObject();
    QVERIFY(objects.size() > 10000);
    int families = 0;
    for (auto it = objects.begin(); it != objects.end(); ++it) {
        for (const QJsonValue &child : it->toObject().value(QStringLiteral("children")).toArray()) {
            QVERIFY(objects.value(child.toString())
                        .toObject()
                        .value(QStringLiteral("parents"))
                        .toArray()
                        .contains(it.key()));
            ++families;
        }
        for (const QJsonValue &parent : it->toObject().value(QStringLiteral("parents")).toArray()) {
            QVERIFY(objects.value(parent.toString())
                        .toObject()
                        .value(QStringLiteral("children"))
                        .toArray()
                        .contains(it.key()));
        }
    }
    QVERIFY(families > 1000);
}

void TestSampleWriter::everyVertexIsUsedOnce()
{
    const QJsonObject root = jsonOf(town().files.first());
    const QJsonArray vertices = root.value(QStringLiteral("vertices")).toArray();
    QSet<int> used;
    int largest = -1;
    const QJsonObject objects = root.value(QStringLiteral("CityObjects")).toObject();
    for (const QJsonValue &object : objects) {
        for (const QJsonValue &geometry : object.toObject().value(QStringLiteral("geometry")).toArray()) {
            collect(geometry.toObject().value(QStringLiteral("boundaries")).toArray(), used, largest);
        }
    }
    QCOMPARE(used.size(), vertices.size());
    QCOMPARE(largest + 1, vertices.size());
    QSet<QByteArray> places;
    for (const QJsonValue &vertex : vertices) {
        places.insert(QJsonDocument(vertex.toArray()).toJson(QJsonDocument::Compact));
    }
    QCOMPARE(places.size(), vertices.size());
}

void TestSampleWriter::writesExactlySoManyBuildings()
{
    SampleOptions options;
    options.buildings = 7000; // three towns
    const SampleReport report = write(QStringLiteral("many"), options);
    QCOMPARE(report.buildings, 7000);
    const QJsonObject root = jsonOf(report.files.first());
    int buildings = 0;
    const QJsonObject objects = root.value(QStringLiteral("CityObjects")).toObject();
    for (const QJsonValue &object : objects) {
        buildings += object.toObject().value(QStringLiteral("type")) == QLatin1String("Building") ? 1 : 0;
    }
    QCOMPARE(buildings, 7000);
    QCOMPARE(root.value(QStringLiteral("vertices")).toArray().size(), report.vertices);
}

void TestSampleWriter::sequenceHoldsOneBuildingALine()
{
    SampleOptions options;
    options.buildings = 300;
    options.sequence = true;
    const SampleReport report = write(QStringLiteral("seq"), options);
    QList<QByteArray> lines = bytesOf(report.files.first()).split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    QCOMPARE(lines.size(), 301);
    QCOMPARE(QJsonDocument::fromJson(lines.first()).object().value(QStringLiteral("type")).toString(),
             QStringLiteral("CityJSON"));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QJsonObject feature = QJsonDocument::fromJson(lines[i]).object();
        QCOMPARE(feature.value(QStringLiteral("type")).toString(), QStringLiteral("CityJSONFeature"));
        QVERIFY(feature.value(QStringLiteral("CityObjects"))
                    .toObject()
                    .contains(feature.value(QStringLiteral("id")).toString()));
    }
}

void TestSampleWriter::buildingsHaveAsManyVerticesAsRealOnes()
{
    SampleOptions options;
    options.buildings = 3000;
    const SampleReport report = write(QStringLiteral("vertices"), options);
    const double each = static_cast<double>(report.vertices) / report.buildings;
    QVERIFY2(each >= 39 && each <= 66, qPrintable(QString::number(each)));
}

void TestSampleWriter::unwritableFolderIsOneSentence()
{
    QFile file(m_folder.filePath(QStringLiteral("a file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto report = writeSample(file.fileName() + QStringLiteral("/below"), {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, loci::ErrorCode::NotWritable);
    QVERIFY(report.error().message.contains(QStringLiteral("below")));
}

void TestSampleWriter::cancelLeavesNoFile()
{
    loci::CancelToken cancel;
    cancel.cancel();
    SampleOptions options;
    options.buildings = 5000;
    const QString folder = m_folder.filePath(QStringLiteral("cancelled"));
    const auto report = writeSample(folder, options, cancel);
    QVERIFY(!report);
    QCOMPARE(report.error().code, loci::ErrorCode::Cancelled);
    QVERIFY(QDir(folder).isEmpty(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot));
}

LOCI_TEST_CLASS(TestSampleWriter)

#include "sample_writertest.moc"
