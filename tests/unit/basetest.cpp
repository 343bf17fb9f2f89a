// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/geometry.h"
#include "layers/base/result.h"
#include "layers/base/settings.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;

namespace {
Result<int> half(int number)
{
    if (number % 2 != 0) {
        return fail(ErrorCode::Usage, QStringLiteral("%1 is odd.").arg(number));
    }
    return number / 2;
}

Result<int> quarter(int number)
{
    LOCI_TRY(const int once, half(number));
    LOCI_TRY(const int twice, half(once));
    return twice;
}
} // namespace

class BaseTest : public QObject
{
    Q_OBJECT

private slots:
    void passesErrorsUp()
    {
        QCOMPARE(*quarter(12), 3);
        const auto failed = quarter(6);
        QVERIFY(!failed);
        QCOMPARE(failed.error().message, QStringLiteral("3 is odd."));
        const Error outer = failed.error().with(QStringLiteral("No quarter of 6."));
        QCOMPARE(outer.code, ErrorCode::Usage);
        QCOMPARE(outer.cause->message, QStringLiteral("3 is odd."));
    }

    void givesExitStatusOfTheCommandLine()
    {
        QCOMPARE(exitStatus(ErrorCode::Invalid), 1);
        QCOMPARE(exitStatus(ErrorCode::Usage), 2);
        QCOMPARE(exitStatus(ErrorCode::NotReadable), 3);
        QCOMPARE(exitStatus(ErrorCode::NotWritable), 3);
        QCOMPARE(exitStatus(ErrorCode::Unsupported), 3);
        QCOMPARE(exitStatus(ErrorCode::Cancelled), 4);
        QCOMPARE(exitStatus(ErrorCode::Internal), 70);
    }

    void foldsFindingsBeyondTheLimit()
    {
        FindingList list(3);
        for (int i = 0; i < 10; ++i) {
            list.add({Severity::Warning, QStringLiteral("a"), QString::number(i), {}, {}});
        }
        list.add({Severity::Error, QStringLiteral("b"), {}, {}, {}});
        QCOMPARE(list.findings().size(), std::size_t(4));
        QCOMPARE(list.findings()[2].count, 8);
        QCOMPARE(toJson(list.findings()[2])[QStringLiteral("count")].toInt(), 8);
        QVERIFY(hasErrors(list.findings()));
        QVERIFY(toJson(list.findings()[3])[QStringLiteral("object")].isNull());
        QCOMPARE(severityName(Severity::Warning), QStringLiteral("warning"));
    }

    void sharesTheFlagOfACancelToken()
    {
        const CancelToken token;
        const CancelToken copy = token;
        copy.cancel();
        QVERIFY(token.isCancelled());
        QVERIFY(!CancelToken().isCancelled());
    }

    void growsBoxes()
    {
        Box3 box;
        QVERIFY(box.isEmpty());
        box.include(Box3());
        QVERIFY(box.isEmpty());
        box.include(Vec3{1, 2, 3});
        box.include(Vec3{3, 0, 5});
        QCOMPARE(box.centre(), (Vec3{2, 1, 4}));
        QVERIFY(box.contains2d({2, 1}));
        QVERIFY(!box.contains2d({4, 1}));
        Box3 other;
        other.include(Vec3{3, 2, -9});
        QVERIFY(box.intersects2d(other));
        QVERIFY(!box.intersects2d(Box3()));
    }

    void remembersSettings()
    {
        const Setting<int> setting("test/answer", 41);
        QCOMPARE(setting.value(), 41);
        setting.set(42);
        QCOMPARE(setting.value(), 42);
    }
};

LOCI_TEST_CLASS(BaseTest)
#include "basetest.moc"
