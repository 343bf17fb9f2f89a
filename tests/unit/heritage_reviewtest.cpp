// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/review.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::heritage;

namespace {
const QDateTime kNow = QDateTime(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC);

QString t(const char *text)
{
    return QString::fromLatin1(text);
}

ReviewPolicy office()
{
    ReviewPolicy policy = ReviewPolicy::standard();
    policy.assignments = {{t("eve"), t("editor"), {}, t("3205")},
                          {t("rob"), t("reviewer"), t("county"), t("320508")},
                          {t("cat"), t("reviewer"), t("city"), t("32")},
                          {t("pat"), t("reviewer"), t("province"), {}},
                          {t("sue"), t("surveyor"), {}, t("3205")},
                          {t("vic"), t("viewer"), {}, {}},
                          {t("max"), t("manager"), {}, {}}};
    return policy;
}

Asset asset(const char *district = "320508")
{
    Asset asset = Asset::make(t("Garden"), t("en"));
    asset.set(t("/district"), t(district));
    return asset;
}
} // namespace

class HeritageReviewTest : public QObject
{
    Q_OBJECT
private slots:
    void goesUpTheLevels();
    void returnsWithRemarks();
    void fourEyesSeeMore();
    void everyRoleAndAction_data();
    void everyRoleAndAction();
    void areaAndLevelBind();
    void editMakesADraft();
    void policyIsData();
};

void HeritageReviewTest::goesUpTheLevels()
{
    const ReviewPolicy policy = office();
    Asset record = asset();
    const char *reviewers[] = {"rob", "cat", "pat"};
    for (int level = 0; level < 3; ++level) {
        const QString submitter = level == 0 ? t("eve") : t(reviewers[level - 1]);
        auto waiting = submitted(record, policy, submitter, kNow);
        LOCI_VERIFY_RESULT(waiting);
        QCOMPARE(reviewState(*waiting), t("submitted/") + policy.levels[level]);
        QVERIFY(!submitted(*waiting, policy, submitter, kNow));
        auto done = approved(*waiting, policy, t(reviewers[level]), kNow);
        LOCI_VERIFY_RESULT(done);
        QCOMPARE(reviewState(*done), t("approved/") + policy.levels[level]);
        record = *done;
    }
    QVERIFY(!submitted(record, policy, t("max"), kNow)); // nothing above
    QVERIFY(!approved(record, policy, t("max"), kNow));  // does not wait
}

void HeritageReviewTest::returnsWithRemarks()
{
    const ReviewPolicy policy = office();
    const auto waiting = submitted(asset(), policy, t("eve"), kNow);
    LOCI_VERIFY_RESULT(waiting);
    QVERIFY(!returned(*waiting, policy, t("rob"), t("  "), kNow));
    const auto back = returned(*waiting, policy, t("rob"), t("The date is missing."), kNow);
    LOCI_VERIFY_RESULT(back);
    QCOMPARE(reviewState(*back), t("returned/county"));
    QCOMPARE(back->text(t("/review/remarks/0/text")), t("The date is missing."));
    const auto again = submitted(*back, policy, t("eve"), kNow);
    LOCI_VERIFY_RESULT(again);
    QCOMPARE(reviewState(*again), t("submitted/county"));
}

void HeritageReviewTest::fourEyesSeeMore()
{
    ReviewPolicy policy; // one person, nobody assigned
    policy = ReviewPolicy::standard();
    const auto waiting = submitted(asset(), policy, t("ann"), kNow);
    LOCI_VERIFY_RESULT(waiting);
    const auto own = approved(*waiting, policy, t("ann"), kNow);
    QVERIFY(!own);
    QVERIFY(own.error().message.contains(t("somebody else")));
    LOCI_VERIFY_RESULT(approved(*waiting, policy, t("ben"), kNow));
    policy.fourEyes = false;
    LOCI_VERIFY_RESULT(approved(*waiting, policy, t("ann"), kNow));
}

void HeritageReviewTest::everyRoleAndAction_data()
{
    QTest::addColumn<QString>(
        "allowed"); // V view, X exact, E edit, S submit, R return, A approve, T trash, P export, M roles
    QTest::newRow("nobody") << QString();
    QTest::newRow("vic") << t("VP");
    QTest::newRow("sue") << t("VXE");
    QTest::newRow("eve") << t("VXESTP");
    QTest::newRow("rob") << t("VXSRAP");
    QTest::newRow("max") << t("VXESRATPM");
}

void HeritageReviewTest::everyRoleAndAction()
{
    QFETCH(QString, allowed);
    const std::pair<char, Action> actions[] = {
        {'V', Action::View},   {'X', Action::SeeExactPlace}, {'E', Action::Edit},
        {'S', Action::Submit}, {'R', Action::Return},        {'A', Action::Approve},
        {'T', Action::Trash},  {'P', Action::ExportData},    {'M', Action::ManageRoles}};
    const ReviewPolicy policy = office();
    const auto waiting = submitted(asset(), policy, t("max"), kNow);
    LOCI_VERIFY_RESULT(waiting);
    Asset record = *waiting;
    record.set(t("/review/submittedBy"), t("someone"));
    for (const auto &[letter, action] : actions) {
        QVERIFY2(policy.allows(t(QTest::currentDataTag()), action, record) == allowed.contains(QLatin1Char(letter)),
                 qPrintable(actionName(action)));
        QVERIFY(!policy.refusal(t("x"), action, record).message.isEmpty());
    }
}

void HeritageReviewTest::areaAndLevelBind()
{
    const ReviewPolicy policy = office();
    const auto elsewhere = submitted(asset("320100"), policy, t("max"), kNow);
    LOCI_VERIFY_RESULT(elsewhere);
    QVERIFY(!approved(*elsewhere, policy, t("rob"), kNow)); // another county
    QVERIFY(!approved(*elsewhere, policy, t("cat"), kNow)); // waits at the county, not the city
    QVERIFY(!policy.allows(t("eve"), Action::Edit, *elsewhere));
    QVERIFY(policy.allows(t("vic"), Action::View, *elsewhere));
}

void HeritageReviewTest::editMakesADraft()
{
    const ReviewPolicy policy = office();
    const auto waiting = submitted(asset(), policy, t("eve"), kNow);
    LOCI_VERIFY_RESULT(waiting);
    const Asset after = edited(*waiting, t("eve"), kNow);
    QCOMPARE(reviewState(after), t("draft"));
    QCOMPARE(after.text(t("/updatedBy")), t("eve"));
    QCOMPARE(after.text(t("/createdBy")), t("eve"));
}

void HeritageReviewTest::policyIsData()
{
    const ReviewPolicy policy = office();
    const auto again = ReviewPolicy::parse(policy.bytes());
    LOCI_VERIFY_RESULT(again);
    QCOMPARE(again->bytes(), policy.bytes());
    QCOMPARE(again->levels, policy.levels);
    QCOMPARE(again->assignments.size(), policy.assignments.size());
    QVERIFY(again->allows(t("max"), Action::Edit, Asset())); // no district is in every area that is not bound
    QVERIFY(!again->allows(t("eve"), Action::Edit, Asset()));
    QVERIFY(!ReviewPolicy::parse("{}"));
}

LOCI_TEST_CLASS(HeritageReviewTest)
#include "heritage_reviewtest.moc"
