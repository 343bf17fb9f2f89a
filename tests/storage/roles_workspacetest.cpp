// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagestore.h"
#include "layers/workspace/moving.h"
#include "tests/storage/roles_town.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace loci;
using workspace::Access;
using workspace::Command;
using workspace::Workspace;

namespace {
Command set(const QString &key, std::optional<QByteArray> value)
{
    return {QStringLiteral("step"), {{key, {}, std::move(value)}}};
}

/// The same record with another word in it.
QByteArray touched(const QByteArray &bytes, const QString &word)
{
    heritage::Asset asset(QJsonDocument::fromJson(bytes).object());
    asset.set(QStringLiteral("/note"), word);
    return asset.bytes();
}

bool isSentence(const Error &error)
{
    return error.message.endsWith(QLatin1Char('.')) && !error.message.contains(QStringLiteral("PostgreSQL")) &&
           !error.message.contains(QStringLiteral("refused an operation"));
}
} // namespace

/// What roles mean for people: documents that are absent, sentences, undo, opening.
class RolesWorkspaceTest : public QObject
{
    Q_OBJECT
private:
    test::RoleTown m_town;

private slots:
    void init()
    {
        bool isPossible = false;
        QCOMPARE(m_town.begin(isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        QCOMPARE(m_town.make(), QString());
    }

    void everyRoleReadsAndWritesItsOwn()
    {
        QStringList wrong;
        int tried = 0;
        for (const test::TownLogin &login : m_town.logins()) {
            auto opened = m_town.open(login.name);
            QCOMPARE(opened.has_value(), !login.reads.empty());
            if (!opened) {
                QVERIFY2(opened.error().message.contains(QStringLiteral("role")), qPrintable(opened.error().message));
                continue;
            }
            QCOMPARE((*opened)->isReadOnly(), login.writes.empty());
            QCOMPARE((*opened)->heldBy().isEmpty(), !login.writes.empty());
            for (const auto &[key, record] : m_town.records()) {
                tried += 2;
                const auto document = (*opened)->document(key);
                const bool reads = m_town.mayRead(login, key);
                if (document.has_value() != reads || (*opened)->keys(key).contains(key) != reads) {
                    wrong << QStringLiteral("%1 reads %2: %3").arg(login.name, key).arg(document.has_value());
                }
                const QByteArray next = touched(record.bytes, login.name);
                const auto done = (*opened)->commit(set(key, next));
                if (done.has_value() != m_town.mayWrite(login, key)) {
                    wrong << QStringLiteral("%1 writes %2: %3")
                                 .arg(login.name, key, done ? QStringLiteral("yes") : done.error().message);
                }
                if (!done && !isSentence(done.error())) {
                    wrong << done.error().message + done.error().detail;
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        qInfo("%d reads and writes of %d logins as expected", tried, int(m_town.logins().size()));
        auto owner = m_town.open(test::RoleTown::owner());
        LOCI_VERIFY_RESULT(owner);
        const auto report = (*owner)->heritage().verifyChain();
        LOCI_VERIFY_RESULT(report);
        QVERIFY2(report->isIntact, report->isIntact ? "" : qPrintable(report->findings.front().message));
    }
};

LOCI_TEST_CLASS(RolesWorkspaceTest)
#include "roles_workspacetest.moc"
