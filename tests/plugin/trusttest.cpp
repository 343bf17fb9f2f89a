// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/host/packfolders.h"
#include "plugins/host/packmemory.h"
#include "tests/plugin/packfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::packs;
using formats::KeyPair;
using formats::sealFolder;

/// S9: unsigned, wrongly signed, altered, linked, writable by others.
class PackTrustTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_packs = std::make_unique<PackFixture>();
        QVERIFY(m_packs->add(QStringLiteral("p")));
        QVERIFY(m_packs->write(QStringLiteral("p"), QStringLiteral("data.json"), "{}"));
    }

    void asksOnceForAnUnsignedOne()
    {
        const FoundPack first = look();
        QCOMPARE(first.trust, Trust::Ask);
        PackMemory memory(m_packs->memory());
        memory.agree(first.files);
        const PackMemory later(m_packs->memory());
        QCOMPARE(look({}, later.agreed()).trust, Trust::Agreed);
        QVERIFY(m_packs->write(QStringLiteral("p"), QStringLiteral("data.json"), "{ }"));
        QCOMPARE(look({}, later.agreed()).trust, Trust::Ask); // these are other files
    }

    void knowsWhoSigned()
    {
        const auto pair = KeyPair::make();
        LOCI_VERIFY_RESULT(pair);
        LOCI_VERIFY_RESULT(sealFolder(folder(), pair->secretPem));
        const std::map<QString, QByteArray> trusted{{QStringLiteral("Bureau"), pair->publicPem}};
        const FoundPack known = look(trusted);
        QCOMPARE(known.trust, Trust::Signed);
        QCOMPARE(known.signer, QStringLiteral("Bureau"));
        QCOMPARE(look().trust, Trust::Ask); // a good signature of a stranger
        QVERIFY(m_packs->write(QStringLiteral("p"), QStringLiteral("data.json"), "{\"a\":1}"));
        const FoundPack altered = look(trusted);
        QCOMPARE(altered.trust, Trust::Refused);
        QVERIFY(altered.problem.contains(QLatin1String("data.json")));
        QVERIFY(m_packs->write(QStringLiteral("p"), QStringLiteral("data.json"), "{}"));
        QVERIFY(m_packs->write(QStringLiteral("p"), QStringLiteral("more.json"), "{}"));
        QCOMPARE(look(trusted).trust, Trust::Refused); // added
        QVERIFY(QFile::remove(folder() + QStringLiteral("/more.json")));
        QVERIFY(QFile::remove(folder() + QStringLiteral("/data.json")));
        QCOMPARE(look(trusted).trust, Trust::Refused); // removed
    }

    void refusesAForgedSignature()
    {
        const auto pair = KeyPair::make();
        LOCI_VERIFY_RESULT(pair);
        LOCI_VERIFY_RESULT(sealFolder(folder(), pair->secretPem));
        QFile file(folder() + QStringLiteral("/pack.sig"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        const qsizetype at = text.indexOf("\"signature\"") + 15;
        text[at] = text.at(at) == 'A' ? 'B' : 'A';
        QVERIFY(m_packs->write(QStringLiteral("p"), QStringLiteral("pack.sig"), text));
        QCOMPARE(look({{QStringLiteral("Bureau"), pair->publicPem}}).trust, Trust::Refused);
        for (const char *nonsense : {"", "{}", "[1]", "{\"key\":\"AAAA\",\"signature\":\"x\"}"}) {
            QVERIFY(m_packs->write(QStringLiteral("p"), QStringLiteral("pack.sig"), nonsense));
            QCOMPARE(look().trust, Trust::Refused);
        }
        QVERIFY(!sealFolder(folder(), "no key"));
    }

    void refusesWhatOthersCanChange()
    {
        QFile data(folder() + QStringLiteral("/data.json"));
        QVERIFY(data.setPermissions(data.permissions() | QFileDevice::WriteOther));
        QCOMPARE(look().trust, Trust::Refused);
        QVERIFY(data.remove());
        QVERIFY(QFile::link(QStringLiteral("/etc/hostname"), folder() + QStringLiteral("/data.json")));
        QCOMPARE(look().trust, Trust::Refused);
        QVERIFY(QFile::link(folder(), m_packs->of(QStringLiteral("q"))));
        QCOMPARE(lookAt(m_packs->of(QStringLiteral("q")), false, {}, {}).trust, Trust::Refused);
    }

    void forgetsADamagedMemory()
    {
        PackMemory(m_packs->memory()).disable(QStringLiteral("org.test.p"), QStringLiteral("so"));
        QCOMPARE(PackMemory(m_packs->memory()).disabledBecause(QStringLiteral("org.test.p")), QStringLiteral("so"));
        QFile file(m_packs->memory() + QStringLiteral("/packs.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{broken");
        file.close();
        QVERIFY(!PackMemory(m_packs->memory()).disabledBecause(QStringLiteral("org.test.p")));
    }

private:
    QString folder() const { return m_packs->of(QStringLiteral("p")); }
    FoundPack look(const std::map<QString, QByteArray> &trusted = {}, const QList<QByteArray> &agreed = {}) const
    {
        return lookAt(folder(), false, trusted, agreed);
    }

    std::unique_ptr<PackFixture> m_packs;
};

LOCI_TEST_CLASS(PackTrustTest)
#include "trusttest.moc"
