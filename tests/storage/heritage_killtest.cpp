// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it.
#include "tests/storage/heritage_fixture.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace loci;
using namespace loci::test;

namespace {
/// An import is there as a whole or not at all.
bool hasWholeImports(const workspace::Catalogue &catalogue)
{
    storage::heritage::AssetQuery query;
    query.text = QStringLiteral("Place");
    const auto found = catalogue.search(query, 0, 100);
    if (!found || (found->total != 0 && found->total != 20)) {
        return false;
    }
    QSet<QString> addresses;
    for (const auto &row : found->rows) {
        addresses << catalogue.asset(row.facts.id)->text(QStringLiteral("/address"));
    }
    return addresses.size() <= 1;
}
} // namespace

class TestHeritageKill : public QObject
{
    Q_OBJECT
private slots:
    void everyAcknowledgedEditIsThere();
};

/// LOCI_HERITAGE_KILLS=200 for the long run.
void TestHeritageKill::everyAcknowledgedEditIsThere()
{
    const int kills = qEnvironmentVariableIntValue("LOCI_HERITAGE_KILLS") > 0
                          ? qEnvironmentVariableIntValue("LOCI_HERITAGE_KILLS")
                          : 20;
    HeritageFixture town;
    QVERIFY(town.open());
    town.close();
    const QString id = QStringLiteral("0b0b0b0b-1111-4222-8333-444444444444");
    int acknowledged = 0;
    for (int round = 0; round < kills; ++round) {
        QProcess child;
        child.start(QStringLiteral(LOCI_STORAGE_CHILD), {QStringLiteral("catalogue"), town.path});
        const int some = QRandomGenerator::global()->bounded(2, 10);
        QList<QByteArray> lines;
        while (lines.size() < some && (child.canReadLine() || child.waitForReadyRead(20'000))) {
            lines << child.readLine().trimmed();
        }
        child.kill();
        QVERIFY(child.state() == QProcess::NotRunning || child.waitForFinished(20'000));
        lines << child.readAll().split('\n');
        QCOMPARE(lines.first(), QByteArray("open readwrite"));
        for (const QByteArray &line : lines.mid(1)) {
            acknowledged = qMax(acknowledged, line.toInt());
        }
        QVERIFY(town.open());
        const auto asset = town.workspace->heritage().asset(id);
        LOCI_VERIFY_RESULT(asset);
        const int last = *asset ? (*asset)->value(QStringLiteral("/count")).toInt() : 0;
        // Death between undo and redo leaves the step before.
        const int wanted = acknowledged - (town.workspace->canRedo() ? 1 : 0);
        QVERIFY2(last >= wanted && last <= acknowledged + 1,
                 qPrintable(QStringLiteral("%1 %2").arg(last).arg(acknowledged)));
        const auto report = town.workspace->heritage().verifyChain();
        LOCI_VERIFY_RESULT(report);
        QVERIFY2(report->isIntact, report->findings.empty() ? "" : qPrintable(report->findings.front().message));
        QVERIFY(town.workspace->check().empty());
        QVERIFY(hasWholeImports(*town.catalogue));
        acknowledged = last;
        town.close();
    }
    QVERIFY(acknowledged > 0);
    qInfo("killed %d, survived %d, lost 0: %d edits", kills, kills, acknowledged);
}

LOCI_TEST_CLASS(TestHeritageKill)
#include "heritage_killtest.moc"
