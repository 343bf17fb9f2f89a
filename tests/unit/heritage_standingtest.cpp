// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/standing.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci::heritage;

/// When something is known to have stood.
class TestHeritageStanding : public QObject
{
    Q_OBJECT
private:
    static Phase phase(const char *kind, const char *date)
    {
        Phase made;
        made.id = newId();
        made.kind = QLatin1String(kind);
        made.date = QLatin1String(date);
        return made;
    }

private slots:
    void phasesComeBeforeTheDating()
    {
        Asset asset = Asset::make(QStringLiteral("Mill"), QStringLiteral("en"));
        QCOMPARE(lifetimeOf(asset), Lifetime());
        QCOMPARE(standingIn(lifetimeOf(asset), 1900), Standing::Unknown);
        asset.set(QStringLiteral("/dating/edtf"), QStringLiteral("1850/1860"));
        QCOMPARE(lifetimeOf(asset).first, std::optional<int>(1850));
        asset.setParts<Phase>({phase("alteration", "1700"), phase("construction", "1820"),
                               phase("construction", "1765"), phase("loss", "1944-05")});
        QCOMPARE(lifetimeOf(asset), (Lifetime{1765, 1944}));
    }
    void standsBetweenBuildingAndLoss_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("standing");
        QTest::newRow("before") << 1764 << static_cast<int>(Standing::NotYet);
        QTest::newRow("built") << 1765 << static_cast<int>(Standing::Stood);
        QTest::newRow("last year") << 1944 << static_cast<int>(Standing::Stood);
        QTest::newRow("gone") << 1945 << static_cast<int>(Standing::Gone);
    }
    void standsBetweenBuildingAndLoss()
    {
        QFETCH(int, year);
        QFETCH(int, standing);
        QCOMPARE(static_cast<int>(standingIn({1765, 1944}, year)), standing);
    }
    void whatIsNotLostStands() { QCOMPARE(standingIn({-220, std::nullopt}, 2026), Standing::Stood); }
};

LOCI_TEST_CLASS(TestHeritageStanding)
#include "heritage_standingtest.moc"
