// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/packs/packshelf.h"
#include "tests/plugin/packfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::packs;
using namespace loci::workspace;

/// What a pack put into a workspace goes and comes back, with the changes of people.
class PackShelfTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto made = Workspace::create(m_folder->filePath(QStringLiteral("w.loci")));
        LOCI_VERIFY_RESULT(made);
        m_workspace = std::move(*made);
        m_pack = pack("1.0.0");
        m_contents.documents = {{QStringLiteral("board/a"), "{\"n\":1}"}, {QStringLiteral("board/b"), "{\"n\":2}"}};
    }

    void goesAndComesBack()
    {
        const QStringList before = m_workspace->keys();
        QVERIFY(on());
        QCOMPARE(text("board/a"), QByteArray("{\"n\":1}"));
        QVERIFY(change("board/a", "{\"n\":9}"));
        QVERIFY(off());
        QVERIFY(!m_workspace->document(QStringLiteral("board/a")));
        QVERIFY(!m_workspace->document(QStringLiteral("board/b")));
        QVERIFY(!packEntry(*m_workspace, m_pack.id).on);
        QVERIFY(on());
        QCOMPARE(text("board/a"), QByteArray("{\"n\":9}")); // the person's change is kept
        QCOMPARE(text("board/b"), QByteArray("{\"n\":2}"));
        QCOMPARE(packEntries(*m_workspace).size(), std::size_t(1));
        for (int step = 0; step < 4; ++step) {
            LOCI_VERIFY_RESULT(m_workspace->undo());
        }
        QCOMPARE(m_workspace->keys(), before);
    }

    void touchesNothingThatWasThereBefore()
    {
        QVERIFY(change("board/a", "{\"mine\":true}"));
        QVERIFY(on());
        QCOMPARE(text("board/a"), QByteArray("{\"mine\":true}"));
        QVERIFY(off());
        QCOMPARE(text("board/a"), QByteArray("{\"mine\":true}"));
    }

    void aNewVersionReplacesOnlyWhatNobodyChanged()
    {
        QVERIFY(on());
        QVERIFY(change("board/b", "{\"n\":22}"));
        m_pack = pack("1.1.0");
        m_contents.documents = {{QStringLiteral("board/a"), "{\"n\":11}"},
                                {QStringLiteral("board/b"), "{\"n\":12}"},
                                {QStringLiteral("board/c"), "{\"n\":13}"}};
        const PackChange planned = turnOn(*m_workspace, m_pack, m_contents, QStringLiteral("new"));
        const std::vector<std::pair<QString, Fate>> expected{{QStringLiteral("board/a"), Fate::Replace},
                                                             {QStringLiteral("board/b"), Fate::KeepChanged},
                                                             {QStringLiteral("board/c"), Fate::Add}};
        QCOMPARE(planned.fates, expected);
        QVERIFY(on());
        QCOMPARE(text("board/a"), QByteArray("{\"n\":11}"));
        QCOMPARE(text("board/b"), QByteArray("{\"n\":22}"));
        m_pack = pack("1.2.0");
        m_contents.documents.erase(QStringLiteral("board/c"));
        QVERIFY(on());
        QVERIFY(!m_workspace->document(QStringLiteral("board/c"))); // shelved, not lost
        QVERIFY(m_workspace->document(QStringLiteral("pack/org.test.p/shelf/board/c")));
    }

    void keepsItsLayersTogether()
    {
        QVERIFY(on());
        QVERIFY(change("map/layer/x", "<maplayer/>"));
        LOCI_VERIFY_RESULT(m_workspace->commit(ownLayer(*m_workspace, m_pack.id, QStringLiteral("schools"),
                                                        {QStringLiteral("map/layer/x")}, QStringLiteral("own"))));
        QCOMPARE(ownedLayers(packEntry(*m_workspace, m_pack.id)), QStringList{QStringLiteral("schools")});
        QVERIFY(off());
        QVERIFY(!m_workspace->document(QStringLiteral("map/layer/x")));
        QVERIFY(on());
        QCOMPARE(text("map/layer/x"), QByteArray("<maplayer/>"));
    }

private:
    static Manifest pack(const char *version)
    {
        return Manifest::read(PackFixture::manifest(QStringLiteral("org.test.p")).replace("1.2.0", version))->value;
    }
    bool on()
    {
        return m_workspace->commit(turnOn(*m_workspace, m_pack, m_contents, QStringLiteral("on")).command).has_value();
    }
    bool off()
    {
        return m_workspace->commit(turnOff(*m_workspace, m_pack.id, QStringLiteral("off")).command).has_value();
    }
    bool change(const char *key, const QByteArray &bytes)
    {
        return m_workspace->commit({QStringLiteral("change"), {{QLatin1String(key), {}, bytes}}}).has_value();
    }
    QByteArray text(const char *key) const { return m_workspace->document(QLatin1String(key)).value_or(QByteArray()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    Manifest m_pack;
    Contents m_contents;
};

LOCI_TEST_CLASS(PackShelfTest)
#include "shelftest.moc"
