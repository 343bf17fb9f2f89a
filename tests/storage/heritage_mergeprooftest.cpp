// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it.
#include "tests/storage/heritage_peers.h"

#include <QTest>

using namespace loci::test;

class TestHeritageMergeProof : public QObject
{
    Q_OBJECT
private slots:
    void peersComeTogetherWithoutALoss();
};

/// LOCI_HERITAGE_MERGES=10000 for the long run: steps in towns of 200.
void TestHeritageMergeProof::peersComeTogetherWithoutALoss()
{
    constexpr int kTown = 200;
    const int asked = qEnvironmentVariableIntValue("LOCI_HERITAGE_MERGES");
    const int steps = asked > 0 ? asked : kTown;
    const int first = qEnvironmentVariableIntValue("LOCI_HERITAGE_SEED");
    int edits = 0, merges = 0, kills = 0, fullDisks = 0, skews = 0, conflicts = 0;
    for (int done = 0; done < steps; done += kTown) {
        const quint32 seed = quint32(first + done);
        PeerTown town(seed);
        QVERIFY2(town.make(), qPrintable(town.problem));
        for (int i = 0; i < qMin(kTown, steps - done); ++i) {
            QVERIFY2(town.step(),
                     qPrintable(QStringLiteral("seed %1, step %2: %3").arg(seed).arg(i).arg(town.problem)));
        }
        QVERIFY2(town.converge(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(town.problem)));
        edits += town.edits;
        merges += town.merges;
        kills += town.kills;
        fullDisks += town.fullDisks;
        skews += town.skews;
        conflicts += town.conflicts;
    }
    qInfo("%d edits, %d merges, %d kills, %d full disks, %d clocks set; %d conflicts decided, lost 0", edits, merges,
          kills, fullDisks, skews, conflicts);
}

LOCI_TEST_CLASS(TestHeritageMergeProof)
#include "heritage_mergeprooftest.moc"
