// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspaceverb.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/workspace/moving.h"
#include "tests/storage/roles_town.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
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

    void movesOnlyWithinItsRights()
    {
        auto field = m_town.open(QStringLiteral("field"));
        LOCI_VERIFY_RESULT(field);
        const test::TownRecord &own = m_town.record(QStringLiteral("asset"), 1, QStringLiteral("320508"));
        const QString id = own.key.section(QLatin1Char('/'), -1);
        for (const auto &[rank, district] : {std::pair(1, QStringLiteral("320507")), {2, QStringLiteral("320508")}}) {
            const auto done = (*field)->commit(set(own.key, test::RoleTown::asset(id, rank, district, 1)));
            QVERIFY(!done);
            QVERIFY2(done.error().message.contains(QStringLiteral("district")), qPrintable(done.error().message));
        }
        QCOMPARE((*field)->document(own.key), own.bytes);
        // Who may, moves it; from then on it and its past are gone for the district that it left.
        auto officer = m_town.open(QStringLiteral("officer"));
        LOCI_VERIFY_RESULT(officer);
        LOCI_VERIFY_RESULT((*officer)->commit(set(own.key, test::RoleTown::asset(id, 1, QStringLiteral("320507"), 1))));
        QVERIFY(!(*field)->document(own.key));
        auto office = m_town.open(QStringLiteral("office"));
        LOCI_VERIFY_RESULT(office);
        QVERIFY((*office)->document(own.key));
        QCOMPARE((*office)->heritage().history(own.key)->size(), 0U); // what it was elsewhere stays there
        LOCI_VERIFY_RESULT(
            (*office)->commit(set(own.key, touched(*(*office)->document(own.key), QStringLiteral("x")))));
        QCOMPARE((*office)->heritage().history(own.key)->size(), 1U);
        QCOMPARE((*office)->heritage().search({})->total, (*office)->keys(QStringLiteral("heritage/asset/")).size());
        QVERIFY((*officer)->heritage().search({})->total > (*office)->heritage().search({})->total);
    }

    void nobodyTakesBackWhatIsNotTheirs()
    {
        auto officer = m_town.open(QStringLiteral("officer"));
        LOCI_VERIFY_RESULT(officer);
        const test::TownRecord &near = m_town.record(QStringLiteral("asset"), 0, QStringLiteral("320507"));
        const test::TownRecord &far = m_town.record(QStringLiteral("asset"), 0, QStringLiteral("320508"));
        const test::TownRecord &hidden = m_town.record(QStringLiteral("asset"), 2, QStringLiteral("320507"));
        const auto step = [](const test::TownRecord &one, const test::TownRecord &other, const QString &word) {
            return Command{QStringLiteral("both"),
                           {{one.key, {}, touched(one.bytes, word)}, {other.key, {}, touched(other.bytes, word)}}};
        };
        LOCI_VERIFY_RESULT((*officer)->commit(step(near, far, QStringLiteral("a"))));
        auto office = m_town.open(QStringLiteral("office"));
        LOCI_VERIFY_RESULT(office);
        const auto back = [](Workspace &desk) { // over the last step that it sees
            const auto seen = desk.history();
            return desk.goTo(seen.size() > 1 ? seen[seen.size() - 2].id : 0);
        };
        const auto foreign = back(**office); // the one it may write, the other only be seen by others
        QVERIFY(!foreign);
        QVERIFY2(isSentence(foreign.error()), qPrintable(foreign.error().message));
        LOCI_VERIFY_RESULT((*officer)->commit(step(near, hidden, QStringLiteral("b"))));
        auto late = m_town.open(QStringLiteral("office"));
        LOCI_VERIFY_RESULT(late);
        const auto partly = back(**late);
        QVERIFY(!partly);
        QVERIFY2(partly.error().message.contains(QStringLiteral("may not read")), qPrintable(partly.error().message));
        LOCI_VERIFY_RESULT((*officer)->undo());
        LOCI_VERIFY_RESULT((*officer)->undo());
        QCOMPARE((*officer)->document(near.key), near.bytes);
        // A new step drops what was taken back, also the steps that its author does not see.
        auto anew = m_town.open(QStringLiteral("office"));
        LOCI_VERIFY_RESULT(anew);
        LOCI_VERIFY_RESULT((*anew)->commit(set(near.key, touched(near.bytes, QStringLiteral("c")))));
        auto admin = m_town.open(QStringLiteral("ad_min"));
        LOCI_VERIFY_RESULT(admin);
        QVERIFY(!(*admin)->canRedo());
    }

    void aDeletedRecordTakesItsPastAlong()
    {
        auto officer = m_town.open(QStringLiteral("officer"));
        LOCI_VERIFY_RESULT(officer);
        const test::TownRecord &record = m_town.record(QStringLiteral("asset"), 2, QStringLiteral("320508"));
        LOCI_VERIFY_RESULT((*officer)->commit(set(record.key, std::nullopt)));
        auto field = m_town.open(QStringLiteral("field"));
        LOCI_VERIFY_RESULT(field);
        QVERIFY((*field)->heritage().history(record.key)->empty());
        const auto steps = (*field)->history(0);
        QVERIFY(std::none_of(steps.begin(), steps.end(), [&record](const workspace::HistoryEntry &step) {
            return step.title.contains(record.key);
        }));
        LOCI_VERIFY_RESULT((*officer)->undo());
        QCOMPARE((*officer)->document(record.key), record.bytes);
        auto owner = m_town.open(test::RoleTown::owner());
        LOCI_VERIFY_RESULT(owner);
        const auto report = (*owner)->heritage().verifyChain();
        LOCI_VERIFY_RESULT(report);
        QVERIFY2(report->isIntact, report->isIntact ? "" : qPrintable(report->findings.front().message));
    }

    void aPhotographGoesWithItsRecord()
    {
        auto office = m_town.open(QStringLiteral("office"));
        LOCI_VERIFY_RESULT(office);
        const QString hash(64, QLatin1Char('7'));
        const QString key = QStringLiteral("heritage/media/") + hash;
        const test::TownRecord &record = m_town.record(QStringLiteral("asset"), 1, QStringLiteral("320507"));
        heritage::Asset asset(QJsonDocument::fromJson(record.bytes).object());
        heritage::MediaUse use;
        use.sha256 = hash;
        asset.setParts<heritage::MediaUse>({use});
        LOCI_VERIFY_RESULT((*office)->commit(
            {QStringLiteral("photograph"),
             {{key, {}, "{\"sha256\":\"" + hash.toUtf8() + "\"}"}, {record.key, {}, asset.bytes()}}}));
        auto officer = m_town.open(QStringLiteral("officer"));
        auto field = m_town.open(QStringLiteral("field"));
        LOCI_VERIFY_RESULT(officer);
        LOCI_VERIFY_RESULT(field);
        QVERIFY((*officer)->document(key));
        QVERIFY(!(*field)->document(key));
        LOCI_VERIFY_RESULT((*office)->undo());
        QVERIFY(!(*officer)->document(key));
        // Naming the photograph of a record that one may not read does not show it.
        const auto &secret = std::find_if(m_town.records().begin(), m_town.records().end(), [this](const auto &one) {
                                 return one.second.kind == QLatin1String("medium") &&
                                        !m_town.mayRead(m_town.login(QStringLiteral("field")), one.first);
                             })->first;
        const test::TownRecord &mine = m_town.record(QStringLiteral("asset"), 0, QStringLiteral("320508"));
        use.sha256 = secret.section(QLatin1Char('/'), -1);
        heritage::Asset trick(QJsonDocument::fromJson(mine.bytes).object());
        trick.setParts<heritage::MediaUse>({use});
        LOCI_VERIFY_RESULT((*field)->commit(set(mine.key, trick.bytes())));
        QVERIFY(!(*field)->document(secret));
    }

    void aMovedCopyHasNoRolesAndLosesNothing()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        const QString file = folder.filePath(QStringLiteral("town.loci"));
        const QString secret = test::PostgisServer::password();
        const auto partly =
            workspace::moveWorkspace(m_town.address(QStringLiteral("officer")).text(), file, clock, secret);
        QVERIFY(!partly);
        QVERIFY2(partly.error().message.contains(QStringLiteral("owner")), qPrintable(partly.error().message));
        const QString home = m_town.address(test::RoleTown::owner()).text();
        const auto out = workspace::moveWorkspace(home, file, clock, secret);
        LOCI_VERIFY_RESULT(out);
        QVERIFY(out->hasRolesLeft);
        const auto back = workspace::moveWorkspace(file, home + QStringLiteral("_again"), clock, {}, secret);
        LOCI_VERIFY_RESULT(back);
        QVERIFY(!back->hasRolesLeft);
        QCOMPARE(back->tables, out->tables);
        QCOMPARE(back->auditHead, out->auditHead);
        auto again = Workspace::open(home + QStringLiteral("_again"), Access::ReadWrite, nullptr, secret);
        LOCI_VERIFY_RESULT(again);
        for (const auto &[key, record] : m_town.records()) {
            QCOMPARE((*again)->document(key), record.bytes);
        }
    }

    void membersAndMatrixAreTheAdministrators()
    {
        auto plan = m_town.database(QStringLiteral("plan"));
        LOCI_VERIFY_RESULT(plan);
        storage::RoleStore theirs(**plan);
        QVERIFY(theirs.members()->empty());
        const auto refused = theirs.setMembers({});
        QVERIFY(!refused);
        QVERIFY2(isSentence(refused.error()), qPrintable(refused.error().message));
        QVERIFY(theirs.isEnforced().value());
        QVERIFY(!theirs.turnOn({}));
        QVERIFY(theirs.mine()->rights.mayWrite(QStringLiteral("planning")));
        QVERIFY(!theirs.mine()->rights.mayWrite(QStringLiteral("heritage")));

        auto admin = m_town.database(QStringLiteral("ad_min"));
        LOCI_VERIFY_RESULT(admin);
        storage::RoleStore ours(**admin);
        auto members = ours.members().value();
        QVERIFY(!ours.setMembers({})); // would shut the administrator out
        QCOMPARE(ours.members().value(), members);
        members.push_back({QStringLiteral("atlantis"), QStringLiteral("planner"), {}, {}, {}, {}});
        const auto unknown = ours.setMembers(members);
        QVERIFY(!unknown);
        QVERIFY2(unknown.error().message.contains(QStringLiteral("login")), qPrintable(unknown.error().message));
        members.back() = {QStringLiteral("nobody"), QStringLiteral("planner"), {}, {}, {}, QDate(2999, 1, 1)};
        LOCI_VERIFY_RESULT(ours.setMembers(members));
        LOCI_VERIFY_RESULT(m_town.open(QStringLiteral("nobody"))); // from now on somebody
        members.pop_back();
        LOCI_VERIFY_RESULT(ours.setMembers(members));
        QVERIFY(!m_town.open(QStringLiteral("nobody")));
        auto matrix = ours.matrix().value();
        QCOMPARE(matrix, storage::shippedRoles().value());
        std::erase_if(matrix.rules, [](const roles::RoleRule &rule) {
            return rule.role == QLatin1String("planner") && rule.part == QLatin1String("planning");
        });
        LOCI_VERIFY_RESULT(ours.setMatrix(matrix));
        QVERIFY(!theirs.mine()->rights.mayRead(QStringLiteral("planning")));
        matrix.kinds.erase(matrix.kinds.begin() + 1); // the planners are still members
        std::erase_if(matrix.rules, [](const roles::RoleRule &rule) { return rule.role == QLatin1String("planner"); });
        QVERIFY(!ours.setMatrix(matrix));
    }

    void theCommandLineTellsAndSets()
    {
        qputenv("PGPASSWORD", test::PostgisServer::password().toUtf8());
        const auto call = [](const QString &address, const QHash<QString, QString> &options) {
            return cli::workspaceVerb().run({{QStringLiteral("roles"), address}, options, {}, {}});
        };
        const QString home = m_town.address(QStringLiteral("ad_min")).text();
        const auto shown = call(home, {});
        LOCI_VERIFY_RESULT(shown);
        QVERIFY(shown->json.value(QStringLiteral("enforced")).toBool());
        QCOMPARE(shown->json.value(QStringLiteral("roles")).toArray().size(), 8);
        const auto added = call(home, {{QStringLiteral("member"), QStringLiteral("nobody")},
                                       {QStringLiteral("role"), QStringLiteral("field-worker")},
                                       {QStringLiteral("level"), QStringLiteral("district")},
                                       {QStringLiteral("area"), QStringLiteral("320508,320507")}});
        LOCI_VERIFY_RESULT(added);
        QCOMPARE(added->json.value(QStringLiteral("members")).toArray().size(),
                 shown->json.value(QStringLiteral("members")).toArray().size() + 1);
        {
            auto somebody = m_town.open(QStringLiteral("nobody"));
            LOCI_VERIFY_RESULT(somebody);
            QVERIFY((*somebody)->document(m_town.record(QStringLiteral("asset"), 1, QStringLiteral("320507")).key));
        }
        LOCI_VERIFY_RESULT(
            call(home, {{QStringLiteral("member"), QStringLiteral("nobody")}, {QStringLiteral("remove"), {}}}));
        QVERIFY(!m_town.open(QStringLiteral("nobody")));
        QVERIFY(!call(home, {{QStringLiteral("role"), QStringLiteral("planner")}}));
        QVERIFY(!call(QStringLiteral("town.loci"), {}));
        QVERIFY(!call(home, {{QStringLiteral("member"), QStringLiteral("nobody")},
                             {QStringLiteral("role"), QStringLiteral("king")}}));
        const auto theirs = call(m_town.address(QStringLiteral("plan")).text(), {});
        LOCI_VERIFY_RESULT(theirs);
        QVERIFY(theirs->json.value(QStringLiteral("members")).toArray().isEmpty());
        QCOMPARE(theirs->json.value(QStringLiteral("own")).toArray().size(), 1);
        qunsetenv("PGPASSWORD");
    }
};

LOCI_TEST_CLASS(RolesWorkspaceTest)
#include "roles_workspacetest.moc"
