// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/profile.h"
#include "layers/domain/heritage/scales.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace loci;
using namespace loci::heritage;

namespace {
Result<Profile> load(const QString &id)
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/heritage/profiles/%1.json").arg(id));
    return Profile::parse(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
}

bool has(const Findings &findings, const char *code, const char *where)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
        return finding.code == QLatin1String(code) && finding.where == QLatin1String(where) &&
               !finding.message.isEmpty();
    });
}
} // namespace

class HeritageProfileTest : public QObject
{
    Q_OBJECT
private slots:
    void profilesAreWhole_data();
    void profilesAreWhole();
    void categoriesAreTheSix();
    void findsWhatIsMissingAndWrong();
    void acceptsAGoodRecord();
    void namesPaths();
    void refusesBrokenProfiles_data();
    void refusesBrokenProfiles();
};

void HeritageProfileTest::profilesAreWhole_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("china") << QStringLiteral("china");
    QTest::newRow("international") << QStringLiteral("international");
}

void HeritageProfileTest::profilesAreWhole()
{
    QFETCH(QString, id);
    const auto profile = load(id);
    LOCI_VERIFY_RESULT(profile);
    QCOMPARE(profile->id, id);
    QVERIFY(!profile->source.isEmpty());
    const auto isWhole = [](const LocalText &text) {
        return !text.byLanguage.value(QStringLiteral("zh")).isEmpty() &&
               !text.byLanguage.value(QStringLiteral("en")).isEmpty();
    };
    for (const Section &section : profile->sections) {
        QVERIFY2(isWhole(section.label), qPrintable(section.id));
        QVERIFY2(!section.isRepeated || section.path.startsWith(QLatin1Char('/')), qPrintable(section.id));
        for (const Field &field : section.fields) {
            QVERIFY2(isWhole(field.label), qPrintable(section.path + field.path));
        }
    }
    for (const Vocabulary &vocabulary : profile->vocabularies) {
        QVERIFY2(isWhole(vocabulary.label), qPrintable(vocabulary.id));
        for (const Choice &choice : vocabulary.choices) {
            QVERIFY2(isWhole(choice.label), qPrintable(vocabulary.id + choice.code));
        }
    }
    const Vocabulary *condition = profile->vocabulary(QStringLiteral("condition"));
    QVERIFY(condition);
    for (const Choice &choice : condition->choices) {
        QVERIFY2(conditionRank(profile->conditionScale, choice.code), qPrintable(choice.code));
    }
}

void HeritageProfileTest::categoriesAreTheSix()
{
    const auto profile = load(QStringLiteral("china"));
    LOCI_VERIFY_RESULT(profile);
    QCOMPARE(profile->vocabulary(QStringLiteral("category"))->choices.size(), std::size_t(6));
    QCOMPARE(profile->vocabulary(QStringLiteral("level"))->choices.size(), std::size_t(5));
    const Vocabulary *types = profile->vocabulary(QStringLiteral("subclass"));
    QVERIFY(types->isToConfirm);
    for (const Choice &type : types->choices) {
        QVERIFY2(profile->vocabulary(QStringLiteral("category"))->find(type.parent), qPrintable(type.code));
    }
    QVERIFY(profile->hasFourHaves);
}

void HeritageProfileTest::findsWhatIsMissingAndWrong()
{
    const auto profile = load(QStringLiteral("china"));
    LOCI_VERIFY_RESULT(profile);
    Asset asset = Asset::make({}, {});
    asset.set(QStringLiteral("/level"), QStringLiteral("9"));
    asset.set(QStringLiteral("/district"), QStringLiteral("Suzhou"));
    asset.set(QStringLiteral("/areas/extent"), -4);
    asset.set(QStringLiteral("/registration/date"), QStringLiteral("2024-13-01"));
    asset.set(QStringLiteral("/dating/edtf"), QStringLiteral("1736-1795"));
    asset.set(QStringLiteral("/surveys/0/date"), QStringLiteral("2020"));
    asset.set(QStringLiteral("/surveys/0/id"), QStringLiteral("a"));
    asset.set(QStringLiteral("/surveys/1/id"), QStringLiteral("a"));
    asset.set(QStringLiteral("/geometries/0/wkt"), QStringLiteral("POINT(1)"));
    asset.set(QStringLiteral("/geometries/0/precision"), QStringLiteral("five"));
    asset.set(QStringLiteral("/designations/0/from"), QStringLiteral("2000"));
    asset.set(QStringLiteral("/designations/0/to"), QStringLiteral("1999"));
    const Findings findings = validate(asset, *profile, QStringLiteral("zh"));
    QVERIFY(has(findings, "no_name", "/names"));
    QVERIFY(has(findings, "required_missing", "/names"));
    QVERIFY(has(findings, "not_in_vocabulary", "/level"));
    QVERIFY(has(findings, "pattern", "/district"));
    QVERIFY(has(findings, "out_of_range", "/areas/extent"));
    QVERIFY(has(findings, "not_a_date", "/registration/date"));
    QVERIFY(has(findings, "not_a_date", "/dating/edtf"));
    QVERIFY(has(findings, "required_missing", "/surveys/0/condition"));
    QVERIFY(has(findings, "duplicate_id", "/surveys/1/id"));
    QVERIFY(has(findings, "not_a_geometry", "/geometries/0/wkt"));
    QVERIFY(has(findings, "not_a_number", "/geometries/0/precision"));
    QVERIFY(has(findings, "date_order", "/designations/0/to"));
    QVERIFY(!has(findings, "recommended_missing", "/fourHaves/sign/done")); // level 9 is not asked for them
    asset.set(QStringLiteral("/level"), QStringLiteral("2"));
    QVERIFY(has(validate(asset, *profile, QStringLiteral("en")), "recommended_missing", "/fourHaves/sign/done"));
}

void HeritageProfileTest::acceptsAGoodRecord()
{
    const auto profile = load(QStringLiteral("international"));
    LOCI_VERIFY_RESULT(profile);
    Asset asset = Asset::make(QStringLiteral("Binnenhof"), QStringLiteral("nl"));
    asset.set(QStringLiteral("/kind"), QStringLiteral("building"));
    asset.set(QStringLiteral("/type/concept"), QStringLiteral("https://example.org/palace"));
    asset.set(QStringLiteral("/district"), QStringLiteral("Den Haag"));
    asset.set(QStringLiteral("/description/en"), QStringLiteral("Seat of the parliament."));
    asset.set(QStringLiteral("/geometries/0/wkt"), QStringLiteral("POINT(4.31 52.08)"));
    const Findings findings = validate(asset, *profile, QStringLiteral("en"));
    for (const Finding &finding : findings) {
        QVERIFY2(finding.severity == Severity::Info, qPrintable(finding.where + finding.message));
    }
}

void HeritageProfileTest::namesPaths()
{
    const auto profile = load(QStringLiteral("china"));
    LOCI_VERIFY_RESULT(profile);
    QCOMPARE(profile->labelOf(QStringLiteral("/surveys/3/condition"), QStringLiteral("en")),
             QStringLiteral("Condition surveys 4: Condition"));
    QCOMPARE(profile->labelOf(QStringLiteral("/description/zh"), QStringLiteral("zh")),
             QStringLiteral("基本信息: 简介"));
    QCOMPARE(profile->labelOf(QStringLiteral("/future"), QStringLiteral("en")), QStringLiteral("future"));
    QVERIFY(profile->field(QStringLiteral("/ownership/kind")));
    QVERIFY(!profile->field(QStringLiteral("/ownership/nothing")));
}

void HeritageProfileTest::refusesBrokenProfiles_data()
{
    QTest::addColumn<int>("unused");
    for (const char *text :
         {"", "{", "[]", "{\"id\":\"x\"}", "{\"id\":\"x\",\"sections\":[{}]}",
          "{\"id\":\"x\",\"sections\":[{\"id\":\"s\",\"label\":{\"en\":\"S\"},\"fields\":[{\"path\":\"/"
          "a\",\"type\":\"poem\","
          "\"label\":{\"en\":\"A\"}}]}]}",
          "{\"id\":\"x\",\"sections\":[{\"id\":\"s\",\"label\":{\"en\":\"S\"},\"fields\":[{\"path\":\"/a\",\"type\":"
          "\"choice\",\"vocabulary\":\"none\",\"label\":{\"en\":\"A\"}}]}]}"}) {
        QTest::newRow(*text ? text : "empty") << 0;
    }
}

void HeritageProfileTest::refusesBrokenProfiles()
{
    const auto profile = Profile::parse(QTest::currentDataTag());
    QVERIFY(!profile);
    QVERIFY(!profile.error().message.isEmpty());
}

LOCI_TEST_CLASS(HeritageProfileTest)
#include "heritage_profiletest.moc"
