// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/deskchanges.h"
#include "layers/workspace/movedigest.h"
#include "layers/workspace/offline/deskcache.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/storage/offline_desks.h"
#include "tests/support/testmain.h"

using namespace loci;
using namespace loci::test;
using workspace::DeskCache;
using workspace::Workspace;

/// The cache of a desk is equal to what the desk has seen.
class OfflineCacheTest : public QObject
{
    Q_OBJECT
private:
    OfflineDesks m_desks;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("cache.loci")); }
    Result<std::unique_ptr<storage::Database>> server() const { return m_desks.near().reader()(); }

    /// Every table that is in a cache, and the chain of the audit.
    void isEqual()
    {
        const auto one = server();
        LOCI_VERIFY_RESULT(one);
        const auto other = storage::SpatiaLiteDatabase::open(path(), storage::SpatiaLiteDatabase::Mode::ReadOnly);
        LOCI_VERIFY_RESULT(other);
        const auto wanted = workspace::digestsOf(**one, path());
        const auto found = workspace::digestsOf(**other, path());
        LOCI_VERIFY_RESULT(wanted);
        LOCI_VERIFY_RESULT(found);
        for (std::size_t i = 0; i < wanted->size(); ++i) {
            if (!wanted->at(i).table.startsWith(QLatin1String("history"))) {
                QVERIFY2(wanted->at(i) == found->at(i), qPrintable(wanted->at(i).table));
            }
        }
        const auto chain = storage::heritage::HeritageStore(**other).verifyChain();
        LOCI_VERIFY_RESULT(chain);
        QVERIFY2(chain->isIntact && chain->findings.empty(),
                 chain->findings.empty() ? "" : qPrintable(chain->findings.front().message));
    }
    void edit(int first, int last)
    {
        Workspace &near = m_desks.near();
        for (int i = first; i <= last; ++i) {
            const heritage::Asset asset = place(QStringLiteral("园%1").arg(i), 120 + i * 0.001, 31);
            const heritage::Zone zone = square(asset.id(), 120, 31, 0.01);
            workspace::Command command{QStringLiteral("Edit %1").arg(i), {}};
            command.changes.push_back({QStringLiteral("heritage/asset/") + asset.id(), {}, asset.bytes()});
            command.changes.push_back({QStringLiteral("heritage/zone/") + zone.id(), {}, zone.bytes()});
            command.changes.push_back({QStringLiteral("test/%1").arg(i % 3), {}, QByteArray::number(i)});
            LOCI_VERIFY_RESULT(near.commit(command));
            if (i % 4 == 0) {
                LOCI_VERIFY_RESULT(near.undo());
            }
        }
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        bool isPossible = false;
        QCOMPARE(m_desks.begin(isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
    }
    void cleanup() { m_desks.end(); }

    void isFilledAndFollows()
    {
        edit(1, 9);
        const auto reader = server();
        LOCI_VERIFY_RESULT(reader);
        LOCI_VERIFY_RESULT(DeskCache::fill(**reader, path(), {}));
        isEqual();
        edit(10, 19);
        LOCI_VERIFY_RESULT(
            m_desks.near().commit(put(QStringLiteral("Delete"), QStringLiteral("test/1"), std::nullopt)));
        m_desks.near().setViewState(QStringLiteral("window/views"), "split");
        LOCI_VERIFY_RESULT(DeskCache::catchUp(**reader, path(), {}));
        isEqual();
        LOCI_VERIFY_RESULT(DeskCache::catchUp(**reader, path(), {})); // nothing new
        isEqual();
    }

    void aCancelledFillLeavesNothing()
    {
        edit(1, 3);
        const auto reader = server();
        LOCI_VERIFY_RESULT(reader);
        CancelToken cancel;
        cancel.cancel();
        QVERIFY(!DeskCache::fill(**reader, path(), cancel));
        QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files));
    }

    void eachProgramHasOneToItself()
    {
        const SystemClock clock;
        const QString desk = m_folder->filePath(QStringLiteral("loci.loci"));
        auto first = DeskCache::take(desk, clock);
        const auto second = DeskCache::take(desk, clock);
        QVERIFY(first && second);
        QVERIFY(first->path() != second->path());
        const QString path = first->path();
        first.reset();
        QCOMPARE(DeskCache::take(desk, clock)->path(), path);
    }

    void aDeskReopenedFollowsFromWhereItWas()
    {
        LOCI_VERIFY_RESULT(m_desks.openAway());
        LOCI_TRY_READY(m_desks);
        m_desks.closeAway();
        edit(1, 5);
        LOCI_VERIFY_RESULT(m_desks.openAway());
        LOCI_TRY_READY(m_desks);
        m_desks.cable().cut();
        LOCI_TRY_AWAY(m_desks);
        QCOMPARE(m_desks.away().keys(), m_desks.near().keys());
        QCOMPARE(m_desks.away().document(QStringLiteral("test/2")), m_desks.near().document(QStringLiteral("test/2")));
        QVERIFY(m_desks.away().heritage().verifyChain()->isIntact);
    }

    void manyChangesAtOnceAreTakenInBesideTheWindow()
    {
        LOCI_VERIFY_RESULT(m_desks.openAway());
        LOCI_TRY_READY(m_desks);
        workspace::Command many{QStringLiteral("Many"), {}};
        for (int i = 0; i < 1000; ++i) {
            many.changes.push_back({QStringLiteral("test/%1").arg(i), {}, QByteArray::number(i)});
        }
        LOCI_VERIFY_RESULT(m_desks.away().commit(many));
        LOCI_TRY_READY(m_desks);
        m_desks.cable().cut();
        LOCI_TRY_AWAY(m_desks);
        QCOMPARE(m_desks.away().keys(QStringLiteral("test/")).size(), 1000);
    }
};

LOCI_TEST_CLASS(OfflineCacheTest)
#include "offline_cachetest.moc"
